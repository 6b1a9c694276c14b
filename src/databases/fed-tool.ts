import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HoldfastError } from '../errors.ts';
import type { ExitStatus, Host } from '../hosts/host.ts';
import { type Output, type RunOptions, runToEnd } from '../hosts/output.ts';
import type { ToolMessages } from './tool-output.ts';

/**
 * Runs a tool that reads a dump, to its end. A chunk of it has been read by the tool's side when the next one is asked for. A dump that breaks off ends the tool: it must not take a part for the whole, and
 * some wait for the rest for ever (pg_restore does of a tar).
 * @throws what `stdin` throws, and what `runToEnd` throws.
 */
export async function runFed(
  host: Host,
  script: string,
  {
    stdin,
    limitBytes,
    signal,
  }: Omit<RunOptions, 'stdin'> & { stdin: AsyncIterable<Uint8Array>; signal: AbortSignal },
): Promise<Output> {
  const source = new WatchedSource(stdin);
  const running = runToEnd(host, script, {
    stdin: async (write) => {
      for await (const bytes of source.bytes()) await write(bytes);
    },
    hasLargeInput: true,
    limitBytes,
    signal: AbortSignal.any([signal, source.failed]),
  });
  return running.catch((error: unknown) => {
    source.requireWhole();
    throw error;
  });
}

/**
 * What a tool prints that reads a dump meanwhile; returns how it ended. It is ended when its reader stops, and when the dump
 * breaks off, as by `runFed`.
 * @param messages Takes what it says of errors.
 * @throws what `stdin` throws, and what the host throws.
 */
export async function* fedOutput(
  host: Host,
  script: string,
  options: { stdin: AsyncIterable<Uint8Array>; messages: ToolMessages; signal: AbortSignal },
): AsyncGenerator<Buffer, ExitStatus, undefined> {
  const source = new WatchedSource(options.stdin);
  const ending = new AbortController();
  const signal = AbortSignal.any([ending.signal, source.failed, options.signal]);
  const command = await host.start(script, { signal, hasLargeInput: true });
  command.exited.catch(() => {}); // met below
  // A tool need not read all: what that means its exit status says.
  const feeding = pipeline(
    Readable.from(passedOn(source.bytes()), { objectMode: false }),
    command.stdin,
  ).catch(() => {});
  const errors = options.messages.read(command.stderr).catch(() => {});
  try {
    for await (const chunk of command.stdout) yield chunk;
    const exit = await command.exited;
    await Promise.all([errors, feeding]);
    source.requireWhole();
    return exit;
  } catch (error) {
    source.requireWhole();
    await command.exited; // why the stream broke, if the host knows
    throw error;
  } finally {
    ending.abort();
    command.stdout.destroy();
    command.stderr.destroy();
    await command.exited.catch(() => {});
  }
}

/** Remembers whether it was the source that broke, and not who reads it. */
class WatchedSource {
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #failing = new AbortController();
  #failure: { readonly error: unknown } | null = null;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source;
  }

  /** Aborts when the source throws. */
  get failed(): AbortSignal {
    return this.#failing.signal;
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    try {
      yield* this.#source;
    } catch (error) {
      this.#failure = { error };
      this.#failing.abort(error);
      throw error;
    }
  }

  /** @throws what the source threw, if it did. */
  requireWhole(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }
}

/** A stream that breaks throws into the iterator that it reads: not into the source, which would take it for its own. */
async function* passedOn(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) yield chunk;
}

/** The dump's bytes, which must be as many as its record says. @throws HoldfastError repository-damaged, at their end. */
export async function* wholeContent(
  content: AsyncIterable<Uint8Array>,
  { name, size_bytes: expected }: { readonly name: string; readonly size_bytes: number },
): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const chunk of content) {
    sizeBytes += chunk.length;
    yield chunk;
  }
  if (sizeBytes === expected) return;
  throw new HoldfastError(
    'repository-damaged',
    `Cannot restore the dump ${name}: it has ${sizeBytes} bytes, expected ${expected} as its manifest says. Choose another one.`,
  );
}
