import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { throwIfCancelled } from '../backends/cancel.ts';
import { HoldfastError } from '../errors.ts';
import type { UploadedArtifact } from './toolkit-messages.ts';
import { ToolkitProcess } from './toolkit-process.ts';

/** GitHub takes nothing for so long although there is something to take: it is given up. */
const STALL_MS = 5 * 60_000;

export interface UploadOptions {
  /** How long GitHub keeps it; null: as long as the repository's settings say. */
  readonly retentionDays: number | null;
  readonly signal?: AbortSignal | undefined;
  /** For tests. */
  readonly stallMs?: number;
}

/**
 * Uploads `stream` as the artifact `name` of this run: through a named pipe, with no copy on the disk; where there are no
 * named pipes, by a file. It is only finished when all of it was given: a stream that fails, and our own death, leave none.
 *
 * @throws What `stream` throws, as it is; ToolkitError; HoldfastError cancelled. GitHub may know the name afterwards.
 */
export async function uploadStream(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  options: UploadOptions,
): Promise<void> {
  const folder = await mkdtemp(join(process.env['RUNNER_TEMP'] || tmpdir(), 'holdfast-artifact-'));
  try {
    const path = join(folder, name);
    const isPipe = await makePipe(path);
    const inFile = isPipe ? null : await copyToFile(stream, path, options.signal);
    const { retentionDays, signal } = options;
    const request = { do: 'upload-artifact', name, folder, isPipe, retentionDays } as const;
    const upload = new ToolkitProcess<'upload-artifact'>(request, { signal });
    try {
      const sent = inFile ?? (await send(stream, upload, options));
      assertSame(name, sent, await upload.result);
    } finally {
      // Of one that is done nothing is left to kill.
      await upload.kill();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** False where the system has none. */
async function makePipe(path: string): Promise<boolean> {
  const env = { PATH: process.env['PATH'] }; // ours holds secrets
  return promisify(execFile)('mkfifo', ['-m', '600', path], { env }).then(
    () => true,
    () => false,
  );
}

async function copyToFile(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  signal: AbortSignal | undefined,
): Promise<Sent> {
  await using file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const part of stream) {
    throwIfCancelled(signal);
    hash.update(part);
    sizeBytes += part.length;
    await file.writeFile(part);
  }
  return { sizeBytes, digest: hash.digest('hex') };
}

interface Sent {
  readonly sizeBytes: number;
  readonly digest: string;
}

async function send(
  stream: AsyncIterable<Uint8Array>,
  upload: ToolkitProcess<'upload-artifact'>,
  { signal, stallMs = STALL_MS }: UploadOptions,
): Promise<Sent> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  // Whoever gives the stream may wait for hours: an upload that failed meanwhile ends the waiting.
  for await (const part of untilSettled(stream, upload.result)) {
    throwIfCancelled(signal);
    hash.update(part);
    sizeBytes += part.length;
    // A copy: the memory of a part is the caller's again when the next one is asked for.
    const hasRoom = upload.input.write(Buffer.from(part));
    if (!hasRoom) await Promise.race([drained(upload.input, stallMs), upload.result]);
  }
  upload.complete({ completeBytes: sizeBytes });
  return { sizeBytes, digest: hash.digest('hex') };
}

/** What `stream` gives, until `result` rejects. Either way the stream is ended. */
async function* untilSettled(
  stream: AsyncIterable<Uint8Array>,
  result: Promise<unknown>,
): AsyncGenerator<Uint8Array> {
  const iterator = stream[Symbol.asyncIterator]();
  const failed = result.then(() => {
    throw new HoldfastError('internal', 'Cannot store an artifact: it was finished before its end.');
  });
  failed.catch(() => {});
  let isEnded = false;
  try {
    for (;;) {
      const next = iterator.next();
      next.catch(() => {
        isEnded = true;
      });
      const { done, value } = await Promise.race([next, failed]);
      if (done) {
        isEnded = true;
        return;
      }
      yield value;
    }
  } finally {
    // Not waited for: one that is stuck would hold us up.
    if (!isEnded) void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

async function drained(input: Writable, stallMs: number): Promise<void> {
  const signal = AbortSignal.timeout(stallMs);
  try {
    await once(input, 'drain', { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Error(`ETIMEDOUT: GitHub took nothing for ${Math.round(stallMs / 1000)} s`);
  }
}

/** What the client says it sent is what we gave it, byte by byte. */
function assertSame(name: string, sent: Sent, uploaded: UploadedArtifact): void {
  if (uploaded.digest === sent.digest && uploaded.sizeBytes === sent.sizeBytes) return;
  throw new HoldfastError(
    'backend-failed',
    `Cannot store artifact "${name}": GitHub has ${uploaded.sizeBytes} bytes with the SHA-256 ${uploaded.digest}, ` +
      `expected ${sent.sizeBytes} with ${sent.digest}. It was altered on the way: store it again.`,
  );
}
