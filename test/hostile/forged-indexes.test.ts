import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { seal } from '../../src/crypto/seal.ts';
import type { BlobId } from '../../src/repository/format/ids.ts';
import { encodeHeaderLength, encodePackHeader } from '../../src/repository/format/pack-header.ts';
import { openRepository } from '../../src/repository/open.ts';
import { casesOf, limitOf } from '../cases.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { type Outcome, readEveryWay } from './every-reader.ts';
import { Forgery } from './forged-trees.ts';
import { backendOf, filesOf, type StoredFile } from './stored-files.ts';

// Who knows a password can say in an index whatever they like of what lies where. A blob's ID is its hash: what is
// read under it is that blob, or nothing.

const CASES = casesOf(1000);
const LIMIT_MS = limitOf(CASES);

let files: StoredFile[];
let truth: Map<string, Outcome>;
let blobs: string[];

beforeAll(async () => {
  const forgery = await Forgery.make();
  await forgery.repository.close();
  files = await filesOf(forgery.backend);
  truth = await readEveryWay(forgery.backend);
  blobs = [...forgery.blobs.data, ...forgery.blobs.trees];
});

const numbers = fc.oneof(
  fc.nat({ max: 2000 }),
  fc.constantFrom(0, 31, 32, 33, 2 ** 31, 2 ** 32 - 1, 2 ** 29, 536_870_913, -1, 1.5, 2 ** 53, 1e300),
);

describe('a forged index', () => {
  test(
    'makes blobs unreadable, and never others',
    async () => {
      const packs = files.filter(({ kind }) => kind === 'pack').map(({ name }) => name);
      const entry = fc.record({
        id: fc.constantFrom(...packs, 'a'.repeat(64)),
        blobs: fc.array(
          fc.record({
            id: fc.constantFrom(...blobs, 'b'.repeat(64)),
            type: fc.constantFrom('data', 'tree', 'other'),
            offset: numbers,
            length: numbers,
            uncompressed_length: fc.option(numbers, { nil: undefined }),
          }),
          { maxLength: 6 },
        ),
      });
      const index = fc.record({ packs: fc.array(entry, { maxLength: 4 }), supersedes: fc.constant(null) });
      await fc.assert(
        fc.asyncProperty(
          fc.array(index, { minLength: 1, maxLength: 3 }),
          fc.boolean(),
          async (forged, isOnly) => {
            const kept = files.filter(({ kind }) => !isOnly || kind !== 'index');
            const backend = await backendOf(kept);
            const repository = await openRepository(backend, PASSWORD, { threads: 0 });
            for (const json of forged)
              await repository.files.save('index', Buffer.from(JSON.stringify(json)));
            const outcomes = await readEveryWay(backend);
            for (const name of ['snapshots', 'ls', 'dump', 'exportTar']) {
              const outcome = outcomes.get(name);
              if (outcome !== undefined && 'value' in outcome)
                expect([name, outcome]).toEqual([name, truth.get(name)]);
            }
            if (isOnly) expect(findsNothing(outcomes.get('check'))).toBe(false);
          },
        ),
        { numRuns: CASES },
      );
    },
    LIMIT_MS,
  );

  test.each([
    ['lists one blob over and over', () => 'd'.repeat(64)],
    ['lists blobs whose IDs begin alike', (i: number) => i.toString(16).padStart(64, 'd')],
  ])(
    'that %s is no slower than any other',
    async (_, idOf) => {
      const blob = (i: number) => `{"id":"${idOf(i)}","type":"data","offset":0,"length":100}`;
      const backend = await backendOf(files);
      const repository = await openRepository(backend, PASSWORD, { threads: 0 });
      const list = Array.from({ length: 200_000 }, (_, i) => blob(i)).join();
      const json = `{"packs":[{"id":"${'a'.repeat(64)}","blobs":[${list}]}]}`;
      await repository.files.save('index', Buffer.from(json));
      await repository.loadIndex(); // minutes, if each step took longer than the one before
      expect(repository.hasBlob('data', idOf(199_999) as BlobId)).toBe(true);
      expect(repository.hasBlob('data', blobs[0] as BlobId)).toBe(true);
      await repository.close();
    },
    LIMIT_MS,
  );
});

describe('a small pack that holds gigabytes', () => {
  const GIB = 1024 ** 3;

  test.each([
    ['a tree', 'tree', 4 * GIB - 1],
    ['data', 'data', 4 * GIB - 1],
    ['a tree just over the limit', 'tree', GIB / 2 + 1],
  ] as const)('%s takes no memory, and is damage', async (_, type, plainLength) => {
    const forgery = await Forgery.make();
    const { repository, backend } = forgery;
    const sealed = seal(repository.masterKey, frameOfZeros(plainLength));
    const id = 'c'.repeat(64) as BlobId;
    const header = encodePackHeader([{ type, id, offset: 0, length: sealed.length, plainLength }]);
    const sealedHeader = seal(repository.masterKey, header);
    const pack = Buffer.concat([sealed, sealedHeader, encodeHeaderLength(sealedHeader.length)]);
    const name = createHash('sha256').update(pack).digest('hex');
    await backend.save({ kind: 'pack', name }, [pack]);
    const blob = { id, type, offset: 0, length: sealed.length, uncompressed_length: plainLength };
    const index = { packs: [{ id: name, blobs: [blob] }] };
    await repository.files.save('index', Buffer.from(JSON.stringify(index)));
    const node = `{"name":"a","type":"file","size":${plainLength},"content":["${id}"]}`;
    const root = type === 'tree' ? id : await forgery.tree(`{"nodes":[${node}]}\n`);
    await forgery.snapshot(root);
    await repository.close();

    const bytesBefore = process.resourceUsage().maxRSS * 1024;
    const outcomes = await readEveryWay(backend);
    expect(process.resourceUsage().maxRSS * 1024 - bytesBefore).toBeLessThan(200 * 1024 * 1024);
    for (const name of ['dump', 'exportTar']) {
      expect([name, outcomes.get(name)]).toEqual([
        name,
        expect.objectContaining({ code: 'repository-damaged' }),
      ]);
    }
    expect(findsNothing(outcomes.get('check'))).toBe(false);
  });
});

/** A Zstandard frame of `bytes` zeros: four bytes for each 128 KiB (RFC 8878, section 3.1.1.2). */
function frameOfZeros(bytes: number): Buffer {
  const header = Buffer.alloc(14);
  header.writeUInt32LE(0xfd2fb528, 0);
  header[4] = 0xc0; // the content's size in eight bytes
  header[5] = 7 << 3; // a window of 128 KiB
  header.writeBigUInt64LE(BigInt(bytes), 6);
  const blocks: Buffer[] = [header];
  for (let left = bytes; left > 0; left -= 128 * 1024) {
    const length = Math.min(left, 128 * 1024);
    const block = Buffer.alloc(4);
    block.writeUIntLE((length << 3) | (1 << 1) | (length === left ? 1 : 0), 0, 3);
    blocks.push(block);
  }
  return Buffer.concat(blocks);
}

function findsNothing(check: Outcome | undefined): boolean {
  return check !== undefined && 'value' in check && (check.value as unknown[]).length === 0;
}

describe('a stored blob', () => {
  // All sealed things look alike, and contents are the choice of whoever owns the files. Compression tells them apart.
  test.each(['snapshot', 'index', 'lock'] as const)(
    'of chosen bytes can’t be taken for a %s',
    async (kind) => {
      const forgery = await Forgery.make();
      const tree = forgery.blobs.trees[0] ?? '';
      const json = { time: '2026-11-21T09:47:54Z', tree, packs: [], exclusive: true, hostname: 'x', pid: 1 };
      const id = await forgery.data(Buffer.from(JSON.stringify(json)));
      await forgery.repository.flush();
      const place = forgery.repository.index.places('data', id)[0];
      if (place === undefined) throw new Error('The blob is nowhere.');
      const sealed = await forgery.backend.load({ kind: 'pack', name: place.pack }, place);
      const name = createHash('sha256').update(sealed).digest('hex');
      await forgery.backend.save({ kind, name }, [sealed]);
      const outcomes = await readEveryWay(forgery.backend);
      const reader = { snapshot: 'snapshots', index: 'ls', lock: 'lock' }[kind];
      expect(outcomes.get(reader)).toMatchObject({ code: expect.stringMatching(/^repository-/) });
      await forgery.repository.close();
    },
  );
});
