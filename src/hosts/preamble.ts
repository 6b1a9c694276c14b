import type { Readable } from 'node:stream';

/** How much rc files may print before a script begins. */
const NOISE_LIMIT_BYTES = 1024 * 1024;

const NEWLINE = 0x0a;

/** The marker didn't come: `seen` is what came instead (the last of it, if it was too much). */
export class NoPreambleError extends Error {
  override readonly name = 'NoPreambleError';
  readonly seen: Buffer;

  constructor(message: string, seen: Buffer) {
    super(message);
    this.seen = seen;
  }
}

/**
 * Reads `stream` up to the end of the line that begins with `marker` and gives that line's other words. What login
 * shells and rc files printed before is dropped; what follows stays in the stream, unread.
 *
 * @throws NoPreambleError when the stream ends, fails, or holds over 1 MiB before the marker.
 */
export function readPreamble(stream: Readable, marker: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    let seen: Buffer = Buffer.alloc(0);
    const settle = (action: () => void) => {
      stream.off('readable', onReadable).off('end', onEnd).off('error', onError).off('close', onEnd);
      action();
    };
    const onEnd = () => settle(() => reject(new NoPreambleError('it ended', seen)));
    const onError = (error: Error) => settle(() => reject(new NoPreambleError(error.message, seen)));
    const onReadable = () => {
      for (let chunk = stream.read(); chunk !== null; chunk = stream.read()) {
        seen = Buffer.concat([seen, chunk]);
        const line = findLine(seen, marker);
        if (line !== null) {
          const rest = seen.subarray(line.end);
          return settle(() => {
            if (rest.length > 0) stream.unshift(rest);
            resolve(line.words);
          });
        }
        if (seen.length > NOISE_LIMIT_BYTES) {
          return settle(() => reject(new NoPreambleError('it printed over 1 MiB', seen)));
        }
      }
    };
    stream.on('readable', onReadable).on('end', onEnd).on('error', onError).on('close', onEnd);
  });
}

/** The words after `marker`, and where its line ends; null while it isn't there as a whole. */
export function findLine(
  bytes: Buffer,
  marker: string,
): { start: number; end: number; words: string[] } | null {
  const start = bytes.indexOf(marker);
  if (start < 0) return null;
  const newline = bytes.indexOf(NEWLINE, start);
  if (newline < 0) return null;
  const words = bytes
    .toString('latin1', start + marker.length, newline)
    .split(' ')
    .filter(Boolean);
  return { start, end: newline + 1, words };
}
