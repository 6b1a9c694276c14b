import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Chunker } from '../../src/chunker/chunker.ts';
import { deriveKey } from '../../src/crypto/kdf.ts';
import { open, type RepositoryKey } from '../../src/crypto/seal.ts';
import { createBlobWorkers } from '../../src/repository/blob-pool.ts';
import type { BlobWorkers } from '../../src/repository/blob-workers.ts';
import { type BlobId, idOf } from '../../src/repository/format/ids.ts';
import { RESTIC_0_14, RESTIC_0_19, StockRestic } from './format/stock-restic.ts';

const PASSWORD = 'a password';

interface IndexJson {
  packs: {
    id: string;
    blobs: { id: BlobId; offset: number; length: number; uncompressed_length?: number }[];
  }[];
}

describe.each([
  ['0.19.1', RESTIC_0_19],
  ['0.14', RESTIC_0_14],
])('a repository of restic %s', (_version, program) => {
  let folder: string;
  let repository: string;
  let restic: StockRestic;
  let key: RepositoryKey;
  let workers: BlobWorkers;
  const file = Buffer.concat([
    randomBytes(9_000_000),
    Buffer.alloc(3_000_000),
    Buffer.alloc(2_000_000, 'text '),
  ]);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-blobs-'));
    repository = join(folder, 'repository');
    restic = new StockRestic(program, repository);
    await writeFile(join(folder, 'large'), file);
    await writeFile(join(folder, 'small'), 'a small file');
    await restic.run(['init']);
    await restic.run(['backup', 'large', 'small'], folder);
    key = await masterKey();
    workers = createBlobWorkers(key, { threads: 2, compression: 'auto' });
  });

  afterAll(async () => {
    await workers.close();
    await rm(folder, { recursive: true });
  });

  /** By the password alone, as a reader gets it. */
  async function masterKey(): Promise<RepositoryKey> {
    const [name = ''] = await readdir(join(repository, 'keys'));
    const { N, r, p, salt, data } = JSON.parse(await readFile(join(repository, 'keys', name), 'utf8'));
    const userKey = await deriveKey(PASSWORD, { N, r, p, salt: Buffer.from(salt, 'base64') });
    const { mac, encrypt } = JSON.parse(open(userKey, Buffer.from(data, 'base64'), 'the key').toString());
    const bytes = (text: string) => Buffer.from(text, 'base64');
    return { encrypt: bytes(encrypt), macK: bytes(mac.k), macR: bytes(mac.r) };
  }

  async function packsOfIndexes(): Promise<IndexJson['packs']> {
    const names = await restic.lines(['list', 'index']);
    const indexes = await Promise.all(
      names.map(
        async (name): Promise<IndexJson> => JSON.parse((await restic.run(['cat', 'index', name])).toString()),
      ),
    );
    return indexes.flatMap(({ packs }) => packs);
  }

  test('every blob of every pack opens, and is what its ID says', async () => {
    let count = 0;
    for (const { id: pack, blobs } of await packsOfIndexes()) {
      const bytes = await readFile(join(repository, 'data', pack.slice(0, 2), pack));
      for (const { id, offset, length, uncompressed_length } of blobs) {
        const expected = { id, plainLength: uncompressed_length ?? null };
        const plain = await workers.open(bytes.subarray(offset, offset + length), expected);
        expect(idOf(plain)).toBe(id);
        count++;
      }
    }
    // A tree, the small file, two of random bytes (8 MiB at most each), the zeros.
    expect(count).toBeGreaterThanOrEqual(5);
  });

  test('our chunker cuts a file where restic did', async () => {
    const config = JSON.parse(open(key, await readFile(join(repository, 'config')), 'the config').toString());
    const chunker = new Chunker(BigInt(`0x${config.chunker_polynomial}`));
    const ids = [chunker.push(file), chunker.finish()].flatMap((chunks) =>
      Array.from(chunks, (chunk) => idOf(chunk)),
    );
    const [snapshot = ''] = await restic.lines(['list', 'snapshots']);
    const { tree } = JSON.parse((await restic.run(['cat', 'snapshot', snapshot])).toString());
    const { nodes } = JSON.parse((await restic.run(['cat', 'blob', tree])).toString());
    const large = nodes.find(({ name }: { name: string }) => name === 'large');
    expect(ids).toEqual(large.content);
  });
});
