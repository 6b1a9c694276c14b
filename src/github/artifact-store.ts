import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArchiveStore, assertName, NAME_PATTERN, type StoredArchive } from '../archive/archive-store.ts';
import { throwIfCancelled } from '../backends/cancel.ts';
import { HoldfastError } from '../errors.ts';
import { artifactError, expiredArtifact, missingArtifact } from './artifact-errors.ts';
import { type ArtifactSource, type FoundArtifact, listArtifacts } from './artifact-listing.ts';
import { type UploadOptions, uploadStream } from './artifact-upload.ts';
import { askRest } from './rest.ts';
import { askToolkit } from './toolkit-process.ts';

export interface ArtifactStoreOptions {
  /** Whose artifacts are listed, read and removed: all runs of a GitHub repository. Null: of this run alone. */
  readonly source: ArtifactSource | null;
  /** How long what is stored is kept: 1 to 90 days (400 in private repositories); null: as the repository's settings say. */
  readonly retentionDays: number | null;
  /** For tests. */
  readonly upload?: Pick<UploadOptions, 'stallMs'>;
}

/**
 * GitHub's artifacts as a store of archives. What is put becomes an artifact of this run, whatever the source is; of
 * several of one name, which different runs may have, the newest is meant. What expired isn't listed.
 */
export function openArtifactStore(options: ArtifactStoreOptions): ArchiveStore {
  return new ArtifactStore(options);
}

class ArtifactStore implements ArchiveStore {
  readonly location: string;
  readonly #options: ArtifactStoreOptions;

  constructor(options: ArtifactStoreOptions) {
    const { source } = options;
    this.#options = options;
    this.location =
      source === null ? 'artifacts of this run' : `artifacts of ${source.owner}/${source.repository}`;
  }

  async put(name: string, stream: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<void> {
    assertName(name);
    throwIfCancelled(signal);
    const what = `Cannot store artifact "${name}" in this run`;
    await this.#refuseTaken(name, what, signal);
    const { retentionDays, upload } = this.#options;
    let streamFailure: { error: unknown } | null = null;
    const watched = failureOf(stream, (error) => {
      streamFailure = { error };
    });
    try {
      await uploadStream(name, watched, { ...upload, retentionDays, signal });
    } catch (error) {
      const failure = artifactError(what, error);
      if (!isTaken(failure)) await this.#removeFailed(name);
      throw streamFailure === null ? failure : (streamFailure as { error: unknown }).error;
    }
  }

  async *get(name: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
    const what = `Cannot read artifact "${name}" of ${this.#whose()}`;
    const artifact = await this.#find(name, what, signal);
    const folder = await mkdtemp(join(process.env['RUNNER_TEMP'] || tmpdir(), 'holdfast-artifact-'));
    try {
      yield* createReadStream(await this.#download(artifact, folder, what, signal)) as AsyncIterable<Buffer>;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async *list(signal?: AbortSignal): AsyncGenerator<StoredArchive> {
    const seen = new Set<string>();
    for await (const one of listArtifacts(this.#options.source, null, signal)) {
      if (one.isExpired || seen.has(one.name) || !NAME_PATTERN.test(one.name)) continue;
      seen.add(one.name);
      yield { name: one.name, sizeBytes: one.sizeBytes, storedMs: one.createdMs };
    }
  }

  async remove(name: string, signal?: AbortSignal): Promise<void> {
    const { source } = this.#options;
    const what = `Cannot remove artifact "${name}" of ${this.#whose()}`;
    try {
      if (source === null) {
        await askToolkit<'delete-artifact'>({ do: 'delete-artifact', name }, { signal });
        return;
      }
      const { owner, repository, token } = source;
      const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}/actions/artifacts`;
      for await (const { id } of listArtifacts(source, name, signal))
        await askRest('DELETE', `${path}/${id}`, { token, signal });
    } catch (error) {
      throw artifactError(what, error);
    }
  }

  async close(): Promise<void> {}

  #whose(): string {
    return this.location.slice('artifacts of '.length);
  }

  /** GitHub refuses it, too, but then nobody could tell what was there before from what we leave when we fail. */
  async #refuseTaken(name: string, what: string, signal: AbortSignal | undefined): Promise<void> {
    for await (const _ of listArtifacts(null, name, signal))
      throw artifactError(what, new Error('already exists'));
  }

  /** What can't be removed expires; it was never finished, or is named by no one. */
  async #removeFailed(name: string): Promise<void> {
    await askToolkit<'delete-artifact'>({ do: 'delete-artifact', name }, { limitMs: REMOVE_LIMIT_MS }).catch(
      () => {},
    );
  }

  async #find(name: string, what: string, signal: AbortSignal | undefined): Promise<FoundArtifact> {
    let expired: FoundArtifact | null = null;
    for await (const one of listArtifacts(this.#options.source, name, signal)) {
      if (!one.isExpired) return one;
      expired ??= one;
    }
    throw expired === null ? missingArtifact(what) : expiredArtifact(what, expired.expiresMs);
  }

  /** @returns The file's path. Its digest was compared, and its size. */
  async #download(
    { id, digest, sizeBytes, runId }: FoundArtifact,
    folder: string,
    what: string,
    signal: AbortSignal | undefined,
  ): Promise<string> {
    const { source } = this.#options;
    const from = source === null || runId === null ? null : { ...source, runId };
    try {
      const request = { do: 'download-artifact', id, folder, digest, from } as const;
      const { isMismatch } = await askToolkit<'download-artifact'>(request, { signal });
      if (isMismatch)
        throw altered(what, `its SHA-256 is another than the ${digest} that it was stored with`);
      const [file, ...more] = await readdir(folder);
      if (file === undefined || more.length > 0)
        throw altered(what, `it is ${more.length + 1} files, expected one`);
      const path = join(folder, file);
      const { size } = await stat(path);
      if (size !== sizeBytes) throw altered(what, `${size} bytes came, expected ${sizeBytes}`);
      return path;
    } catch (error) {
      throw artifactError(what, error);
    }
  }
}

/** A run that is cancelled has some seconds left. */
const REMOVE_LIMIT_MS = 5_000;

function isTaken(error: HoldfastError): boolean {
  return error.message.includes('an artifact of this run has that name');
}

function altered(what: string, how: string): HoldfastError {
  return new HoldfastError(
    'backend-failed',
    `${what}: ${how}. It was altered, or cut off; take another one.`,
  );
}

/** `stream`, and told of what it throws. */
async function* failureOf(
  stream: AsyncIterable<Uint8Array>,
  onFailure: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    onFailure(error);
    throw error;
  }
}
