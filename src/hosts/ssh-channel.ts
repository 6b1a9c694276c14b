import { Readable, Writable } from 'node:stream';
import type { ClientChannel } from 'ssh2';
import { HoldfastError } from '../errors.ts';
import type { ExitStatus } from './host.ts';
import type { Channel } from './transport.ts';

/**
 * `channel` as three streams and an exit status. When `lost` aborts, the streams are destroyed with its reason: ssh2
 * would end them as if the output were whole.
 */
export function sshChannel(name: string, channel: ClientChannel, lost: AbortSignal): Channel {
  const reopen = boundWindow(channel);
  const stdin = writableOf(channel);
  const stdout = readableOf(channel, { lost, onTaken: reopen });
  const stderr = readableOf(channel.stderr, { lost, onTaken: reopen });
  const exit = exitOf(name, channel, lost);
  const fail = () => {
    for (const stream of [stdin, stdout, stderr]) stream.destroy(lost.reason);
  };
  exit.then(() => stdin.destroy(brokenPipe()), fail);
  return { stdin, stdout, stderr, exit, close: () => channel.close() };
}

function exitOf(name: string, channel: ClientChannel, lost: AbortSignal): Promise<ExitStatus> {
  return new Promise((resolve, reject) => {
    const onLost = () => reject(lost.reason);
    lost.addEventListener('abort', onLost, { once: true });
    if (lost.aborted) onLost();
    channel.once('exit', (code: number | null, signal: string | undefined) => {
      resolve(code === null ? { signal: (signal ?? '').replace(/^SIG/, '') } : { code });
    });
    channel.once('close', () => {
      lost.removeEventListener('abort', onLost);
      reject(noExitStatus(name)); // nothing to reject after an exit
    });
  });
}

function noExitStatus(name: string): HoldfastError {
  return new HoldfastError(
    'host-unreachable',
    `Cannot know how a command on "${name}" ended: the host closed its channel without a word, expected an exit ` +
      'status. Look at the log of its SSH server, and run again.',
  );
}

function writableOf(channel: ClientChannel): Writable {
  return new Writable({
    write: (chunk, _encoding, done) => {
      channel.write(chunk, done);
    },
    final: (done) => {
      channel.end();
      done();
    },
  });
}

/**
 * Once `source` is destroyed by its reader, what still comes is dropped, so that the command doesn't stop for ever.
 * @param onTaken Called after each piece that leaves the buffer of `source`.
 */
function readableOf(
  source: Readable,
  { lost, onTaken }: { lost: AbortSignal; onTaken: () => void },
): Readable {
  const readable = new Readable({
    read: () => {
      source.resume();
    },
    destroy: (error, done) => {
      source.resume();
      done(error);
    },
  });
  source.on('data', (chunk) => {
    if (!readable.destroyed && !readable.push(chunk)) source.pause();
    onTaken();
  });
  source.pause();
  source.on('end', () => {
    if (!lost.aborted) readable.push(null);
  });
  return readable;
}

function brokenPipe(): NodeJS.ErrnoException {
  return Object.assign(new Error('the command reads no more'), { code: 'EPIPE' });
}

/**
 * stdout and stderr share one SSH window. ssh2 opens it again when either has room: while one isn't read, a little
 * traffic on the other lets it grow without bound. Here the window stays shut while either is full.
 *
 * @returns What to call whenever one of them has been read from. `_read` alone won't do: Node calls it while what is
 *   being read still counts, and not again before more has come, which with a shut window never happens.
 */
function boundWindow(channel: ClientChannel): () => void {
  const both: Readable[] = [channel, channel.stderr];
  const isFull = () => both.some((stream) => stream.readableLength >= stream.readableHighWaterMark);
  const read = channel._read.bind(channel);
  const reopen = () => {
    if (!isFull()) read(0);
  };
  for (const stream of both) {
    const push = stream.push.bind(stream);
    stream.push = (chunk, encoding) => push(chunk, encoding) && !isFull();
    stream._read = reopen;
  }
  return reopen;
}
