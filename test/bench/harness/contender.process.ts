// The process of one contender: opens it, measures it whenever it is asked to, and ends when it is told so or its parent is gone.
import type { Contender, ContenderModule } from './contender.ts';

const [module = '', options = '{}'] = process.argv.slice(2);

const tell = (message: object): Promise<void> => new Promise((told) => process.send?.(message, () => told()));

const attempt = async (work: () => Promise<object>): Promise<void> => {
  try {
    await tell({ done: await work() });
  } catch (error) {
    await tell({ failed: error instanceof Error ? (error.message || error.name) : String(error) });
  }
};

let contender: Contender | undefined;
await attempt(async () => {
  contender = await ((await import(module)) as ContenderModule<unknown>).open(JSON.parse(options));
  return {};
});

const end = async (): Promise<never> => {
  await contender?.close().catch(() => undefined);
  process.exit(0);
};
process.on('disconnect', () => void end());
process.on('message', (asked) => {
  if (asked === 'end') return void end();
  return void attempt(async () => {
    // What the measurement before this one left behind is not to be cleared away within this one.
    globalThis.gc?.();
    if (!contender) throw new Error('it was never opened');
    return contender.measure();
  });
});
