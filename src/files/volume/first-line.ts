import type { Readable } from 'node:stream';

/** A hostile host may print without ever ending a line. */
const LINE_LIMIT_BYTES = 4096;

/** The first line of `stream`, or what there is of it when it ends or is too long. What follows is read and dropped. */
export function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let held = '';
    const end = () => resolve(held.split('\n', 1)[0] ?? '');
    stream.on('data', (chunk: Buffer) => {
      if (held.includes('\n') || held.length >= LINE_LIMIT_BYTES) return;
      held += chunk.toString('utf8', 0, LINE_LIMIT_BYTES);
      if (held.includes('\n') || held.length >= LINE_LIMIT_BYTES) end();
    });
    stream.once('close', end).on('error', end);
  });
}
