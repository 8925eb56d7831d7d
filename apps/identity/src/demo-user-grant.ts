import { InvalidGrant } from 'oidc-provider/lib/helpers/errors.js';
import type { Provider } from 'oidc-provider/lib/provider.js';
import { hubAudience } from '@kring/access';
import type { Regions } from '@kring/regions';

/** Grant by which the command line gets a token of a demonstration account without a browser. */
export const demoUserGrant = 'urn:kring:params:oauth:grant-type:demo-user';

export const allowDemoUserGrant = (provider: Provider, regions: Regions): void => {
  provider.registerGrantType(demoUserGrant, async (context) => {
    const { client, params } = context.oidc;
    const user = regions.user(params['user'] ?? '');
    if (user === undefined) throw new InvalidGrant('there is no such demo account');
    const resourceServer = new provider.ResourceServer(hubAudience, { scope: '', audience: hubAudience, accessTokenFormat: 'jwt' });
    const token = new provider.AccessToken({ client, accountId: user.user, resourceServer, gty: demoUserGrant });
    context.oidc.entity('AccessToken', token);
    const access_token = await token.save();
    context.body = { access_token, expires_in: token.expiration, token_type: token.tokenType };
  }, ['user']);
};
