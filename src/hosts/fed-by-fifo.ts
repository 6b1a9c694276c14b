import { Writable } from 'node:stream';
import { fromText } from '../bytestring.ts';
import type { Fifo } from './fifo.ts';
import { brokenPipe, type FifoEnd } from './fifo-end.ts';
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
    ...(host.startAhead === undefined ? {} : { startAhead: host.startAhead.bind(host) }),
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
  const into = (use: (end: FifoEnd) => Promise<void> | void, done: (error?: Error | null) => void) =>
    void opened.then(use).then(() => done(), done); // biome-ignore format: one thought
  const writable = new Writable({
    write: (chunk, _encoding, done) => into((end) => end.write(chunk), done),
    final: (done) =>
      into((end) => {
        end.destroy();
        stdin.end();
      }, done),
  });
  writable.on('error', () => {}); // whoever writes listens; if nobody does, `exited` tells it
  opened.then(
    (end) => {
      end.onError((error) => writable.destroy(error));
      void fifo.widen().then((isWide) => {
        if (isWide) end.setWide();
        return fifo.remove(); // its name isn't needed any more
      });
    },
    (error) => writable.destroy(error),
  );
  stdin.on('error', (error) => writable.destroy(error));
  const end = () => {
    ended.abort(brokenPipe());
    writable.destroy(brokenPipe());
    void fifo.remove();
    opened.then((one) => one.destroy()).catch(() => {});
  };
  exited.then(end, end);
  return writable;
}
