import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  CompleteMessage,
  ListedArtifact,
  ToolkitAnswer,
  ToolkitFailure,
  ToolkitRequest,
  ToolkitResults,
  UploadedArtifact,
} from './toolkit-messages.ts';

/**
 * A process of its own that does one thing at a time through GitHub's clients for artifacts and caches, and the one file that imports
 * them. Why it is a process:
 *
 * - they write to the log, and make annotations, whatever comes of it: here that goes nowhere (toolkit-process.ts);
 * - an upload can't be taken back by a caller: the end of a pipe counts as the end of the file, whoever died. A process
 *   can be killed;
 * - they are large (scripts/build.sh bundles this file by itself), and see no password of ours.
 */
process.on('message', (request: ToolkitRequest | CompleteMessage) => {
  if ('completeBytes' in request) return;
  carryOut(request).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ failure: failureOf(error) }),
  );
});

// Nobody waits for us any more: nothing may be finished.
process.once('disconnect', end);
// However it comes to its end: who asked may be gone before it is told that they are.
process.once('exit', end);

/** At once: an orderly end would wait for a thread that waits for a pipe. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

function answer(message: ToolkitAnswer): void {
  process.send?.(message, undefined, undefined, (error) => {
    if (error !== null) end();
  });
}

async function carryOut(request: ToolkitRequest): Promise<ToolkitResults[keyof ToolkitResults]> {
  switch (request.do) {
    case 'upload-artifact':
      return await uploadArtifact(request);
    case 'download-artifact':
      return await downloadArtifact(request);
    case 'list-artifacts':
      return await listArtifacts();
    case 'delete-artifact':
      return await deleteArtifact(request.name);
    case 'restore-cache':
      return await restoreCache(request);
    case 'save-cache':
      return await saveCache(request);
  }
}

type Request<Kind extends ToolkitRequest['do']> = Extract<ToolkitRequest, { do: Kind }>;

async function artifacts() {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
}

/**
 * The pipe is open for writing here until our parent has said that all of it was written: so it has no end before that,
 * whoever dies.
 */
async function uploadArtifact({
  name,
  folder,
  isPipe,
  retentionDays,
}: Request<'upload-artifact'>): Promise<UploadedArtifact> {
  const path = join(folder, name);
  const complete = nextMessage<CompleteMessage>();
  const fill = async () => {
    // Waits until the client opens the other end: closed before that, the pipe would lose what is in it.
    const pipe = await open(path, 'w');
    let writtenBytes = 0;
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; ) at += (await pipe.write(chunk, at)).bytesWritten;
      writtenBytes += chunk.length;
    }
    const { completeBytes } = await complete;
    if (completeBytes !== writtenBytes)
      throw new Error(`${writtenBytes} bytes came of the ${completeBytes} that were sent`);
    await pipe.close();
  };
  const options = { skipArchive: true, ...(retentionDays === null ? {} : { retentionDays }) };
  const upload = (await artifacts()).uploadArtifact(name, [path], folder, options);
  const [{ id = 0, size = 0, digest = '' }] = await Promise.all([upload, isPipe ? fill() : null]);
  return { id, sizeBytes: size, digest };
}

async function downloadArtifact({
  id,
  folder,
  digest,
  from,
}: Request<'download-artifact'>): Promise<ToolkitResults['download-artifact']> {
  const { digestMismatch } = await (await artifacts()).downloadArtifact(id, {
    path: folder,
    skipDecompress: true,
    ...(digest === null ? {} : { expectedHash: digest }),
    ...(from === null
      ? {}
      : {
          findBy: {
            token: from.token,
            workflowRunId: from.runId,
            repositoryOwner: from.owner,
            repositoryName: from.repository,
          },
        }),
  });
  return { isMismatch: digestMismatch === true };
}

async function listArtifacts(): Promise<ListedArtifact[]> {
  const listed = await (await artifacts()).listArtifacts();
  return listed.artifacts.map(({ id, name, size, createdAt, digest }) => ({
    id,
    name,
    sizeBytes: size,
    createdMs: createdAt?.getTime() ?? null,
    digest: digest ?? null,
  }));
}

/** Resolves too when there is none. */
async function deleteArtifact(name: string): Promise<null> {
  try {
    await (await artifacts()).deleteArtifact(name);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ArtifactNotFoundError') throw error;
  }
  return null;
}

/** The same in each run, since it goes into what GitHub compares. */
const CACHE_PATH = 'holdfast-cache';

async function restoreCache({
  key,
  prefixes,
}: Request<'restore-cache'>): Promise<ToolkitResults['restore-cache']> {
  const cache = await import('@actions/cache');
  if (!cache.isFeatureAvailable()) throw new Error('the runner offers no cache');
  return { key: (await cache.restoreCache([CACHE_PATH], key, [...prefixes])) ?? null };
}

async function saveCache({ key }: Request<'save-cache'>): Promise<ToolkitResults['save-cache']> {
  const cache = await import('@actions/cache');
  if (!cache.isFeatureAvailable()) throw new Error('the runner offers no cache');
  return { isSaved: (await cache.saveCache([CACHE_PATH], key)) >= 0 };
}

function nextMessage<T>(): Promise<T> {
  return new Promise((resolve) => process.once('message', resolve as (message: unknown) => void));
}

function failureOf(error: unknown): ToolkitFailure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), status: null };
  const status = 'status' in error && typeof error.status === 'number' ? error.status : null;
  return { name: error.name, message: error.message, status };
}
