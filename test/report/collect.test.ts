import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { FoundArchive } from '../../src/archive/find-archives.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { fromText } from '../../src/bytestring.ts';
import { statementOf } from '../../src/drills/statement.ts';
import { HoldfastError } from '../../src/errors.ts';
import { evidenceEnvelope, keepEvidence } from '../../src/operations/evidence.ts';
import { Collection, someOf } from '../../src/report/collect.ts';
import { detailsOf } from '../../src/report/read-details.ts';
import { foundDrill, readEvidence } from '../../src/report/read-evidence.ts';
import { blankNode } from '../../src/repository/format/blank-node.ts';
import type { BlobId } from '../../src/repository/format/ids.ts';
import type { Node } from '../../src/repository/format/node.ts';
import type { Snapshot } from '../../src/repository/format/snapshot.ts';
import { encodeSnapshot } from '../../src/repository/format/snapshot-file.ts';
import { initRepository } from '../../src/repository/init.ts';
import type { OpenRepository } from '../../src/repository/open.ts';
import { targetTag } from '../../src/repository/tags.ts';
import { MemoryStore } from '../archive/memory-store.ts';
import { sampleManifest } from '../archive/sample-manifest.ts';
import { FAST_KEY, PASSWORD } from '../repository/fast-key.ts';
import { snapshotOf } from '../repository/nodes.ts';
import { DAY_MS, NOW_NS } from '../retention/items.ts';

let repository: OpenRepository;
let warnings: string[] = [];
beforeEach(async () => {
  repository = await newRepository();
  warnings = [];
});

const newRepository = () => initRepository(createMemoryBackend(), PASSWORD, { key: FAST_KEY, threads: 0 });

async function file(name: string, content: string, mtimeMs = 0): Promise<Node> {
  const { id } = await repository.saveBlob('data', Buffer.from(content));
  const node = blankNode(fromText(name), 'file', 0o644);
  return {
    ...node,
    content: [id],
    sizeBytes: BigInt(content.length),
    mtimeNs: BigInt(mtimeMs) * 1_000_000n,
  };
}

async function folder(name: string, nodes: readonly Node[]): Promise<Node> {
  return { ...blankNode(fromText(name), 'dir', 0o755), subtree: await tree(nodes) };
}

async function tree(nodes: readonly Node[]): Promise<BlobId> {
  return (await repository.saveTree({ nodes: nodes.toSorted((a, b) => (a.name < b.name ? -1 : 1)) })).id;
}

async function take(daysAgo: number, root: BlobId, over: Partial<Snapshot> = {}) {
  await repository.flush();
  const timeNs = NOW_NS - BigInt(daysAgo * DAY_MS) * 1_000_000n;
  return repository.files.save(
    'snapshot',
    encodeSnapshot(snapshotOf(root, { timeNs, tags: [targetTag('wiki')], ...over })),
  );
}

async function collect(of: readonly OpenRepository[] = [repository], deep = true) {
  const collection = new Collection();
  const signal = new AbortController().signal;
  const onWarning = (message: string) => void warnings.push(message);
  for (const one of of) await collection.addRepository(one, { filter: {}, deep, signal, onWarning });
  return collection.histories();
}

const MANIFEST = {
  quiesced_ms: 1234,
  problem_counts: { changed: 2, missing: 1 },
  dumps: [
    {
      name: 'wiki.dump',
      size_bytes: 9,
      fingerprint: { tables: { 'public.a': { rows: 3 }, 'public.b': { rows: 4 } } },
    },
  ],
};

test('says what manifests say, and what changed between the last two snapshots, but for what is our own', async () => {
  const own = await folder('.holdfast', [
    await folder('wiki', [await file('manifest.json', JSON.stringify(MANIFEST))]),
  ]);
  const same = await folder('same', [await file('x', 'equal')]);
  const before = await tree([
    own,
    same,
    await file('big', 'a'.repeat(50)),
    await folder('old', [await file('gone', 'bye')]),
  ]);
  const after = await tree([
    same,
    await file('big', 'b'.repeat(60)),
    await file('new', 'n', 5000),
    await file('old', 'now a file'),
  ]);
  await take(2, before);
  await take(1, after);
  const [wiki] = await collect();
  expect(wiki).toMatchObject({ target: 'wiki', drills: [] });
  expect(wiki?.backups.map(({ details }) => details)).toEqual([
    {
      quiescedMs: 1234,
      problems: 3,
      dumps: [
        {
          name: 'wiki.dump',
          sizeBytes: 9,
          rows: 7,
          tables: [
            { name: 'public.b', rows: 4 },
            { name: 'public.a', rows: 3 },
          ],
        },
      ],
    },
    null,
  ]);
  const names = (files: readonly { path: string }[] | undefined) => files?.map(({ path }) => path);
  expect(wiki?.changes).toMatchObject({ added: 2, changed: 1, gone: 1 });
  expect(names(wiki?.changes?.largest)).toEqual(['/big', '/old', '/new']);
  expect(names(wiki?.changes?.newest)?.[0]).toBe('/new');
  expect(names(wiki?.changes?.lost)).toEqual(['/old/gone']);
});

test('counts a copy in a second repository as the same backup, in two places', async () => {
  const root = await tree([]);
  const [first, second] = [await take(2, root), await take(1, root)];
  const [one, other] = [repository, await newRepository()];
  repository = other;
  await take(2, await tree([]), { original: first });
  const [wiki] = await collect([one, other]);
  expect(wiki?.backups.map(({ item, places }) => [item.id, places])).toEqual([
    [first, [0, 1]],
    [second, [0]],
  ]);
});

test('goes on where a tree is missing, and says so; a shallow one reads none', async () => {
  await take(2, 'a'.repeat(64) as BlobId);
  await take(1, 'b'.repeat(64) as BlobId);
  expect((await collect([repository], false))[0]?.backups).toHaveLength(2);
  expect(warnings).toEqual([]);
  expect(await collect()).toMatchObject([{ changes: null, backups: [{ details: null }, { details: null }] }]);
  expect(warnings.map((text) => text.slice(0, 12))).toEqual(['The manifest', 'The manifest', 'What changed']);
});

test('takes archives by their manifests, and tells those that have none', () => {
  const collection = new Collection();
  const manifest = sampleManifest({ target: 'wiki', hostname: 'db1' });
  const of = (over: Partial<FoundArchive>): FoundArchive => ({
    ...{ id: manifest.id, file: null, manifest: null, unfinished: false, fault: 'it has no manifest' },
    ...over,
  });
  collection.addArchives([of({ manifest, fault: null }), of({})], {}, (message) => warnings.push(message));
  expect(collection.histories()).toMatchObject([
    { target: 'wiki', hostname: 'db1', backups: [{ item: { noun: 'archive' } }] },
  ]);
  expect(warnings).toEqual([`The archive ${manifest.id} can't be used: it has no manifest.`]);
});

test.each([
  null,
  [],
  { dumps: 5, quiesced_ms: 'x', problem_counts: [1] },
  { dumps: [null, { name: 5 }, { name: 'a', fingerprint: { tables: [] } }], quiesced_ms: -1 },
  { dumps: [{ name: 'a', fingerprint: { tables: { t: { rows: 'many' } } } }] },
])('takes nothing from a manifest that is not as it must be: %j', (json) => {
  const details = detailsOf(json);
  expect(details?.quiescedMs ?? null).toBeNull();
  expect((details?.dumps ?? []).every(({ tables }) => tables.length === 0)).toBe(true);
});

test('reads few manifests of many snapshots: the newest, and some of each time', () => {
  const some = someOf(Array.from({ length: 1000 }, (_, i) => i));
  expect(some).toHaveLength(40);
  expect(some.slice(-3)).toEqual([997, 998, 999]);
  expect(some[0]).toBe(0);
  expect(new Set(some).size).toBe(40);
});

test('takes drills by their evidence: of the target that they name, or of the snapshot', async () => {
  const [wiki, files] = [await take(2, await tree([])), await take(1, await tree([]), { tags: [] })];
  const collection = new Collection();
  const signal = new AbortController().signal;
  await collection.addRepository(repository, { filter: {}, deep: false, signal, onWarning: () => {} });
  const drillOf = (target: string | null, id: string, started: string) => {
    const snapshot = { id, target, hostname: snapshotOf('a'.repeat(64) as BlobId, {}).hostname };
    const checks = [{ name: 'rows', expected: '3', found: '2', result: 'maybe' }];
    const predicate = {
      snapshot,
      started,
      result: 'failed',
      reasons: ['rows'],
      recovery_time: { restore_ms: 5 },
      checks,
    };
    return foundDrill({ name: started, statement: { predicate } } as never);
  };
  const drillsFound = [
    drillOf('wiki', 'gone', '2026-11-02T00:00:00Z'),
    drillOf('wiki', wiki, '2026-11-01T00:00:00Z'),
    drillOf('files', files, '2026-11-03T00:00:00Z'),
    drillOf('files', 'gone', '2026-11-04T00:00:00Z'),
    drillOf('shop', 'gone', '2026-11-05T00:00:00Z'),
  ];
  collection.addEvidence({ drills: drillsFound, restores: [] });
  const drills = collection
    .histories()
    .map(({ target, drills: found }) => [target, found.map(({ id }) => id.slice(8, 10))]);
  expect(drills).toEqual([
    ['wiki', ['01', '02']],
    [null, ['03']],
  ]);
  expect(collection.histories()[0]?.drills[0]).toMatchObject({
    passed: false,
    restoreMs: 5,
    checks: [{ result: 'could-not-run' }],
  });
});

test('believes evidence of the repository’s own seal, and with a key only what that has signed', async () => {
  const store = new MemoryStore();
  const place = { location: 's3:https://x/evidence', repository: 's3:https://x/r', open: async () => store };
  const signal = new AbortController().signal;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const predicate = {
    ...{
      drill_id: 'd',
      result: 'passed',
      reasons: [],
      started: '2026-11-02T00:00:00Z',
      repository_id: repository.id,
    },
    ...{ snapshot: { id: 'x', target: 'wiki', hostname: 'db1' }, checks: [], sheet_sha256: null },
  };
  for (const [drill_id, key] of [
    ['signed', privateKey],
    ['unsigned', null],
  ] as const) {
    const statement = statementOf([], { ...predicate, drill_id } as never);
    const envelope = evidenceEnvelope(statement, key);
    await keepEvidence(place, repository, { envelope, sheet: null as never }, signal);
  }
  const read = (key: readonly (typeof publicKey)[] | null) =>
    readEvidence(repository, { place, key, signal, onWarning: (message) => warnings.push(message) });
  expect((await read(null)).drills.map(({ record }) => record.passed)).toEqual([true, true]);
  expect(warnings.splice(0)).toEqual([expect.stringContaining('No drill has opened the repository s3:')]);
  expect((await read([publicKey])).drills).toHaveLength(1);
  expect(warnings[0]).toContain('does not count: nobody has signed it');
  // One that somebody spoilt is told, and hides no other; that none may be read, too.
  const [name = ''] = store.files.keys();
  store.files.set(name, Buffer.from('garbage'));
  expect((await read(null)).drills).toHaveLength(1);
  expect(warnings.join()).toContain(`Some evidence does not count: Cannot decrypt the evidence ${name}`);
  store.list = () => {
    throw new HoldfastError('no-permission', 'it may not be listed');
  };
  expect(await read(null)).toEqual({ drills: [], restores: [] });
  expect(warnings.at(-1)).toContain('No evidence of drills counts: ');
});
