import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDatabase } from '../../src/databases/databases.ts';
import { readManifestFacts } from '../../src/operations/drill/manifest-facts.ts';
import { contentOfDump } from '../../src/operations/dump-content.ts';
import { resolveSnapshot } from '../../src/repository/find-snapshot.ts';
import { RESTIC } from '../services/restic.ts';
import { BackupFixture, PASSWORD } from './backup/fixture.ts';
import { SILENT } from './restore/harness.ts';

let fixture: BackupFixture;
/** By stock restic. */
let expected = '';

beforeAll(async () => {
  fixture = await BackupFixture.create();
  // Much more than is read ahead, so that memory which is lent has to serve again.
  const rows = 'SELECT randomblob(100000) FROM generate_series(1, 1000)';
  await fixture.sh(`sqlite3 app.db "CREATE TABLE page (body blob); INSERT INTO page ${rows}"`);
  const dumps = [{ database: parseDatabase(`sqlite:${fixture.folder}/app.db`, '--database', {}) }];
  await fixture.backup({ target: 'app', paths: [], dumps });
  const dump = `${RESTIC.current} dump --no-cache latest /.holdfast/app/dumps/app.db.sqlite`;
  const access = `RESTIC_REPOSITORY=${fixture.repositoryPath} RESTIC_PASSWORD='${PASSWORD}'`;
  expected = (await fixture.sh(`${access} ${dump} | sha256sum`)).split(' ')[0] ?? '';
});
afterAll(() => fixture?.remove());

test.each([false, true])('a dump’s bytes are the same each time, lent (%s) or not', async (isLent) => {
  await fixture.withRepository(async (repository) => {
    const { signal } = new AbortController();
    const snapshot = await resolveSnapshot(repository, 'latest');
    await repository.loadIndex(signal);
    const { dumps } = await readManifestFacts(repository, snapshot, signal);
    const [record] = dumps;
    if (record === undefined) throw new Error('no dump');
    const content = await contentOfDump(repository, { record, snapshot }, SILENT, signal);
    const hashes = new Set<string>();
    for (let i = 0; i < 2; i++) {
      const hash = createHash('sha256');
      for await (const bytes of content({ isLent })) {
        await new Promise((resolve) => setImmediate(resolve)); // a reader takes its time
        hash.update(bytes);
      }
      hashes.add(hash.digest('hex'));
    }
    expect([...hashes]).toEqual([expected]);
  });
});
