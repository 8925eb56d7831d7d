import { describe, expect, it } from '@jest/globals';
import { BoundedStorage, adapterOf } from './bounded-adapter.ts';

describe('what the provider remembers', () => {
  it('is bounded: what was written longest ago goes first', async () => {
    const sessions = adapterOf(new BoundedStorage(2))('Session');
    for (const id of ['one', 'two', 'three']) await sessions.upsert(id, { uid: id });
    expect(await Promise.all(['one', 'two', 'three'].map((id) => sessions.find(id)))).toEqual([undefined, { uid: 'two' }, { uid: 'three' }]);
  });

  it('is gone when it expires', async () => {
    const codes = adapterOf(new BoundedStorage())('AuthorizationCode');
    await codes.upsert('code', {}, 0);
    expect(await codes.find('code')).toBeUndefined();
  });

  it('is kept per kind, under the same id', async () => {
    const adapter = adapterOf(new BoundedStorage());
    await adapter('Session').upsert('x', { uid: 'u' });
    expect([await adapter('Grant').find('x'), await adapter('Session').findByUid('u'), await adapter('Grant').findByUid('u')]).toEqual([undefined, { uid: 'u' }, undefined]);
  });

  it('goes with its grant', async () => {
    const codes = adapterOf(new BoundedStorage())('AuthorizationCode');
    await codes.upsert('ours', { grantId: 'g' });
    await codes.upsert('theirs', { grantId: 'h' });
    await codes.revokeByGrantId('g');
    expect([await codes.find('ours'), await codes.find('theirs')]).toEqual([undefined, { grantId: 'h' }]);
  });

  it('knows that a code was used', async () => {
    const codes = adapterOf(new BoundedStorage())('AuthorizationCode');
    await codes.upsert('code', {});
    await codes.consume('code');
    expect(await codes.find('code')).toEqual({ consumed: expect.any(Number) });
  });
});
