/** A setting that the process cannot start with. The message says which one and what to do; it never repeats a secret. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly setting: string;
  readonly problem: string;

  constructor(setting: string, problem: string) {
    super(`${setting}: ${problem}`);
    this.setting = setting;
    this.problem = problem;
  }
}
