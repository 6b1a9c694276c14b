import { expect, test } from 'vitest';
import { createMemoryBackend } from '../../../src/backends/memory.ts';
import { provesWhole } from '../../../src/drills/statement.ts';
import { saveOwnTree } from '../../../src/operations/backup/own-tree.ts';
import { readManifestFacts } from '../../../src/operations/drill/manifest-facts.ts';
import { resultOf } from '../../../src/operations/drill/result.ts';
import { initRepository } from '../../../src/repository/init.ts';
import type { StoredSnapshot } from '../../../src/repository/repository.ts';
import { FAST_KEY } from '../../repository/fast-key.ts';

const RECORD = { name: 'wiki-files', location: 's3:https://h/wiki', objects: 1, size_bytes: 1, renamed: 0 };

test('a snapshot’s buckets are named as left out of its drill, and no drill of it proves it whole', async () => {
  const repository = await initRepository(createMemoryBackend(), 'x', { key: FAST_KEY });
  try {
    const signal = new AbortController().signal;
    const drilled = async (buckets: readonly object[]) => {
      const manifest = Buffer.from(JSON.stringify({ dumps: [], buckets, application: null }));
      const own = { target: 'wiki', manifest, dumps: [], buckets: [], timeNs: 0n };
      const { id: tree } = await repository.saveTree({ nodes: [await saveOwnTree(repository, own)] });
      const snapshot = { tree, tags: ['holdfast:target=wiki'], paths: [], hostname: 'h', timeNs: 0n };
      const stored = { id: 'a'.repeat(64), snapshot } as unknown as StoredSnapshot;
      const facts = await readManifestFacts(repository, stored, signal);
      const run = { repository, snapshot: stored, checks: [PROOF, CONTROL], startedAtMs: 0, ...RUN };
      return resultOf(run as never, { ...END, manifest: facts } as never).statement.predicate;
    };
    const without = await drilled([]);
    expect(without).toMatchObject({ result: 'passed', left_out: [], buckets_left_out: [] });
    expect(provesWhole(without)).toBe(true);
    const withBucket = await drilled([RECORD]);
    expect(withBucket).toMatchObject({
      result: 'passed',
      left_out: ['bucket wiki-files'],
      dumps_left_out: [],
      buckets_left_out: ['wiki-files'],
    });
    expect(provesWhole(withBucket)).toBe(false);
  } finally {
    await repository.close();
  }
});

const PROOF = { kind: 'files', name: 'restored files', result: 'passed', proves_data: true, controls: null };
const CONTROL = { kind: 'negative-control', name: 'control', result: 'passed', controls: 'restored files' };
const RUN = {
  options: { drillId: 'd', who: {}, leaveOut: [], maxAgeMs: null, maxRestoreMs: null },
  stepsMs: {},
  restoreStartedMs: 0,
  lastProofMs: 1,
  startedMs: 0,
};
const END = {
  chosen: { newest: null, evidence: {} },
  hasFiles: true,
  environment: {},
  teardown: {},
  leftOut: [],
  recoveryKey: {},
};
