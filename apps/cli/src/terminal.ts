/** What a command has around it: where it writes, what it was told by its environment, and the hour. */
export type Terminal = {
  /** The answer, for a person or the next program. */
  readonly out: (text: string) => void;
  /** What a person should know besides: progress, warnings, refusals. */
  readonly err: (text: string) => void;
  /** Whether a person watches `err`, so that a line may be drawn over. */
  readonly watched: boolean;
  readonly columns: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Ends the command with another code than 0, when it has done what it was asked. */
  readonly exitWith: (code: number) => void;
};

export const realTerminal = (): Terminal => ({
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  watched: process.stderr.isTTY === true,
  columns: process.stdout.columns ?? 120,
  environment: process.env,
  now: () => new Date(),
  exitWith: (code) => { process.exitCode = code; },
});

export const printJson = ({ out }: Terminal, value: unknown): void => out(`${JSON.stringify(value, null, 2)}\n`);
