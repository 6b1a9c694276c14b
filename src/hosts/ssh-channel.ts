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
  for (const stream of [stdin, stdout, stderr]) stream.on('error', () => undefined); // nobody may listen yet
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

/** What is gathered of a stream at most, beyond what waits in `source`: some packets in one piece. */
const GATHERED_BYTES = 256 * 1024;

/**
 * Gives what `source` has so far in one piece whenever it is asked, in memory of that piece's own, and gives the memory of the
 * packets back at once. Left to itself, Node joins what waits and V8 collects its whole heap for what lies around.
 *
 * Once the stream is destroyed by its reader, what still comes is dropped, so that the command doesn't stop for ever.
 * @param onTaken Called after each piece that leaves the buffer of `source`.
 */
function readableOf(
  source: Readable,
  { lost, onTaken }: { lost: AbortSignal; onTaken: () => void },
): Readable {
  let packets: Buffer[] = [];
  let gatheredBytes = 0;
  let isAsked = false;
  let hasEnded = false;
  const give = () => {
    if (!isAsked || readable.destroyed) return;
    if (gatheredBytes > 0) {
      isAsked = false;
      const piece = join(packets, gatheredBytes);
      packets = [];
      gatheredBytes = 0;
      readable.push(piece);
    } else if (hasEnded && !lost.aborted) {
      readable.push(null);
    }
    if (!hasEnded) source.resume();
  };
  const readable = new Readable({
    highWaterMark: 1, // with a piece there, no other is asked for: see above
    read: () => {
      isAsked = true;
      // Later, or Node would join what it gives just now with what comes.
      process.nextTick(give);
    },
    destroy: (error, done) => {
      packets = [];
      source.resume();
      done(error);
    },
  });
  source.on('data', (packet: Buffer) => {
    if (!readable.destroyed) {
      packets.push(packet);
      gatheredBytes += packet.length;
      if (gatheredBytes >= GATHERED_BYTES) source.pause();
      if (isAsked) process.nextTick(give);
    }
    onTaken();
  });
  source.pause();
  source.on('end', () => {
    hasEnded = true;
    give();
  });
  return readable;
}

function join(packets: readonly Buffer[], sizeBytes: number): Buffer {
  const piece = Buffer.allocUnsafeSlow(sizeBytes);
  let at = 0;
  for (const packet of packets) {
    piece.set(packet, at);
    at += packet.length;
    freePacket(packet);
  }
  return piece;
}

/** Smaller ones can lie in memory that Node shares out. */
const MIN_OWN_BYTES = 8 * 1024;
/** Of a packet, around its data (RFC 4253, 6; RFC 4254, 5.2): type, channel, lengths, and padding. */
const MAX_AROUND_BYTES = 300;

/** ssh2 decrypts each packet into memory of its own, of which nobody but us knows any more. */
function freePacket({ buffer, byteLength }: Buffer): void {
  const isOwn = byteLength >= MIN_OWN_BYTES && buffer.byteLength - byteLength <= MAX_AROUND_BYTES;
  if (isOwn && buffer instanceof ArrayBuffer) buffer.transfer(0);
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
