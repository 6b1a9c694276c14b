import type { Socket } from 'node:net';
import { Writable } from 'node:stream';
import { fromText } from '../bytestring.ts';
import type { Fifo } from './fifo.ts';
import type { Host, RunningCommand } from './host.ts';
import { quote } from './quote.ts';

/** A FIFO of this machine, and the path by which the host sees it. */
export interface SharedFifo {
  readonly fifo: Fifo;
  readonly there: string;
}

/**
 * `host`, but that large inputs go through FIFOs that it shares with this machine, and not through the way that its commands take:
 * an engine's client, its daemon and its shim each copy what comes by stdin. All else is as it was, the end of a command that is
 * cancelled included. Closing it closes `host`.
 *
 * @param makeFifo A new one for each command: what a command before has left running must not read what is meant for the next.
 *   Where it fails the input goes the other way.
 */
export function fedByFifo(host: Host, makeFifo: () => Promise<SharedFifo>): Host {
  return {
    name: host.name,
    recordedName: host.recordedName,
    async start(script, options = {}) {
      if (options.hasLargeInput !== true) return host.start(script, options);
      const made = await makeFifo().catch(() => null);
      if (made === null) return host.start(script, options);
      const { fifo, there } = made;
      const failing = new AbortController();
      const signals = options.signal === undefined ? [] : [options.signal];
      try {
        const command = await host.start(`exec <${quote(fromText(there))}\n${script}`, {
          ...options,
          signal: AbortSignal.any([failing.signal, ...signals]),
        });
        const { stdout, stderr, exited } = command;
        return { stdin: writableInto(fifo, command, failing), stdout, stderr, exited };
      } catch (error) {
        await fifo.remove();
        throw error;
      }
    },
    ...(host.forward === undefined ? {} : { forward: host.forward.bind(host) }),
    ...(host.forwardPort === undefined ? {} : { forwardPort: host.forwardPort.bind(host) }),
    close: () => host.close(),
  };
}

/**
 * The command's stdin. Destroying it is no end to the command, which would take what it has for all: the FIFO stays open until the
 * command has ended. `failing` is aborted when we can't open it: the command would wait for us for ever.
 */
function writableInto(fifo: Fifo, { stdin, exited }: RunningCommand, failing: AbortController): Writable {
  const ended = new AbortController();
  const opened = fifo.open(ended.signal);
  opened.catch((error) => {
    if (!ended.signal.aborted) failing.abort(error);
  });
  const into = async (use: (socket: Socket) => void, done: (error?: Error | null) => void) => {
    const socket = await opened.catch((error: Error) => done(error));
    if (socket !== undefined) use(socket);
  };
  const writable = new Writable({
    write: (chunk, _encoding, done) => void into((socket) => socket.write(chunk, done), done),
    final: (done) =>
      void into((socket) => {
        socket.destroy();
        stdin.end();
        done();
      }, done),
  });
  writable.on('error', () => {}); // whoever writes listens; if nobody does, `exited` tells it
  opened.then(
    (socket) => {
      socket.on('error', (error) => writable.destroy(error));
      // Then its name isn't needed any more.
      void fifo.widen().then(() => fifo.remove());
    },
    (error) => writable.destroy(error),
  );
  stdin.on('error', (error) => writable.destroy(error));
  const end = () => {
    ended.abort(brokenPipe());
    writable.destroy(brokenPipe());
    void fifo.remove();
    opened.then((socket) => socket.destroy()).catch(() => {});
  };
  exited.then(end, end);
  return writable;
}

function brokenPipe(): NodeJS.ErrnoException {
  return Object.assign(new Error('the command reads no more'), { code: 'EPIPE' });
}
