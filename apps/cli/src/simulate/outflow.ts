import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Terminal } from '../terminal.ts';

/** Where lines go, no faster than they are taken. */
export type Outflow = {
  write(text: string): Promise<void>;
  /** Nothing more comes; what was written counts from here on. */
  end(): Promise<void>;
  /** It did not come to an end; nothing of it is left. */
  abandon(): Promise<void>;
};

/** Characters that are gathered before they are handed on. */
const gathered = 65_536;

/** To whoever reads the command's answer. */
export const toTerminal = ({ out }: Terminal): Outflow => {
  let waiting = '';
  const flush = async (): Promise<void> => {
    out(waiting);
    waiting = '';
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  };
  return {
    write: async (text) => {
      waiting += text;
      if (waiting.length >= gathered) await flush();
    },
    end: flush,
    abandon: () => Promise.resolve(),
  };
};

/** To a file, that appears under its name when it is whole. */
export const toFile = (path: string): Outflow => {
  const aside = `${path}.${process.pid}.part`;
  let stream: WriteStream | undefined;
  let waiting = '';
  const opened = async (): Promise<WriteStream> => {
    if (stream) return stream;
    stream = createWriteStream(aside);
    await once(stream, 'open');
    return stream;
  };
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    const open = await opened();
    if (!open.write(text)) await once(open, 'drain');
  };
  return {
    write: async (text) => {
      waiting += text;
      if (waiting.length >= gathered) await flush();
    },
    end: async () => {
      await flush();
      const open = await opened();
      open.end();
      await once(open, 'close');
      await rename(aside, path);
    },
    abandon: async () => {
      stream?.destroy();
      await rm(aside, { force: true });
    },
  };
};
