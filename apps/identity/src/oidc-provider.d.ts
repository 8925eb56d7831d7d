/**
 * The part of oidc-provider that is used here; the package brings no types of its own. Its index module prints a warning on every
 * release of Node that has no long-term support yet, so the two modules behind it are imported instead.
 */
declare module 'oidc-provider/lib/provider.js' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export type Payload = Record<string, unknown> & { uid?: string; userCode?: string; grantId?: string; consumed?: number };

  /** Where the provider keeps sessions, interactions, grants and codes; one instance per kind. */
  export type Adapter = {
    upsert(id: string, payload: Payload, expiresIn?: number): Promise<void>;
    find(id: string): Promise<Payload | undefined>;
    findByUid(uid: string): Promise<Payload | undefined>;
    findByUserCode(userCode: string): Promise<Payload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  };

  export type Client = { readonly clientId: string };
  export type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> };
  export type ResourceServer = { readonly audience: string };
  export type Token = { readonly clientId: string; readonly accountId?: string };
  export type Context = {
    type: string;
    status: number;
    body: unknown;
    set(headers: Readonly<Record<string, string>>): void;
    readonly oidc: {
      readonly provider: Provider;
      readonly client: Client;
      readonly account: { readonly accountId: string };
      readonly session: { grantIdFor(clientId: string): string | undefined };
      readonly params: Readonly<Record<string, string | undefined>>;
      entity(kind: string, value: unknown): void;
    };
  };

  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    readonly Grant: { new (facts: { accountId: string; clientId: string }): Grant; find(id: string): Promise<Grant | undefined> };
    readonly AccessToken: new (facts: Readonly<Record<string, unknown>>) => { save(): Promise<string>; readonly expiration: number; readonly tokenType: string };
    readonly ResourceServer: new (identifier: string, facts: unknown) => ResourceServer;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    registerGrantType(name: string, handler: (context: Context) => Promise<void>, parameters: readonly string[]): void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ readonly uid: string; readonly prompt: { readonly name: string } }>;
    interactionResult(request: IncomingMessage, response: ServerResponse, result: Readonly<Record<string, unknown>>): Promise<string>;
  }

}

declare module 'oidc-provider/lib/helpers/errors.js' {
  export const InvalidGrant: new (detail: string) => Error;
}
