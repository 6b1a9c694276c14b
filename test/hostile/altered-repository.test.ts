import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FileKind } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { initRepository } from '../../src/repository/init.ts';
import { acquireLock } from '../../src/repository/lock.ts';
import { casesOf, limitOf } from '../cases.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { fileNode, folderNode, snapshotOf } from '../repository/nodes.ts';
import { type Outcome, readEveryWay } from './every-reader.ts';
import { backendOf, filesOf, type StoredFile } from './stored-files.ts';

// Who can write to the storage, but knows no password: can withhold what is there, and make all of it unreadable, but
// can't make anything be read that was not saved.

/** No attacker's guesses are slowed by it: the tests open thousands of repositories. */
const FASTEST_KEY = { scrypt: { N: 16, r: 1, p: 1 } };

const CASES = casesOf(1000);
const LIMIT_MS = limitOf(CASES);

let files: StoredFile[] = [];
let truth = new Map<string, Outcome>();

beforeAll(async () => {
  const backend = createMemoryBackend();
  const repository = await initRepository(backend, PASSWORD, { key: FASTEST_KEY, threads: 0 });
  await repository.loadIndex();
  const lock = await acquireLock(repository, { timings: { settleMs: 0 } });
  const data = [];
  for (const length of [10, 3000, 700]) {
    data.push((await repository.saveBlob('data', Buffer.alloc(length, `${length} `))).id);
  }
  const [small, large, other] = data as [(typeof data)[0], (typeof data)[0], (typeof data)[0]];
  const inner = await repository.saveTree({ nodes: [fileNode('b', [small, large], 3010)] });
  const first = await repository.saveTree({
    nodes: [folderNode('a', inner.id), fileNode('c', [other], 700)],
  });
  await repository.saveSnapshot(snapshotOf(first.id, { paths: ['/'] }));
  const second = await repository.saveTree({
    nodes: [fileNode('a', [small], 10), folderNode('x', inner.id)],
  });
  await repository.saveSnapshot(snapshotOf(second.id, { paths: ['/'], timeNs: 1_800_000_000_000_000_000n }));
  files = await filesOf(backend); // its own lock among them, which is shared
  await lock.release();
  await repository.close();
  truth = await readEveryWay(await backendOf(files.filter(({ kind }) => kind !== 'lock')));
});

type Change = (files: readonly StoredFile[]) => StoredFile[];

const fileNumber = fc.nat({ max: 1000 });
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function pick<T>(items: readonly T[], number: number): T {
  return items[number % items.length] as T;
}

function changed(number: number, change: (bytes: Buffer) => Buffer): Change {
  return (all) => {
    const chosen = pick(all, number);
    return all.map((file) => (file === chosen ? { ...file, bytes: change(file.bytes) } : file));
  };
}

const bitFlips = fc
  .tuple(fileNumber, fc.array(fc.tuple(place, fc.nat({ max: 7 })), { minLength: 1, maxLength: 6 }))
  .map(([number, flips]) =>
    changed(number, (bytes) => {
      const flipped = Buffer.from(bytes);
      for (const [where, bit] of flips) {
        const at = Math.floor(where * bytes.length);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      }
      return flipped;
    }),
  );
const cuts = fc
  .tuple(fileNumber, place, place)
  .map(([number, from, to]) =>
    changed(number, (bytes) =>
      Buffer.concat([
        bytes.subarray(0, Math.floor(Math.min(from, to) * bytes.length)),
        bytes.subarray(Math.floor(Math.max(from, to) * bytes.length)),
      ]),
    ),
  );
const additions = fc
  .tuple(fileNumber, place, fc.uint8Array({ minLength: 1, maxLength: 80 }))
  .map(([number, where, added]) =>
    changed(number, (bytes) => {
      const at = Math.floor(where * (bytes.length + 1));
      return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]);
    }),
  );
/** The end of one file behind the beginning of another. */
const splices = fc
  .tuple(fileNumber, fileNumber, place, place)
  .map(([number, otherNumber, to, from]): Change => {
    return (all) => {
      const other = pick(all, otherNumber).bytes;
      const tail = other.subarray(Math.floor(from * other.length));
      const head = (bytes: Buffer) => bytes.subarray(0, Math.floor(to * bytes.length));
      return changed(number, (bytes) => Buffer.concat([head(bytes), tail]))(all);
    };
  });
/** The whole of one file in the place of another, whose name stays. */
const substitutions = fc.tuple(fileNumber, fileNumber).map(([number, otherNumber]): Change => {
  return (all) => changed(number, () => pick(all, otherNumber).bytes)(all);
});
/** An authentic file under its own name, among files of another kind: nothing in it says what it is. */
const confusions = fc
  .tuple(fileNumber, fc.constantFrom<FileKind>('key', 'lock', 'index', 'snapshot', 'pack', 'config'))
  .map(([number, kind]): Change => {
    return (all) => {
      const { bytes, name } = pick(all, number);
      const isConfig = kind === 'config';
      const kept = isConfig ? all.filter((file) => file.kind !== 'config') : all;
      return [...kept, { kind, name: isConfig ? '' : name.padEnd(64, '0'), bytes }];
    };
  });
/** A snapshot that is gone can't be missed: only others are taken away. */
const removals = fileNumber.map((number): Change => {
  return (all) => {
    const chosen = pick(
      all.filter(({ kind }) => kind !== 'snapshot'),
      number,
    );
    return all.filter((file) => file !== chosen);
  };
});

const change = fc.oneof(bitFlips, cuts, additions, splices, substitutions, confusions, removals);

/** What these give is what this attacker may choose. */
const OF_THE_STORAGE = new Set(['check', 'keys', 'lock', 'unlock']);

describe('an altered repository', () => {
  test('its own files alone are read as they were saved', () => {
    for (const [name, outcome] of truth) expect([name, 'value' in outcome]).toEqual([name, true]);
    expect(truth.get('check')).toEqual({ value: [] });
  });

  test(
    'gives what was saved or an error; and all that was saved where check finds no fault',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
          const altered = changes.reduce<StoredFile[]>((all, apply) => apply(all), files);
          const outcomes = await readEveryWay(await backendOf(altered));
          const isWhole = findsNoFault(outcomes.get('check'));
          for (const [name, outcome] of outcomes) {
            if (OF_THE_STORAGE.has(name) || ('code' in outcome && !isWhole)) continue;
            expect([name, outcome]).toEqual([name, truth.get(name)]);
          }
        }),
        { numRuns: CASES },
      );
    },
    LIMIT_MS,
  );
});

function findsNoFault(check: Outcome | undefined): boolean {
  return check !== undefined && 'value' in check && (check.value as unknown[]).length === 0;
}
