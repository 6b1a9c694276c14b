import { randomBytes } from 'node:crypto';
import type { Backend } from '../../../src/backends/backend.ts';
import { createMemoryBackend } from '../../../src/backends/memory.ts';
import { type PruneOptions, type PruneResult, prune } from '../../../src/operations/prune.ts';
import { checkRepository, type Finding } from '../../../src/repository/check.ts';
import type { BlobId, SnapshotId } from '../../../src/repository/format/ids.ts';
import type { Snapshot } from '../../../src/repository/format/snapshot.ts';
import { initRepository } from '../../../src/repository/init.ts';
import { acquireLock } from '../../../src/repository/lock.ts';
import { type OpenRepository, openRepository, type RepositoryOptions } from '../../../src/repository/open.ts';
import { listed } from '../../contract/backend.ts';
import { FAST_KEY, PASSWORD } from '../../repository/fast-key.ts';
import { fileNode, folderNode, snapshotOf } from '../../repository/nodes.ts';

export const PACK_BYTES = 50_000;
const FILE_BYTES = 5000;
const NO_THREADS = { threads: 0, packSizeBytes: PACK_BYTES };

/** One snapshot to be: the contents of its files by their names. */
export type Contents = Readonly<Record<string, Buffer>>;

export const SILENT = { onProgress() {}, onWarning() {}, onInfo() {} };

export const DEFAULTS: PruneOptions = {
  maxUnused: { kind: 'percent', percent: 0 },
  maxRepackBytes: null,
  repackSmallerThanBytes: null,
  repackCacheableOnly: false,
  repackUncompressed: false,
  dryRun: false,
};

/** Random contents named `a0`, `a1` … */
export function contents(letter: string, count: number): Contents {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `${letter}${String(i).padStart(2, '0')}`,
      randomBytes(FILE_BYTES),
    ]),
  );
}

/** A repository in memory with a snapshot of each of `snapshots`, one backup after the other. */
export async function repositoryOf(
  snapshots: readonly Contents[],
  version: 1 | 2 = 2,
): Promise<{ backend: Backend; ids: SnapshotId[] }> {
  const backend = createMemoryBackend();
  await (await initRepository(backend, PASSWORD, { key: FAST_KEY, version, threads: 0 })).close();
  const ids: SnapshotId[] = [];
  for (const files of snapshots) ids.push(await addSnapshot(backend, files));
  return { backend, ids };
}

/**
 * Two snapshots are left of three. Some packs are of no use, some partly, some wholly; one is in no index.
 */
export async function garbage(): Promise<{ backend: Backend; left: readonly Contents[] }> {
  const [all, gone, own] = [contents('a', 12), contents('g', 12), contents('o', 8)];
  const first = { ...all, ...gone };
  const second = { ...all, ...own };
  const { backend, ids } = await repositoryOf([first, second, own]);
  await backend.remove({ kind: 'snapshot', name: ids[0] as string });
  await strayPack(backend);
  return { backend, left: [second, own] };
}

async function strayPack(backend: Backend): Promise<void> {
  const before = await listed(backend, 'index');
  await inRepository(backend, async (repository) => {
    await repository.loadIndex();
    await repository.saveBlob('data', randomBytes(FILE_BYTES));
    await repository.flush();
  });
  for (const name of (await listed(backend, 'index')).keys()) {
    if (!before.has(name)) await backend.remove({ kind: 'index', name });
  }
}

/** Saves a snapshot of a folder with these files. */
export function addSnapshot(
  backend: Backend,
  files: Contents,
  options: RepositoryOptions = {},
  snapshot: Partial<Snapshot> = {},
): Promise<SnapshotId> {
  const save = async (repository: OpenRepository) => {
    await repository.loadIndex();
    const lock = await acquireLock(repository, { timings: { settleMs: 0 } });
    try {
      const nodes = [];
      for (const [name, content] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
        await repository.room();
        const { id } = await repository.saveBlob('data', content);
        nodes.push(fileNode(name, [id], content.length));
      }
      const { id: folder } = await repository.saveTree({ nodes });
      const { id: root } = await repository.saveTree({ nodes: [folderNode('folder', folder)] });
      return await repository.saveSnapshot(snapshotOf(root, snapshot));
    } finally {
      await lock.release();
    }
  };
  return inRepository(backend, save, options);
}

export async function inRepository<T>(
  backend: Backend,
  work: (repository: OpenRepository) => Promise<T>,
  options: RepositoryOptions = {},
): Promise<T> {
  const repository = await openRepository(backend, PASSWORD, { ...NO_THREADS, ...options });
  try {
    return await work(repository);
  } finally {
    await repository.close();
  }
}

/** Prunes as the command does: under the exclusive lock. */
export function pruneIn(
  backend: Backend,
  options: Partial<PruneOptions> = {},
  repositoryOptions: RepositoryOptions = {},
): Promise<PruneResult> {
  const work = async (repository: OpenRepository) => {
    const lock = await acquireLock(repository, { exclusive: true, timings: { settleMs: 0 } });
    try {
      return await prune(repository, { ...DEFAULTS, ...options }, SILENT, lock.lost);
    } finally {
      await lock.release();
    }
  };
  return inRepository(backend, work, repositoryOptions);
}

export function findingsIn(backend: Backend): Promise<Finding[]> {
  return inRepository(backend, (repository) =>
    Array.fromAsync(checkRepository(repository, { readData: { kind: 'all' } })),
  );
}

/** The codes of what is more than a hint. */
export async function faultsIn(backend: Backend): Promise<string[]> {
  return (await findingsIn(backend)).filter(({ severity }) => severity !== 'hint').map(({ code }) => code);
}

/** What all snapshots hold, in no order: each as `name=hex of the beginning` lines. */
export function heldIn(backend: Backend): Promise<string[]> {
  return inRepository(backend, async (repository) => {
    await repository.loadIndex();
    const held: string[] = [];
    for await (const { snapshot } of repository.snapshots())
      held.push(await textOf(repository, snapshot.tree));
    return held.sort();
  });
}

/** The same of one. @throws if it can't be read. */
export async function contentOf(repository: OpenRepository, id: SnapshotId): Promise<string> {
  await repository.loadIndex();
  return textOf(repository, (await repository.loadSnapshot(id)).tree);
}

export function textOfContents(snapshots: readonly Contents[]): string[] {
  return snapshots
    .map((files) =>
      Object.entries(files)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, content]) => `${name}=${content.toString('base64')}`)
        .join(),
    )
    .sort();
}

async function textOf(repository: OpenRepository, root: BlobId): Promise<string> {
  const [folder] = (await repository.loadTree(root)).nodes;
  const { nodes } = await repository.loadTree(folder?.subtree as BlobId);
  const lines: string[] = [];
  for (const { name, content } of nodes) {
    const bytes = await Array.fromAsync(repository.loadBlobs('data', content ?? []));
    lines.push(`${name}=${Buffer.concat(bytes).toString('base64')}`);
  }
  return lines.join();
}

/** A copy, in memory by default. */
export async function copyOf(backend: Backend, copy = createMemoryBackend()): Promise<Backend> {
  await copy.create();
  const config = { kind: 'config', name: '' } as const;
  await copy.save(config, [await backend.load(config)]);
  for (const kind of ['key', 'index', 'snapshot', 'pack', 'lock'] as const) {
    for (const name of (await listed(backend, kind)).keys())
      await copy.save({ kind, name }, [await backend.load({ kind, name })]);
  }
  return copy;
}
