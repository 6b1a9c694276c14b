import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import { type Output, type RunOptions, runToEnd } from '../hosts/output.ts';

/**
 * Runs a tool that reads a dump, to its end. A dump that breaks off ends the tool: it must not take a part for the whole, and
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
  const failed = new AbortController();
  let reason: { readonly error: unknown } | null = null;
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* stdin;
    } catch (error) {
      reason = { error };
      failed.abort(error);
      throw error;
    }
  }
  const running = runToEnd(host, script, {
    stdin: watched(),
    limitBytes,
    signal: AbortSignal.any([signal, failed.signal]),
  });
  return running.catch((error: unknown) => {
    throw reason === null ? error : (reason as { readonly error: unknown }).error;
  });
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
