import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User, type UserManagerSettings } from 'oidc-client-ts';
import { hubAt, type Hub } from '../hub/hub.ts';
import { whoIs, type Who } from './who.ts';

export type SessionState =
  | { is: 'out' }
  | { is: 'entering' }
  | { is: 'failed' }
  | { is: 'expired' }
  | { is: 'in'; who: Who; endsSoon: boolean };

/** Who works here, and the hub as this person may use it. */
export type Session = {
  hub: Hub;
  state: () => SessionState;
  onChange: (tell: () => void) => () => void;
  login: () => void;
  logout: () => void;
  /** The hub said that the token no longer counts. */
  end: () => void;
};

/**
 * Authorization code with PKCE at the hub's own origin. The token lives in memory alone: a reload asks the identity provider
 * again, which answers at once as long as its own session stands. Session storage holds only what one login needs.
 */
const settingsAt = (origin: string): UserManagerSettings => ({
  authority: origin,
  client_id: 'kring-web',
  redirect_uri: `${origin}/`,
  post_logout_redirect_uri: `${origin}/`,
  response_type: 'code',
  scope: 'openid',
  resource: 'urn:kring:hub',
  loadUserInfo: false,
  monitorSession: false,
  automaticSilentRenew: false,
  accessTokenExpiringNotificationTimeInSeconds: 180,
  userStore: new WebStorageStateStore({ prefix: 'kring.', store: new InMemoryWebStorage() }),
  stateStore: new WebStorageStateStore({ prefix: 'kring.', store: sessionStorage }),
});

/** Remembers in this tab alone that someone was logged in, so that a reload need not ask. */
const wasIn = {
  key: 'kring.in',
  is: () => sessionStorage.getItem(wasIn.key) !== null,
  set: (yes: boolean) => (yes ? sessionStorage.setItem(wasIn.key, 'yes') : sessionStorage.removeItem(wasIn.key)),
};

export const openSession = async (): Promise<Session> => {
  const users = new UserManager(settingsAt(location.origin));
  const returned = await returnFromLogin(users);
  let user: User | null = returned === 'failed' ? null : returned;
  let state: SessionState = user ? { is: 'in', who: whoIs(user), endsSoon: false } : { is: returned === 'failed' ? 'failed' : 'out' };
  const listeners = new Set<() => void>();
  const become = (next: SessionState) => {
    state = next;
    wasIn.set(next.is === 'in');
    listeners.forEach((tell) => tell());
  };
  const login = () => {
    become({ is: 'entering' });
    users.signinRedirect({ state: { path: location.pathname } }).catch(() => become({ is: 'failed' }));
  };
  const end = () => {
    user = null;
    void users.removeUser();
    become({ is: 'expired' });
  };
  const logout = () => {
    wasIn.set(false);
    users.signoutRedirect(user ? { id_token_hint: user.id_token } : {}).catch(() => location.assign('/'));
  };
  users.events.addAccessTokenExpired(end);
  users.events.addAccessTokenExpiring(() => {
    if (user) become({ is: 'in', who: whoIs(user), endsSoon: true });
  });
  if (state.is === 'out' && wasIn.is()) login();
  else wasIn.set(state.is === 'in');
  return {
    hub: hubAt(location.origin, () => (user && !user.expired ? user.access_token : null)),
    state: () => state,
    onChange: (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    login,
    logout,
    end,
  };
};

/** The address is cleaned before anything is drawn, so that no code or state stays in the history. */
const returnFromLogin = async (users: UserManager): Promise<User | 'failed' | null> => {
  const query = new URLSearchParams(location.search);
  if (!query.has('state') || (!query.has('code') && !query.has('error'))) return null;
  try {
    const user = await users.signinRedirectCallback();
    history.replaceState(null, '', pathOf(user.state));
    return user;
  } catch {
    history.replaceState(null, '', '/');
    return 'failed';
  }
};

const pathOf = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'path' in state && typeof state.path === 'string' && /^\/(?!\/)/.test(state.path) ? state.path : '/';
