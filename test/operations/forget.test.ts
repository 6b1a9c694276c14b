import { beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { HoldfastError } from '../../src/errors.ts';
import { type ForgetOptions, kindOf } from '../../src/operations/forget/options.ts';
import { type ForgetResult, forget } from '../../src/operations/forget.ts';
import type { Reporter } from '../../src/operations/progress.ts';
import type { BlobId, SnapshotId } from '../../src/repository/format/ids.ts';
import type { Snapshot } from '../../src/repository/format/snapshot.ts';
import { encodeSnapshot } from '../../src/repository/format/snapshot-file.ts';
import { initRepository } from '../../src/repository/init.ts';
import { acquireLock } from '../../src/repository/lock.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import { CHECKPOINT_TAG, INCOMPLETE_TAG, keepTags, targetTag } from '../../src/repository/tags.ts';
import { KEEP_NOTHING } from '../../src/retention/plan.ts';
import { failureOf } from '../contract/backend.ts';
import { type Operation, watched } from '../repository/backend-doubles.ts';
import { FAST_KEY, PASSWORD } from '../repository/fast-key.ts';
import { snapshotOf } from '../repository/nodes.ts';
import { DAY_MS, NOW_NS } from '../retention/items.ts';

const OPTIONS: ForgetOptions = {
  specs: [],
  filter: {},
  policy: { ...KEEP_NOTHING, last: 1 },
  groupBy: { host: true, paths: true, tags: false, target: false },
  limits: { maxAgeMs: null, shrunkenBelow: 0.5 },
  despite: new Set(),
  release: [],
  allowRemoveAll: false,
  dryRun: false,
  noLock: false,
  retryLockMs: 0,
  nowNs: NOW_NS,
  lockTimings: { settleMs: 0 },
};

let memory: Backend;
let repository: OpenRepository;
let onOperation: (operation: Operation) => void | Promise<void>;
const infos: string[] = [];
const reporter: Reporter = {
  onProgress: () => {},
  onWarning: () => {},
  onInfo: (message) => void infos.push(message),
};

beforeEach(async () => {
  memory = createMemoryBackend();
  onOperation = () => {};
  infos.length = 0;
  await initRepository(memory, PASSWORD, { key: FAST_KEY });
  repository = await openRepository(
    watched(memory, (operation) => onOperation(operation)),
    PASSWORD,
  );
});

async function add(daysAgo: number, over: Partial<Snapshot> = {}): Promise<SnapshotId> {
  const timeNs = NOW_NS - BigInt(daysAgo * DAY_MS) * 1_000_000n;
  return repository.files.save(
    'snapshot',
    encodeSnapshot(snapshotOf('a'.repeat(64) as BlobId, { timeNs, ...over })),
  );
}

function run(
  over: Partial<ForgetOptions> = {},
  signal = new AbortController().signal,
): Promise<ForgetResult> {
  return forget(repository, { ...OPTIONS, ...over }, reporter, signal);
}

const left = async () => (await repository.snapshotIds()).sort();

describe('forget by a policy', () => {
  test('removes what is not kept, the oldest first, and nothing else', async () => {
    const [c, a, b] = [await add(1), await add(3), await add(2)];
    const operations: string[] = [];
    onOperation = ({ verb, file }) =>
      void (verb === 'save' || verb === 'remove'
        ? operations.push(`${verb} ${file.kind} ${file.name}`)
        : null);
    const result = await run();
    expect(result).toMatchObject({ removed: [a, b], retained: [], failed: null, prune: null });
    expect(await left()).toEqual([c]);
    const [locked, ...between] = operations;
    const unlocked = between.pop();
    expect(locked?.replace('save', 'remove')).toBe(unlocked);
    expect(between).toEqual([`remove snapshot ${a}`, `remove snapshot ${b}`]);
  });

  test('removes what a cut-off run left before all else', async () => {
    const tags = [targetTag('files'), INCOMPLETE_TAG, CHECKPOINT_TAG];
    const [old, checkpoint] = [await add(9), await add(2, { tags })];
    await add(1);
    expect((await run()).removed).toEqual([checkpoint, old]);
  });

  test('shows in a dry run what it would do, and does not', async () => {
    const [old, fresh] = [await add(2), await add(1)];
    const { groups, removed } = await run({ dryRun: true });
    expect(groups[0]?.decisions.map(({ item, keep }) => [item.id, keep])).toEqual([
      [fresh, true],
      [old, false],
    ]);
    expect(removed).toEqual([]);
    expect(await left()).toEqual([old, fresh].sort());
  });

  test('waits for a backup, and a backup for it: under the exclusive lock', async () => {
    await add(2);
    await add(1);
    const backup = await acquireLock(repository, { timings: { settleMs: 0 } });
    expect((await failureOf(run())).code).toBe('locked');
    expect(await left()).toHaveLength(2);
    await backup.release();
    let other = '';
    onOperation = async ({ verb, file }) => {
      if (verb !== 'remove' || file.kind !== 'snapshot') return;
      other = (await failureOf(acquireLock(repository, { timings: { settleMs: 0 } }))).code;
    };
    expect((await run()).removed).toHaveLength(1);
    expect(other).toBe('locked');
  });

  test('stops when its lock is gone', async () => {
    for (const days of [4, 3, 2, 1]) await add(days);
    onOperation = async ({ verb, file }) => {
      if (verb !== 'list' || file.kind !== 'snapshot') return;
      for await (const { name } of memory.list('lock')) await memory.remove({ kind: 'lock', name });
    };
    expect((await failureOf(run())).code).toBe('lock-lost');
    expect(await left()).toHaveLength(4);
  });

  test('goes past what the storage retains, and says so of each', async () => {
    const [a, b] = [await add(3), await add(2), await add(1)];
    onOperation = ({ verb, file }) => {
      if (verb === 'remove' && file.name === a) throw new HoldfastError('retained', 'Locked until 2027.');
    };
    const result = await run();
    expect(result).toMatchObject({ removed: [b], failed: null, untried: [] });
    expect(result.retained).toEqual([{ id: a, message: 'Locked until 2027.' }]);
  });

  test('stops at the first that fails otherwise: what is left is whole, and prune does not run', async () => {
    const [a, b, c] = [await add(4), await add(3), await add(2), await add(1)];
    onOperation = ({ verb, file }) => {
      if (verb === 'remove' && file.name === b) throw new HoldfastError('no-permission', 'Access denied.');
    };
    const prune = async () => ({ lines: ['pruned'], json: {} });
    const result = await run({ prune });
    expect(result).toMatchObject({ removed: [a], untried: [c], prune: null });
    expect(result.failed).toEqual({ id: b, message: 'Access denied.' });
  });

  test('tells what is gone when it is cancelled on the way', async () => {
    const [a] = [await add(3), await add(2), await add(1)];
    const controller = new AbortController();
    const gone: string[] = [];
    const onRemoved = (id: string) => {
      gone.push(id);
      controller.abort();
    };
    expect((await failureOf(run({ onRemoved }, controller.signal))).code).toBe('cancelled');
    expect(gone).toEqual([a]);
    expect(await left()).toHaveLength(2);
  });

  test('prunes under the same lock what then is gone, and only if something is', async () => {
    await add(1);
    const seen: unknown[] = [];
    const prune: ForgetOptions['prune'] = async (_, options) => {
      const locks = await Array.fromAsync(memory.list('lock'));
      seen.push([[...options.forgotten], options.dryRun, locks.length]);
      return { lines: ['pruned'], json: {} };
    };
    expect((await run({ prune })).prune).toBeNull();
    const old = await add(2);
    expect((await run({ prune, dryRun: true })).prune).toEqual({ lines: ['pruned'], json: {} });
    await run({ prune });
    expect(seen).toEqual([
      [[old], true, 1],
      [[old], false, 1],
    ]);
  });

  test('removes nothing where a snapshot cannot be read: it may be the newest', async () => {
    await add(2);
    await add(1);
    await memory.save({ kind: 'snapshot', name: 'b'.repeat(64) }, [Buffer.from('garbage')]);
    expect((await failureOf(run())).code).toBe('repository-damaged');
    expect(await left()).toHaveLength(3);
  });

  test('removes nothing where nobody knows what was verified', async () => {
    await add(2);
    await add(1);
    const verified = { ids: async () => Promise.reject(new HoldfastError('backend-failed', 'No evidence.')) };
    expect((await failureOf(run({ verified }))).message).toBe('No evidence.');
    expect(await left()).toHaveLength(2);
  });

  test('keeps the last that a drill verified', async () => {
    const [, verified] = [await add(3), await add(2), await add(1)];
    await run({ verified: { ids: async () => new Set([verified]) } });
    expect(await left()).toContain(verified);
  });

  test('refuses a policy that keeps nothing of a group, before anything is removed', async () => {
    await add(2);
    await add(1, { tags: ['x'], hostname: 'other' });
    const error = await failureOf(run({ policy: { ...KEEP_NOTHING, tags: [['x']] } }));
    expect(error).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('keeps none of the 1'),
    });
    expect(await left()).toHaveLength(2);
  });
});

describe('a snapshot that was taken to stay', () => {
  const upgrade = { tags: [targetTag('files'), ...keepTags('before upgrading')] };

  test('stays until it is released, by its ID or the beginning of it', async () => {
    const [kept] = [await add(9, upgrade), await add(1)];
    expect((await run()).removed).toEqual([]);
    expect((await run({ release: [kept.slice(0, 8)] })).removed).toEqual([kept]);
    expect(infos).toEqual([]);
    await run({ release: [kept] });
    expect(infos).toEqual([`Snapshot ${kept}, which is released, is not there any more.`]);
  });

  test.each(['abc', 'latest', 'ABCDEF0123'])('is not released by %j', async (id) => {
    await add(9, upgrade);
    expect((await failureOf(run({ release: [id] }))).code).toBe('bad-input');
  });
});

describe('forget by IDs', () => {
  const named = (specs: string[], over: Partial<ForgetOptions> = {}) =>
    run({ specs, policy: KEEP_NOTHING, ...over });

  test('removes these alone, each once', async () => {
    const [a, b, c] = [await add(3), await add(2), await add(1)];
    expect((await named([a, b.slice(0, 12), a])).removed).toEqual([a, b]);
    expect(await left()).toEqual([c]);
  });

  test.each([
    ['newest', {}, {}],
    ['newest', {}, { specs: ['latest'] }],
    ['kept', { tags: keepTags('before upgrading') }, {}],
    ['verified', {}, { verified: { ids: async () => new Set(['c'.repeat(64)]) } }],
  ] as const)(
    'spares one that is %s unless that is said, and all others with it',
    async (reason, over, more) => {
      const old = await add(3);
      const original = 'c'.repeat(64) as SnapshotId;
      const id = await add(2, { ...over, original });
      if (reason !== 'newest') await add(1);
      const before = await left();
      const error = await failureOf(named([old, id], more));
      expect(error).toMatchObject({
        code: 'bad-input',
        message: expect.stringContaining(`--despite ${reason}`),
      });
      expect(await left()).toEqual(before);
      const result = await named([old, id], { ...more, despite: new Set([reason]) });
      expect(result.removed).toContain(id);
    },
  );
});

describe('forget of all that match', () => {
  test('takes the newest, too', async () => {
    await add(2, { hostname: 'gone' });
    await add(1, { hostname: 'gone' });
    const other = await add(1);
    await run({ policy: KEEP_NOTHING, allowRemoveAll: true, filter: { hosts: ['gone'] } });
    expect(await left()).toEqual([other]);
  });
});

describe('what contradicts itself, or asks for too much or nothing, is refused', () => {
  const all = { policy: KEEP_NOTHING, allowRemoveAll: true };
  test.each<[string, Partial<ForgetOptions>]>([
    ['no policy is given', { policy: KEEP_NOTHING }],
    ['no policy is given', { policy: KEEP_NOTHING, filter: { hosts: ['a'] } }],
    ['needs a filter', all],
    ['needs a filter', { ...all, filter: { notAfterNs: 0n } }],
    ['by a policy, too', { specs: ['a'] }],
    ['by a filter, too', { specs: ['a'], policy: KEEP_NOTHING, filter: { target: 'a' } }],
    ['without a lock', { noLock: true }],
    ['despite stale', { specs: ['a'], policy: KEEP_NOTHING, despite: new Set(['stale']) }],
    ['despite newest', { despite: new Set(['newest']) }],
    ['despite verified', { despite: new Set(['verified']) }],
    ['despite newest', { ...all, filter: { hosts: ['a'] }, despite: new Set(['newest']) }],
  ])('%s: %o', (message, over) => {
    expect(() => kindOf({ ...OPTIONS, ...over })).toThrow(message);
  });
});
