import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArchiveStore } from '../../src/archive/archive-store.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { sealEvidence } from '../../src/drills/evidence-object.ts';
import { STATEMENT_TYPE } from '../../src/drills/in-toto.ts';
import { type DrillStatement, PREDICATE_TYPE } from '../../src/drills/statement.ts';
import {
  evidenceEnvelope,
  keepEvidence,
  listEvidence,
  listWithCopies,
  missingEvidence,
} from '../../src/operations/evidence.ts';
import { initRepository } from '../../src/repository/init.ts';
import type { OpenRepository } from '../../src/repository/open.ts';
import { FAST_KEY } from '../repository/fast-key.ts';

const signer = generateKeyPairSync('ed25519');
const signal = new AbortController().signal;

let repository: OpenRepository;
let objects: Map<string, Buffer>;

beforeEach(async () => {
  repository = await initRepository(createMemoryBackend(), 'x', { key: FAST_KEY });
  objects = new Map();
});
afterEach(() => repository.close());

/** A prefix that anybody could write to. */
const STORE = {
  location: 'memory',
  async put(name, stream) {
    const parts: Uint8Array[] = [];
    for await (const part of stream) parts.push(part);
    objects.set(name, Buffer.concat(parts));
  },
  async *get(name) {
    yield objects.get(name) ?? Buffer.alloc(0);
  },
  async *list() {
    for (const [name, { length }] of objects) yield { name, sizeBytes: length, storedMs: null };
  },
  async remove() {},
  async close() {},
} satisfies ArchiveStore;
const place = { location: 'memory:', repository: 'memory:', open: async () => STORE };

function statementAt(started: string, earlier: readonly string[] | null): DrillStatement {
  const predicate = {
    drill_id: started,
    result: 'passed',
    started,
    repository_id: repository.id,
    reasons: [],
  };
  const own = { snapshot: { id: 'a' }, checks: [], sheet_sha256: null, earlier_evidence: earlier };
  const statement = { _type: STATEMENT_TYPE, subject: [], predicateType: PREDICATE_TYPE };
  return { ...statement, predicate: { ...predicate, ...own } } as unknown as DrillStatement;
}

const keep = (started: string, earlier: readonly string[] | null = null) =>
  keepEvidence(
    place,
    repository,
    { envelope: evidenceEnvelope(statementAt(started, earlier), signer.privateKey), sheet: null },
    signal,
  );
const list = () => listEvidence(place, repository, [signer.publicKey], signal);
const all = () => listWithCopies(place, repository, [signer.publicKey], signal);

test('an old statement under a new name is no newer, counts once, and is told', async () => {
  const newer = await keep('2026-02-01T00:00:00.000Z');
  const old = await keep('2026-01-01T00:00:00.000Z');
  const digits = repository.id.slice(0, 16);
  const replayed = `evidence-${digits}.20990101T000000Z.00000000`;
  const unsigned = `evidence-${digits}.20200101T000000Z.00000000`;
  objects.set(replayed, objects.get(old) as Buffer);
  // Without its signature, and kept before it: it must not count in the place of the signed one.
  const { envelope } = (await list()).find(({ name }) => name === old) ?? { envelope: null as never };
  const bare = { envelope: { ...envelope, signatures: [] }, sheet: null };
  objects.set(unsigned, sealEvidence(repository.masterKey, bare));
  // The same bytes, written otherwise.
  const rewritten = `evidence-${digits}.20980101T000000Z.00000000`;
  const spaced = { envelope: { ...envelope, payload: ` ${envelope.payload}` }, sheet: null };
  objects.set(rewritten, sealEvidence(repository.masterKey, spaced));
  expect((await list()).map(({ name, signature }) => [name, signature])).toEqual([
    [unsigned, 'none'],
    [old, 'valid'],
    [newer, 'valid'],
  ]);
  expect((await all()).flatMap(({ name, copyOf }) => (copyOf === null ? [] : [[name, copyOf]]))).toEqual([
    [rewritten, old],
    [replayed, old],
  ]);
});

test('what is gone is missed by what was kept after it', async () => {
  const first = await keep('2026-01-01T00:00:00.000Z', []);
  const second = await keep('2026-02-01T00:00:00.000Z', [first]);
  const third = await keep('2026-03-01T00:00:00.000Z', [first, second]);
  expect(missingEvidence(await all())).toEqual([]);
  objects.delete(second);
  expect(missingEvidence(await all())).toEqual([{ name: second, namedBy: third }]);
  objects.delete(third);
  expect(missingEvidence(await all())).toEqual([]); // of the newest nobody knows
});
