import { HubRefused, HubUnreachable } from '@kring/publisher';
import { accessTokenFor } from '../hub/bearer.ts';
import { read, send } from '../hub/hub.ts';
import type { Terminal } from '../terminal.ts';
import type { DoctorOptions } from './doctor.command.ts';
import { ok, skipped, wrong, type Finding } from './finding.ts';

/** Tokens and the day of an event are judged by the hub's clock; past this many seconds a publisher notices. */
const mostSkew = 30;

export const hubChecks = async (options: DoctorOptions, terminal: Terminal): Promise<{ findings: Finding[]; running: boolean }> => {
  const live = await send(options.url, '/health/live').catch((error: unknown) => error);
  if (!(live instanceof Response)) {
    const why = live instanceof HubUnreachable ? live.message : 'no answer';
    const absent = wrong('hub', `${options.url}: ${why}`, 'start it with `npm start`, or say where it is with --url or KRING_URL.');
    return { findings: [absent, skipped('readiness', 'no hub'), skipped('clock', 'no hub'), skipped('token', 'no hub')], running: false };
  }
  const findings = [ok('hub', `${options.url} answers`), await readiness(options.url), clock(live, terminal.now()), await token(options, terminal)];
  return { findings, running: true };
};

const readiness = async (url: string): Promise<Finding> => {
  const response = await send(url, '/health/ready').catch(() => undefined);
  return response?.ok ? ok('readiness', 'ready') : wrong('readiness', 'not ready', 'wait until it has caught up; if it stays so, read its log.');
};

const clock = (response: Response, now: Date): Finding => {
  const theirs = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return skipped('clock', 'the hub does not tell its time');
  const seconds = Math.round(Math.abs(now.getTime() - theirs) / 1000);
  return seconds <= mostSkew ? ok('clock', `within ${Math.max(1, seconds)} s of the hub's`) : wrong('clock', `${seconds} s away from the hub's`, 'set the time of both machines by the same time server.');
};

const token = async (options: DoctorOptions, terminal: Terminal): Promise<Finding> => {
  const as = await someone(options, terminal);
  if (!as) return skipped('token', 'no account to try; name one with --partner or --user');
  try {
    await read(options.url, '/v1/alerts', { accessToken: accessTokenFor(as, terminal), purpose: options.purpose });
    return ok('token', `${as.partner ?? as.user ?? 'KRING_TOKEN'} may read`);
  } catch (error) {
    const why = error instanceof HubRefused ? `refused (${error.status})` : 'no answer';
    return wrong('token', `${as.partner ?? as.user ?? 'KRING_TOKEN'}: ${why}`, 'check the account: `kring token --list` names the demo accounts; with another issuer, give a token in KRING_TOKEN.');
  }
};

/** Whom the operator names; else the first demo account, because a hub on a laptop has nobody else. */
const someone = async (options: DoctorOptions, terminal: Terminal): Promise<DoctorOptions | undefined> => {
  if (options.partner || options.user || terminal.environment['KRING_TOKEN']) return options;
  const { demoAccounts } = await import('../token/demo-accounts.ts');
  try {
    const first = demoAccounts(terminal.environment).partners[0];
    return first && { ...options, partner: first.code };
  } catch {
    return undefined;
  }
};
