import type { Backend } from '../../src/backends/backend.ts';
import type { ByteString } from '../../src/bytestring.ts';
import { longLine, nodeJson } from '../../src/cli/node-view.ts';
import { toJsonLine } from '../../src/cli/output.ts';
import { snapshotJson } from '../../src/cli/snapshot-json.ts';
import { asHoldfastError, type ErrorCode } from '../../src/errors.ts';
import { diffSnapshots } from '../../src/operations/diff-snapshots.ts';
import { dump } from '../../src/operations/dump.ts';
import { findEntries } from '../../src/operations/find-entries.ts';
import { listEntries } from '../../src/operations/list-tree.ts';
import { exportTar } from '../../src/operations/restore-tar.ts';
import { checkRepository } from '../../src/repository/check.ts';
import { findSnapshots } from '../../src/repository/find-snapshot.ts';
import { listKeys } from '../../src/repository/keys.ts';
import { acquireLock, removeStaleLocks } from '../../src/repository/lock.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import type { StoredSnapshot } from '../../src/repository/repository.ts';
import { SILENT } from '../operations/restore/harness.ts';
import { PASSWORD } from '../repository/fast-key.ts';

/** A tree of few blobs may name entries without end: nobody reads more of it than this. */
const MAX_ENTRIES = 2000;

/** What became of one way to read a repository: what it gave, or the code of the error that it threw. */
export type Outcome = { readonly value: unknown } | { readonly code: ErrorCode; readonly message: string };

/** Codes that tell that the repository, and not we, are at fault. */
const BLAMES_THE_REPOSITORY: ReadonlySet<ErrorCode> = new Set([
  'repository-damaged',
  'repository-unsupported',
  'repository-missing',
  'wrong-password',
  'locked',
  'snapshot-missing',
  'backend-failed', // a file that isn't there, or is shorter than an index says
  'bad-input', // nothing of the snapshot was chosen
  'restore-unsafe',
  'restore-blocked',
]);

/**
 * Reads a repository in every way that there is, each on a repository freshly opened.
 * @throws whatever isn't an error that blames the repository: a crash.
 */
export async function readEveryWay(backend: Backend): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (const [name, read] of Object.entries(READERS)) outcomes.set(name, await outcomeOf(backend, read));
  return outcomes;
}

async function outcomeOf(
  backend: Backend,
  read: (repository: OpenRepository) => Promise<unknown>,
): Promise<Outcome> {
  try {
    const repository = await openRepository(backend, PASSWORD, { threads: 0 });
    try {
      return { value: await read(repository) };
    } finally {
      await repository.close();
    }
  } catch (thrown) {
    const error = asHoldfastError(thrown);
    if (error === null || !BLAMES_THE_REPOSITORY.has(error.code)) throw thrown;
    if (/[\x00-\x1f\x7f-\x9f\u202a-\u202e]/.test(error.message)) {
      throw new Error('Text of the repository reached a message unescaped.', { cause: thrown });
    }
    return { code: error.code, message: error.message };
  }
}

const READERS: Record<string, (repository: OpenRepository) => Promise<unknown>> = {
  snapshots: async (repository) => (await findSnapshots(repository, {})).map(({ id }) => id),
  snapshotsJson: async (repository) =>
    (await findSnapshots(repository, {})).map((stored) => toJsonLine(snapshotJson(stored))),
  ls: (repository) => ofEach(repository, (stored) => list(repository, stored)),
  find: (repository) =>
    ofEach(repository, async ({ snapshot }) => {
      const options = { patterns: ['*a*', '/x/**/b'], ignoreCase: true };
      const found = await take(findEntries(repository, snapshot.tree, options));
      return found.map(({ path }) => path);
    }),
  dump: (repository) =>
    ofEach(repository, ({ snapshot }) =>
      archiveOf((sink) => dump(repository, snapshot.tree, '/' as ByteString, { sink })),
    ),
  exportTar: (repository) =>
    ofEach(repository, (snapshot) =>
      archiveOf((sink) =>
        exportTar(repository, { ...WHOLE, snapshot }, sink, SILENT, new AbortController().signal),
      ),
    ),
  diff: (repository) => ofPairs(repository),
  check: async (repository) => {
    const findings = await Array.fromAsync(checkRepository(repository, { readData: { kind: 'all' } }));
    return findings.filter(({ severity }) => severity !== 'hint').map(({ code }) => code);
  },
  keys: async (repository) => (await listKeys(repository)).map(({ id, problem }) => [id, problem === null]),
  lock: async (repository) => {
    const held = await acquireLock(repository, { exclusive: true, timings: { settleMs: 0 } });
    await held.release();
    return null;
  },
  unlock: async (repository) => {
    await removeStaleLocks(repository, { nowMs: () => 0 });
    return null;
  },
};

const WHOLE = {
  folder: null,
  includes: [],
  excludes: [],
  iincludes: [],
  iexcludes: [],
  includeOwn: true,
} as const;

async function ofEach<T>(
  repository: OpenRepository,
  read: (snapshot: StoredSnapshot) => Promise<T>,
): Promise<T[]> {
  await repository.loadIndex();
  const results: T[] = [];
  for (const stored of await findSnapshots(repository, {})) results.push(await read(stored));
  return results;
}

async function ofPairs(repository: OpenRepository): Promise<unknown> {
  await repository.loadIndex();
  const [first, ...others] = await findSnapshots(repository, {});
  const results: unknown[] = [];
  for (const { snapshot } of others) {
    const trees = { before: first?.snapshot.tree ?? snapshot.tree, after: snapshot.tree };
    results.push(await take(diffSnapshots(repository, trees, { metadata: true })));
  }
  return results;
}

async function list(repository: OpenRepository, { snapshot }: StoredSnapshot): Promise<string[]> {
  const placed = await take(listEntries(repository, snapshot.tree, { paths: [], recursive: true }));
  return placed.map((one) => longLine(one, true) + toJsonLine(nodeJson(one)));
}

async function take<T>(items: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const item of items) {
    if (taken.length === MAX_ENTRIES) break;
    taken.push(item);
  }
  return taken;
}

async function archiveOf(
  write: (sink: (bytes: Uint8Array) => Promise<void>) => Promise<unknown>,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await write(async (bytes) => void parts.push(Uint8Array.from(bytes)));
  return Buffer.concat(parts);
}
