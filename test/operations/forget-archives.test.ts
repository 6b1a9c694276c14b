import { beforeEach, describe, expect, test } from 'vitest';
import type { ArchiveManifest } from '../../src/archive/archive-manifest.ts';
import { encodeArchiveManifest } from '../../src/archive/archive-manifest.ts';
import { archiveFile, manifestFile, newArchiveId } from '../../src/archive/archive-name.ts';
import { HoldfastError } from '../../src/errors.ts';
import type { SelectionOptions } from '../../src/operations/forget/options.ts';
import { outcomesOf } from '../../src/operations/forget/outcome.ts';
import { type ForgetArchivesOptions, forgetArchives } from '../../src/operations/forget-archives.ts';
import type { Reporter } from '../../src/operations/progress.ts';
import { KEEP_NOTHING } from '../../src/retention/plan.ts';
import { MemoryStore } from '../archive/memory-store.ts';
import { sampleManifest } from '../archive/sample-manifest.ts';
import { failureOf } from '../contract/backend.ts';
import { DAY_MS, NOW_NS } from '../retention/items.ts';

const OPTIONS: SelectionOptions = {
  specs: [],
  filter: {},
  policy: { ...KEEP_NOTHING, last: 1 },
  groupBy: { host: false, paths: false, tags: false, target: true },
  limits: { maxAgeMs: null, shrunkenBelow: 0.5 },
  despite: new Set(),
  allowRemoveAll: false,
  dryRun: false,
  nowNs: NOW_NS,
};
const QUIET: Reporter = { onProgress: () => {}, onWarning: () => {}, onInfo: () => {} };

let store: MemoryStore;
beforeEach(() => {
  store = new MemoryStore();
});

/** An archive of wiki on db1, so many days ago. */
function add(daysAgo: number, over: Partial<ArchiveManifest> = {}): string {
  const timeNs = NOW_NS - BigInt(Math.round(daysAgo * DAY_MS)) * 1_000_000n;
  const of = { target: 'wiki', hostname: 'db1', timeNs, ...over };
  const id = newArchiveId(of);
  store.files.set(archiveFile(id, true), Buffer.alloc(10));
  store.files.set(manifestFile(id), encodeArchiveManifest(sampleManifest({ ...of, id })));
  return id;
}

/** One without a manifest. */
function addUnfinished(daysAgo: number, over: Partial<ArchiveManifest> = {}): string {
  const id = add(daysAgo, over);
  store.files.delete(manifestFile(id));
  return id;
}

const run = (over: Partial<ForgetArchivesOptions> = {}, signal = new AbortController().signal) =>
  forgetArchives(store, { ...OPTIONS, ...over }, QUIET, signal);
const named = (specs: string[], over: Partial<SelectionOptions> = {}) =>
  run({ specs, policy: KEEP_NOTHING, ...over });
const left = () => [...store.files.keys()].sort();
const filesOf = (...ids: string[]) => ids.flatMap((id) => [archiveFile(id, true), manifestFile(id)]).sort();

describe('forget of archives by a policy', () => {
  test('removes what is not kept, the oldest first, of each its manifest before the archive', async () => {
    const [c, a, b] = [add(1), add(3), add(2)];
    const shop = add(9, { target: 'shop' });
    const removals: string[] = [];
    store.fault = (step, name) => void (step === 'remove' && removals.push(name));
    expect(await run()).toMatchObject({ noun: 'archive', removed: [a, b], retained: [], failed: null });
    expect(removals).toEqual([a, b].flatMap((id) => [manifestFile(id), archiveFile(id, true)]));
    expect(left()).toEqual(filesOf(c, shop));
  });

  test('shows in a dry run what it would do, and does not', async () => {
    const [old, fresh] = [add(2), add(1)];
    const { groups, removed } = await run({ dryRun: true });
    expect(groups.map(({ decisions }) => decisions.map(({ item, keep }) => [item.id, keep]))).toEqual([
      [
        [fresh, true],
        [old, false],
      ],
    ]);
    expect(removed).toEqual([]);
    expect(left()).toEqual(filesOf(old, fresh));
  });

  test('counts neither an incomplete nor a cut-off archive: the newest complete one stays', async () => {
    const whole = add(5);
    const incomplete = add(2, { complete: false });
    const short = add(1);
    store.files.set(archiveFile(short, true), Buffer.alloc(9));
    const lost = add(0.5);
    store.files.delete(archiveFile(lost, true));
    expect((await run()).removed).toEqual([]);
    const newest = add(0.1);
    expect((await run()).removed).toEqual([incomplete, short, lost, whole]);
    expect(left()).toEqual(filesOf(newest));
  });

  test('is of what the filter lets through, and judged by all that there is', async () => {
    const [a, b, c] = [add(3, { tags: ['x'] }), add(2, { tags: ['x'] }), add(1)];
    add(9, { target: 'shop' });
    add(8, { target: 'shop', hostname: 'other' });
    expect((await run({ filter: { target: 'shop', hosts: ['db1'] } })).removed).toEqual([]);
    expect((await run({ filter: { tags: [['x']] } })).removed).toEqual([a]);
    expect((await run({ filter: { target: 'wiki' } })).removed).toEqual([b]);
    expect(left()).toHaveLength(6);
    expect(left()).toEqual(expect.arrayContaining(filesOf(c)));
  });

  test('leaves a frozen target alone, in words of archives', async () => {
    const cutOff = addUnfinished(30);
    add(9);
    const newest = add(8);
    const result = await run({ limits: { maxAgeMs: 2 * DAY_MS, shrunkenBelow: 0.5 } });
    expect(result.frozen[0]?.freeze.message).toContain(`its newest complete archive, ${newest}, is 8d old`);
    expect(result.removed).toEqual([]);
    expect(left()).toContain(archiveFile(cutOff, true));
  });

  test('sees one that shrank, by what is in it and not by its own size', async () => {
    for (const day of [5, 4, 3]) add(day, { contentBytes: 1000 });
    add(1, { contentBytes: 400 });
    expect(await run()).toMatchObject({ removed: [], frozen: [{ freeze: { reason: 'shrunken' } }] });
  });

  test('refuses a policy that keeps nothing of a group', async () => {
    add(2);
    const error = await failureOf(run({ policy: { ...KEEP_NOTHING, tags: [['x']] } }));
    expect(error).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('none of the 1 arch'),
    });
    expect(left()).toHaveLength(2);
  });

  test.each([
    ['garbage', (id: string) => void store.files.set(manifestFile(id), Buffer.from('garbage'))],
    ['two files', (id: string) => void store.files.set(archiveFile(id, false), Buffer.alloc(3))],
  ])('removes nothing where a manifest cannot be read (%s): it may be the newest', async (_, spoil) => {
    add(3);
    add(2);
    spoil(add(1));
    const before = left();
    expect(await failureOf(run())).toMatchObject({ code: 'archive-damaged' });
    expect(left()).toEqual(before);
  });
});

describe('a removal that fails', () => {
  const failing = (name: string, code: 'no-permission' | 'retained') => {
    store.fault = (step, at) => {
      if (step === 'remove' && at === name) throw new HoldfastError(code, 'Not now.');
    };
  };

  test('at a manifest leaves a whole archive, and tries no other', async () => {
    const [a, b, c, d] = [add(4), add(3), add(2), add(1)];
    failing(manifestFile(b), 'no-permission');
    const result = await run();
    expect(result).toMatchObject({ removed: [a], failed: { id: b, message: 'Not now.' }, untried: [c] });
    expect(left()).toEqual(filesOf(b, c, d));
  });

  test('at the archive leaves what nobody takes for one, which a later run removes', async () => {
    const [a, b, c] = [add(9), add(8), add(1)];
    failing(archiveFile(a, true), 'retained');
    const result = await run();
    expect(result).toMatchObject({ removed: [], retained: [], untried: [b] });
    expect(result.failed).toMatchObject({ id: a, message: expect.stringContaining('Its manifest is gone') });
    expect(left()).toEqual([archiveFile(a, true), ...filesOf(b, c)].sort());
    store.fault = () => {};
    expect((await run()).removed).toEqual([a, b]);
    expect(left()).toEqual(filesOf(c));
  });

  test('because the storage retains it is told, and the others go', async () => {
    const [a, b, c] = [add(3), add(2), add(1)];
    failing(manifestFile(a), 'retained');
    const result = await run();
    expect(result).toMatchObject({ removed: [b], retained: [{ id: a, message: 'Not now.' }], failed: null });
    expect(left()).toEqual(filesOf(a, c));
  });

  test('because it is cancelled tells what is gone', async () => {
    const [a, b, c] = [add(3), add(2), add(1)];
    const controller = new AbortController();
    const gone: string[] = [];
    const onRemoved = (id: string) => {
      gone.push(id);
      controller.abort();
    };
    expect((await failureOf(run({ onRemoved }, controller.signal))).code).toBe('cancelled');
    expect(gone).toEqual([a]);
    expect(left()).toEqual(filesOf(b, c));
  });
});

describe('an archive without a manifest', () => {
  test('goes after seven days by its ID, when a complete one came after it', async () => {
    const old = addUnfinished(7.1);
    const young = addUnfinished(6.9);
    const other = addUnfinished(30, { target: 'shop' });
    const newest = add(1);
    const late = addUnfinished(0.5);
    const result = await run();
    expect(result.removed).toEqual([old]);
    const [, group] = result.groups;
    const outcomeOf = outcomesOf(result);
    expect(group?.title).toBe('without a manifest');
    expect(group?.decisions.map((one) => [one.item.id, outcomeOf(one), one.others[0]])).toEqual([
      [late, 'kept', expect.stringContaining('may still be written')],
      [young, 'kept', expect.stringContaining('may still be written')],
      [old, 'removed', expect.stringContaining('a complete archive came after it')],
      [other, 'kept', expect.stringContaining('no complete archive came after it')],
    ]);
    expect(left()).toEqual(
      [...[young, other, late].map((id) => archiveFile(id, true)), ...filesOf(newest)].sort(),
    );
  });

  test('stays for seven days after it came here, whatever its ID says', async () => {
    const id = addUnfinished(30);
    add(1);
    const list = store.list.bind(store);
    const storedMs = Number(NOW_NS / 1_000_000n) - DAY_MS;
    store.list = async function* () {
      for await (const one of list()) yield { ...one, storedMs };
    };
    expect((await run()).removed).toEqual([]);
    store.list = list;
    expect((await run()).removed).toEqual([id]);
  });

  test('is not looked at where others are meant', async () => {
    const [wiki, shop] = [addUnfinished(30), addUnfinished(30, { target: 'shop' })];
    add(1);
    add(1, { target: 'shop' });
    expect((await run({ filter: { target: 'shop' } })).removed).toEqual([shop]);
    expect((await run({ filter: { notAfterNs: 0n } })).removed).toEqual([]);
    expect((await run()).removed).toEqual([wiki]);
  });

  test('goes by its ID when it is old, and not before', async () => {
    const [old, young] = [addUnfinished(8), addUnfinished(6)];
    expect(await failureOf(named([old, young]))).toMatchObject({
      message: expect.stringContaining('may still be written'),
    });
    expect(left()).toHaveLength(2);
    expect((await named([old])).removed).toEqual([old]);
  });
});

describe('forget of archives by IDs', () => {
  test('removes these alone, each once', async () => {
    const [a, b, c] = [add(3), add(2), add(1)];
    expect((await named([a, archiveFile(b, true), a.slice(0, -1)])).removed).toEqual([a, b]);
    expect(left()).toEqual(filesOf(c));
  });

  test('spares the newest, and all others with it, unless that is said', async () => {
    const [old, newest] = [add(3), add(1)];
    for (const spec of [newest, 'latest'])
      expect((await failureOf(named([old, spec]))).message).toContain('add --despite newest');
    expect(left()).toHaveLength(4);
    expect((await named(['latest'], { despite: new Set(['newest']) })).removed).toEqual([newest]);
  });

  test.each([
    ['nothing-like-it', 'archive-missing'],
    ['', 'archive-missing'],
    ['wiki', 'bad-input'],
  ])('%j is none, or several', async (spec, code) => {
    add(3);
    add(2);
    expect((await failureOf(named([spec]))).code).toBe(code);
    expect(left()).toHaveLength(4);
  });
});

test('all archives of a host go, the newest, too', async () => {
  add(2);
  add(1);
  const other = add(1, { hostname: 'other' });
  await run({ policy: KEEP_NOTHING, allowRemoveAll: true, filter: { hosts: ['db1'] } });
  expect(left()).toEqual(filesOf(other));
  expect((await failureOf(run({ policy: KEEP_NOTHING, allowRemoveAll: true }))).message).toContain(
    'all archives that are there',
  );
});
