import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const debian = '/usr/bin/chromium';

/** Why there is no browser, said once and loudly: nobody should believe that the page was tried when it was not. */
const missing = `no Chromium: the specs of the page are SKIPPED. Install Debian's "chromium", or set KRING_CHROMIUM to a Chromium or Chrome of your own.`;

/**
 * Where Chromium is: KRING_CHROMIUM, else Debian's own, else installed on the spot where that is allowed. Null where there is
 * none; on a build server that is a failure, for there nobody reads what was skipped.
 */
export const findChromium = (): string | null => {
  const own = process.env['KRING_CHROMIUM'];
  if (own) {
    if (!existsSync(own)) throw new Error(`KRING_CHROMIUM is ${own}, which does not exist.`);
    return own;
  }
  if (existsSync(debian) || install()) return debian;
  if (process.env['CI']) throw new Error(missing);
  process.stderr.write(`kring: ${missing}\n`);
  return null;
};

const install = (): boolean => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  process.stderr.write('kring: installing Chromium (once; half a minute)\n');
  const apt = (...args: string[]) => spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const packages = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'];
  if (apt(...packages).status !== 0) {
    apt('update');
    apt(...packages);
  }
  return existsSync(debian);
};
