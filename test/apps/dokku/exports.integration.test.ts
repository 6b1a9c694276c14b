import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MariadbServer } from '../../services/mariadb.ts';
import { POSTGRES_BIN, PostgresServer } from '../../services/postgres.ts';
import { RedisServer } from '../../services/redis.ts';
import { ApplicationFixture } from '../fixture.ts';
import { DokkuStandIn } from './stand-in.ts';

const run = promisify(execFile);

let fixture: ApplicationFixture;
let dokku: DokkuStandIn;
/** What the plugins' own commands print of real servers; `mongodump --gzip --archive` prints a gzip. */
const exports = new Map<string, Buffer>();
const MAX_BYTES = 64 * 1024 * 1024;

async function printed(...[file = '', ...words]: readonly string[]): Promise<Buffer> {
  const options = { encoding: 'buffer', maxBuffer: MAX_BYTES } as const;
  return (await run(file, words, options)).stdout;
}

beforeAll(async () => {
  const servers = [
    await PostgresServer.start(),
    await MariadbServer.start(),
    await RedisServer.start(),
  ] as const;
  const [postgres, mariadb, redis] = servers;
  await mariadb.sql(
    '',
    "CREATE DATABASE shop; CREATE TABLE shop.item (name text); INSERT INTO shop.item VALUES ('chair')",
  );
  await redis.ask('set', 'item', 'chair not yet implemented');
  await redis.ask('save');
  const sql = await printed('mariadb-dump', '--no-defaults', '-uroot', '-S', mariadb.socket, 'shop');
  exports.set(
    'postgres',
    await printed(`${POSTGRES_BIN}/pg_dump`, '-Fc', '-U', 'postgres', '-h', postgres.folder, 'postgres'),
  );
  exports.set('mariadb', sql);
  exports.set('mysql', sql);
  exports.set('redis', await printed('cat', `${redis.folder}/dump.rdb`));
  exports.set('mongo', gzipSync(Buffer.alloc(1000, 'x')));
  exports.set('couchdb', Buffer.from('{"docs":[]}'));
  for (const server of servers) await server.remove();
});

beforeEach(async () => {
  const folder = await ApplicationFixture.create();
  dokku = await DokkuStandIn.create(`${folder.folder}/dokku`);
  fixture = folder.on(dokku.host());
  await fixture.sh('cd dokku; rm -r lib/services/*; mkdir exports');
});
afterEach(() => fixture.remove());
afterAll(() => exports.clear());

/** What the plugin of that type prints; nothing: it fails without a word, as mongo's does. */
async function exporting(type: string, bytes: Buffer | null): Promise<void> {
  await fixture.sh(`cd dokku; mkdir -p lib/services/${type}/one/data; : >up-${type}:info-one`);
  if (bytes !== null) await writeFile(`${dokku.folder}/exports/${type}`, bytes);
}

test('an export of each kind is taken as it is, and nothing is stopped for it', async () => {
  for (const [type, bytes] of exports) await exporting(type, bytes);
  const { dumps } = await fixture.save('dokku', dokku.settings(), { held: 'stopped already' });
  expect(new Map(dumps.map(({ record }) => [record.name, record.size_bytes]))).toEqual(
    new Map([...exports].map(([type, { length }]) => [`${type}-one.dump`, length])),
  );
  expect(await fixture.sh('cat dokku/events')).toBe('');
});

test.each(['mariadb', 'mysql', 'redis', 'mongo'])(
  'an export of %s that was cut off gives no snapshot, although its command ends with 0',
  async (type) => {
    const bytes = exports.get(type) as Buffer;
    await exporting(type, bytes.subarray(0, bytes.length - 60));
    await expect(fixture.save('dokku', dokku.settings(), { held: 'stopped already' })).rejects.toMatchObject({
      code: 'dump-failed',
      message: expect.stringContaining("it isn't a"),
    });
    expect(await fixture.backups.snapshotCount()).toBe(0);
  },
);

test('a datastore whose export fails without a word is not stopped: the backup fails', async () => {
  await exporting('mongo', null);
  await expect(fixture.save('dokku', dokku.settings(), { held: 'by hand' })).rejects.toMatchObject({
    code: 'dump-failed',
  });
  expect(await fixture.sh('cat dokku/events')).not.toContain('mongo');
});
