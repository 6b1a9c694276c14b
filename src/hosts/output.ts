import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HoldfastError } from '../errors.ts';
import { endedWith, isSuccess } from './exit-status.ts';
import type { ExitStatus, Host, RunningCommand } from './host.ts';
import { displayTail } from './output-tail.ts';

/**
 * Writes what a command reads, and resolves at its end. `write` resolves when its bytes are read no more, so that their
 * memory can serve for others; it rejects when the command reads no more.
 */
export type StdinSource = (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>;

export interface RunOptions {
  /** What the command reads; default: nothing. */
  readonly stdin?: Uint8Array | AsyncIterable<Uint8Array> | StdinSource | undefined;
  /** See StartOptions. */
  readonly hasLargeInput?: boolean | undefined;
  /** Of stdout, and of stderr. Default 1 MiB. */
  readonly limitBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Output {
  readonly stdout: Buffer;
  /** The last of it when it is over the limit: the end says why a command failed. */
  readonly stderr: Buffer;
  readonly exit: ExitStatus;
}

const DEFAULT_LIMIT_BYTES = 1024 * 1024;

/** A command on a host that ended with something else than exit status 0. */
export class CommandFailure extends HoldfastError {
  readonly exit: ExitStatus;

  /** `what`: what the command was to do, ready to show: `Cannot <what> on "host": …`. */
  constructor(what: string, host: Host, { exit, stderr }: Pick<Output, 'exit' | 'stderr'>) {
    super(
      'command-failed',
      `Cannot ${what} on "${host.name}": the command ${endedWith(exit)}${displayTail(stderr)}, expected exit status 0.`,
    );
    this.exit = exit;
  }
}

/**
 * Runs `script` to its end and gives what it printed. A command that fails gives an Output like any other: pass it to
 * `CommandFailure` where that is an error.
 *
 * @throws HoldfastError host-unsupported, after ending the command, when stdout is over the limit; else what `start`
 * and `exited` throw.
 */
export async function runToEnd(host: Host, script: string, options: RunOptions = {}): Promise<Output> {
  const limitBytes = options.limitBytes ?? DEFAULT_LIMIT_BYTES;
  const excess = new AbortController();
  const signal = AbortSignal.any([excess.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  const command = await host.start(script, { signal, hasLargeInput: options.hasLargeInput });
  const onExcess = () => excess.abort(tooMuchOutput(host, limitBytes));
  const feeding = feed(command, options.stdin).catch((error: unknown) => {
    // Not every way to a host tells the command that no more comes: it would wait for ever.
    if (!signal.aborted) excess.abort(error);
    throw error;
  });
  const outcomes = await Promise.allSettled([
    readAll(command.stdout, limitBytes, onExcess),
    readLast(command.stderr, limitBytes),
    command.exited,
    feeding,
  ]);
  if (excess.signal.aborted) throw excess.signal.reason;
  const [stdout, stderr, exit, fed] = outcomes;
  if (exit.status === 'rejected') throw exit.reason;
  if (stdout.status === 'rejected') throw stdout.reason;
  if (stderr.status === 'rejected') throw stderr.reason;
  if (fed.status === 'rejected') throw fed.reason;
  return { stdout: stdout.value, stderr: stderr.value, exit: exit.value };
}

/** As `runToEnd`. @throws CommandFailure for any exit but 0; `what` as it takes it. */
export async function runSuccessfully(
  host: Host,
  what: string,
  script: string,
  options: RunOptions = {},
): Promise<Output> {
  const output = await runToEnd(host, script, options);
  if (!isSuccess(output.exit)) throw new CommandFailure(what, host, output);
  return output;
}

/**
 * A command need not read its stdin to the end: what it says of itself is in its exit status. Only what the source
 * itself throws is an error here, not what a pipe that ends early makes of it.
 */
async function feed(command: RunningCommand, input: RunOptions['stdin']): Promise<void> {
  if (typeof input === 'function') return feedBy(input, command);
  const source = input instanceof Uint8Array ? [input] : (input ?? []);
  let failure: { error: unknown } | null = null;
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* source;
    } catch (error) {
      failure = { error };
      throw error;
    }
  }
  // A stream that breaks throws into the iterator that it reads: not into `watched`, which would take it for its own.
  async function* passedOn(): AsyncGenerator<Uint8Array> {
    for await (const chunk of watched()) yield chunk;
  }
  await pipeline(Readable.from(passedOn(), { objectMode: false }), command.stdin).catch(() => {
    if (failure !== null) throw (failure as { error: unknown }).error;
  });
}

async function feedBy(source: StdinSource, { stdin }: RunningCommand): Promise<void> {
  const waiting = new Set<(error: unknown) => void>();
  const refuse = () => {
    for (const reject of waiting) reject(new StdinClosed());
  };
  stdin.on('error', () => {}); // a command that ends early says so by its exit status
  stdin.on('close', refuse); // not every stream tells that to the write that is under way
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      waiting.add(reject);
      stdin.write(bytes, (error) => {
        waiting.delete(reject);
        if (error == null) resolve();
        else reject(new StdinClosed());
      });
      if (stdin.destroyed) refuse();
    });
  try {
    await source(write);
    stdin.end();
  } catch (error) {
    stdin.destroy();
    if (!(error instanceof StdinClosed)) throw error;
  }
}

/** The command reads no more. */
class StdinClosed extends Error {
  override readonly name = 'StdinClosed';
}

async function readAll(stream: Readable, limitBytes: number, onExcess: () => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limitBytes) {
      onExcess();
      break;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readLast(stream: Readable, limitBytes: number): Promise<Buffer> {
  let last: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    last = Buffer.concat([last, chunk]);
    if (last.length > 2 * limitBytes) last = Buffer.from(last.subarray(-limitBytes));
  }
  return last.subarray(-limitBytes);
}

function tooMuchOutput(host: Host, limitBytes: number): HoldfastError {
  return new HoldfastError(
    'host-unsupported',
    `Cannot keep the output of a command on "${host.name}": it is larger than expected, over ${limitBytes} bytes. ` +
      'Look at what the host prints; the command was ended.',
  );
}
