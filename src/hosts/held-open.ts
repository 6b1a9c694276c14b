import { type Readable, Transform } from 'node:stream';

/**
 * What comes from `source`. Its end isn't the output's end until `exit` has told that the command has ended: the way
 * to it may be lost instead, and then an end would look like the whole output.
 *
 * @param onClose Called once nobody reads any more, with `source` as it is then.
 * @param onData Told of each piece as it goes by.
 */
export function heldOpen(
  source: Readable,
  exit: Promise<unknown>,
  { onClose, onData }: { onClose: (source: Readable) => void; onData?: (chunk: Buffer) => void },
): Readable {
  const held = new Transform({
    transform: (chunk, _encoding, done) => {
      onData?.(chunk);
      done(null, chunk);
    },
    flush: (done) => {
      exit.then(() => done(), done);
    },
  });
  source.on('error', (error) => held.destroy(error));
  held.on('close', () => onClose(source));
  return source.pipe(held);
}
