/** A setting that the process cannot start with. The message says which one and what to do; it never repeats a secret. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  constructor(readonly setting: string, readonly problem: string) {
    super(`${setting}: ${problem}`);
  }
}
