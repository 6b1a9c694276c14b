import { beforeAll, expect, test } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { asHoldfastError } from '../../src/errors.ts';
import type { SnapshotId } from '../../src/repository/format/ids.ts';
import { casesOf, limitOf, SEED } from '../cases.ts';
import { listed } from '../contract/backend.ts';
import { SeededRandom } from '../operations/cut/random.ts';
import { contentOf, garbage, inRepository, pruneIn } from '../operations/prune/garbage.ts';
import { backendOf, filesOf, type StoredFile } from './stored-files.ts';

// Storage that lost or altered files: a prune of it removes nothing that could still be read.

const CASES = casesOf(60);
const MOST_CHANGES = 3;

let files: readonly StoredFile[] = [];

beforeAll(async () => {
  const { backend } = await garbage();
  // Some blobs a second time, so that of an altered one there may be another copy.
  await inRepository(backend, async (repository) => {
    await repository.loadIndex();
    for (let row = 0; row < repository.index.rowCount; row += 3) {
      const [type, id] = [repository.index.typeAt(row), repository.index.idAt(row)];
      await repository.saveBlobAgain(type, await repository.loadBlob(type, id));
    }
    await repository.flush();
  });
  files = await filesOf(backend);
});

/** What each snapshot holds, or null if that can't be read. */
async function readable(backend: Backend): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>();
  for (const name of (await listed(backend, 'snapshot')).keys()) {
    const content = inRepository(backend, (repository) => contentOf(repository, name as SnapshotId));
    found.set(name, await content.catch(() => null));
  }
  return found;
}

function altered(random: SeededRandom): StoredFile[] {
  const left = [...files];
  for (let changes = 1 + random.below(MOST_CHANGES); changes > 0; changes--) {
    const at = random.below(left.length);
    const file = left[at] as StoredFile;
    if (file.kind === 'config' || file.kind === 'key') continue;
    const how = random.pick('gone', 'cut', 'flipped');
    if (how === 'gone') left.splice(at, 1);
    else if (how === 'cut')
      left[at] = { ...file, bytes: file.bytes.subarray(0, random.below(file.bytes.length)) };
    else {
      const bytes = Buffer.from(file.bytes);
      const place = random.below(bytes.length);
      bytes[place] = (bytes[place] as number) ^ (1 << random.below(8));
      left[at] = { ...file, bytes };
    }
  }
  return left;
}

test(
  `of ${CASES} altered repositories none loses to a prune what could still be read (seed ${SEED})`,
  async () => {
    const random = new SeededRandom(SEED);
    const ends = new Map<string, number>();
    for (let i = 0; i < CASES; i++) {
      const backend = await backendOf(altered(random));
      const before = await readable(backend);
      const end = await pruneIn(backend).then(
        () => 'pruned',
        (error: unknown) => asHoldfastError(error)?.code ?? String(error),
      );
      ends.set(end, (ends.get(end) ?? 0) + 1);
      const after = await readable(backend);
      for (const [name, content] of before) {
        if (content !== null) expect([i, end, name, after.get(name)]).toEqual([i, end, name, content]);
      }
    }
    expect([...ends.keys()].sort()).toEqual(['pruned', 'repository-damaged']);
    for (const count of ends.values()) expect(count).toBeGreaterThan(CASES / 20);
  },
  limitOf(CASES),
);
