import { describe, expect, it } from '@jest/globals';
import { whoIs } from './who.ts';

const token = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

describe('who is logged in', () => {
  it('is what the token says', () => {
    const who = whoIs({ access_token: token({ kring_roles: ['district-nurse'], kring_partner: 'omring' }), profile: { sub: 'wijkverpleegkundige@omring' } });
    expect(who).toEqual({ account: 'wijkverpleegkundige@omring', roles: ['district-nurse'], organisation: 'omring' });
  });

  it('is read from the account when the token is opaque', () => {
    expect(whoIs({ access_token: 'opaque', profile: { sub: 'wijkagent@politie' } })).toEqual({ account: 'wijkagent@politie', roles: ['wijkagent'], organisation: 'politie' });
  });
});
