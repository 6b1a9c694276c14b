import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDatabase, parseOpensearch } from '../../src/databases/databases.ts';
import { PASSWORD_VARIABLE } from '../../src/databases/password.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { OpensearchServer } from '../services/opensearch.ts';
import { commandLines } from '../services/processes.ts';
import { smallDisk } from '../services/small-disk.ts';
import { TlsDoor } from '../services/tls-door.ts';
import { Context, type Dumped, dumpOf, prepare, restoreTo, streamed } from './dumping.ts';

const host = localHost();
let server: OpensearchServer;
let files: Dumped;

beforeAll(async () => {
  server = await OpensearchServer.start();
  const settings = { number_of_shards: 1, number_of_replicas: 0 };
  await server.ask('PUT', '/notes', { settings, aliases: { reading: {} } });
  await server.ask('PUT', '/empty', { settings });
  await server.ask('PUT', '/.closed', { settings });
  await server.ask('POST', '/.closed/_close');
  await write('notes', 200);
  for (const name of ['folder', 'other'])
    await server.ask('PUT', `/_snapshot/${name}`, {
      type: 'fs',
      settings: { location: join(server.repositories, name) },
    });
  files = await dumpOf(host, server.url('folder'));
});

afterAll(async () => {
  await host.close();
  await server?.remove();
});

async function write(index: string, count: number, text = 'text'): Promise<void> {
  const lines = Array.from({ length: count }, (_, i) => [
    { index: { _id: `${i}` } },
    { i, text: `${text} ${i}` },
  ]);
  await server.ask(
    'POST',
    `/${index}/_bulk?refresh=true`,
    `${lines
      .flat()
      .map((line) => JSON.stringify(line))
      .join('\n')}\n`,
  );
}

const search = async (index: string) => {
  const { hits } = await server.ask('GET', `/${index}/_search?size=1000&sort=i`);
  return (hits as { hits: { _source: unknown }[] }).hits.map(({ _source }) => _source);
};

const snapshotsIn = async (repository: string) => {
  const { snapshots } = await server.ask('GET', `/_snapshot/${repository}/_all`);
  return (snapshots as { snapshot: string }[]).map(({ snapshot }) => snapshot);
};

const indexes = async () => {
  const { indices } = await server.ask('GET', '/_resolve/index/*');
  return (indices as { name: string }[]).map(({ name }) => name);
};

const repositories = async () => Object.keys(await server.ask('GET', '/_snapshot/_all'));

describe('a dump of OpenSearch', () => {
  test('is a snapshot that is whole, as the files of its repository, with each index counted and summed', async () => {
    expect(files.record).toMatchObject({
      name: 'folder.snapshot.tar',
      engine: 'opensearch',
      format: 'files',
      pinned: true,
    });
    expect(files.record.fingerprint?.tables).toEqual({
      empty: { rows: 0, checksum: '0 0000000000000000' },
      notes: { rows: 200, checksum: expect.stringMatching(/^200 [0-9a-f]{16}$/) },
    });
    expect(files.record.fingerprint?.facts['server version']).toBe('opensearch 2.19.1');
    const { snapshot = '', uuid = '', repository, indexes: names } = files.record.restore;
    expect({ repository, names }).toEqual({ repository: 'folder', names: '["empty","notes"]' });
    expect(snapshot).toMatch(/^holdfast-folder\.snapshot\.tar-\d{8}t\d{6}z-[0-9a-f]{8}$/);
    expect(files.bytes.includes(`snap-${uuid}.dat`)).toBe(true);
    expect(await snapshotsIn('folder')).toEqual([snapshot]);
  });

  test('leaves the earlier one in the repository until a snapshot of ours holds the new one', async () => {
    const [dump] = await prepare(host, server.url('folder'));
    if (dump === undefined) throw new Error('no dump');
    const later = await streamed(dump);
    const names = [files.record.restore['snapshot'], later.record.restore['snapshot']];
    expect(await snapshotsIn('folder')).toEqual(names);
    await dump.giveUpEarlier?.();
    expect(await snapshotsIn('folder')).toEqual(names.slice(1));
  });

  test('as a reference says which one it is, and leaves the earlier ones', async () => {
    const url = server.url('other', {
      content: 'reference',
      index: 'not*',
      fingerprint: 'count',
      name: 'notes.json',
    });
    const { bytes, record } = await dumpOf(host, url);
    expect(JSON.parse(bytes.toString())).toMatchObject({
      repository: 'other',
      indexes: ['notes'],
      uuid: record.restore['uuid'],
    });
    expect(record).toMatchObject({
      name: 'notes.json',
      format: 'reference',
      options: ['index=not*', 'fingerprint=count'],
    });
    expect(record.fingerprint?.tables).toEqual({ notes: { rows: 200, checksum: null } });
    await dumpOf(host, url);
    expect(await snapshotsIn('other')).toHaveLength(2);
  });

  test('over TLS, of a cluster that asks who comes, is made and put back; by nobody else, and of no server that isn’t trusted', async () => {
    const door = await TlsDoor.before(server.port, `backup:${SECRET}`);
    try {
      const url = (options: string, user = 'backup') =>
        `opensearch://${user}@127.0.0.1:${door.port}/other?${options}`;
      const trusted = `ca=${door.certificate}`;
      const env = { [PASSWORD_VARIABLE]: SECRET };
      const dumped = await dumpOf(host, url(`${trusted}&content=reference&index=notes`), { env });
      expect(dumped.record.fingerprint?.tables['notes']?.rows).toBe(200);
      const database = parseDatabase(url(`${trusted}&prefix=tls_`), '--into', env);
      const dump = { record: dumped.record, content: async function* content() {} };
      const restored = await database.restore(host, dump, { overwrite: false }, new Context());
      expect(restored.verified).toEqual({ tables: 1, rows: 200, onlyCounted: 0 });
      await server.ask('DELETE', '/tls_notes');
      await expect(dumpOf(host, url(trusted, 'other'), { env })).rejects.toThrow(
        /answers 401.*set HOLDFAST_DATABASE_PASSWORD/,
      );
      await expect(dumpOf(host, url(''), { env })).rejects.toThrow(
        /curl ended with exit status 60.*certificate/,
      );
      await expect(dumpOf(host, url('tls=false'), { env })).rejects.toMatchObject({ code: 'dump-failed' });
    } finally {
      await door.remove();
    }
  });

  test('tells of the closed indexes that it leaves out, whether all are meant or a pattern means them', async () => {
    await server.ask('PUT', '/old-notes');
    await server.ask('POST', '/old-notes/_close');
    for (const options of [{}, { index: '*notes' }]) {
      const context = new Context();
      const { record } = await dumpOf(host, server.url('other', options), { context });
      expect(Object.keys(record.fingerprint?.tables ?? {})).not.toContain('old-notes');
      expect(context.warnings).toEqual([
        expect.stringMatching(/^old-notes: it is closed, .* not in the dump/),
      ]);
    }
    await server.ask('DELETE', '/old-notes');
  });

  test.each([
    ['no repository', () => server.url(''), /expected the name of a registered snapshot repository/],
    ['one that isn’t registered', () => server.url('nope'), /answers 404: repository_missing_exception/],
    [
      'an index that isn’t there',
      () => server.url('folder', { index: 'nope' }),
      /there is none of that name/,
    ],
    ['a closed index', () => server.url('folder', { index: '.closed' }), /it is closed/],
    [
      'a server that isn’t there',
      () => server.url('folder').replace(`:${server.port}`, ':1'),
      /Look whether it runs there/,
    ],
    ['TLS where there is none', () => server.url('folder', { tls: 'true' }), /\?tls=false/],
  ])('does not come of %s', async (_what, url, message) => {
    const failure = dumpOf(host, url());
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toMatchObject({ code: expect.stringMatching(/dump-failed|bad-input/) });
  });

  test.each([
    [
      'PARTIAL',
      {
        state: 'PARTIAL',
        shards: { total: 2, failed: 1, successful: 1 },
        failures: [{ index: 'a', shard_id: 1, reason: 'no room' }],
      },
    ],
    [
      'SUCCESS with a failed shard',
      {
        state: 'SUCCESS',
        shards: { total: 2, failed: 1, successful: 1 },
        failures: [{ index: 'a', shard_id: 1, reason: 'no room' }],
      },
    ],
  ])('does not come of a snapshot that ended as %s, which is removed again', async (_state, done) => {
    const cluster = await startCluster({ ...done, uuid: 'u', indices: ['a'] });
    const url = `opensearch://admin@127.0.0.1:${cluster.port}/r?tls=false&content=reference`;
    const dumping = dumpOf(host, url, { env: { [PASSWORD_VARIABLE]: SECRET } });
    await expect(dumping).rejects.toThrow(/1 of 2 shards failed: a shard 1: no room, expected SUCCESS/);
    await expect(dumping).rejects.toMatchObject({ code: 'dump-failed' });
    expect(cluster.requests.at(-1)).toMatch(/^DELETE \/_snapshot\/r\/holdfast-/);
    expect(cluster.authorizations).toEqual(
      new Set([`Basic ${Buffer.from(`admin:${SECRET}`).toString('base64')}`]),
    );
    expect(cluster.commandLines.some((line) => line.includes('curl'))).toBe(true);
    expect(cluster.commandLines.filter((line) => line.includes('9f3kq'))).toEqual([]);
    cluster.close();
  });

  test('does not come of a host without curl, and says what to install', async () => {
    const bare: Host = {
      ...host,
      start: (script, options) => host.start(`PATH=/nonexistent; ${script}`, options),
    };
    await expect(dumpOf(bare, server.url('folder'))).rejects.toMatchObject({
      code: 'host-unsupported',
      message: expect.stringMatching(/there is no curl on PATH.*Install the package curl there/s),
    });
  });

  test('does not come of a repository whose disk is full, and no snapshot of ours is left', async () => {
    const place = join(server.repositories, 'narrow');
    await using _disk = await smallDisk(place, 'size=16k');
    await server.ask('PUT', '/_snapshot/narrow?verify=false', { type: 'fs', settings: { location: place } });
    try {
      const dumping = dumpOf(host, server.url('narrow'));
      await expect(dumping).rejects.toThrow(/gave it up.*its disk is full/);
      await expect(dumping).rejects.toMatchObject({ code: 'dump-failed' });
      await expect.poll(() => snapshotsIn('narrow')).toEqual([]);
    } finally {
      await server.ask('DELETE', '/_snapshot/narrow');
    }
  });

  test('of an index that is written meanwhile says so, and has no sum of it', async () => {
    const whole = {
      state: 'SUCCESS',
      shards: { total: 1, failed: 0, successful: 1 },
      uuid: 'u',
      indices: ['a'],
    };
    const cluster = await startCluster(whole, () => cluster.requests.length);
    const context = new Context();
    const { record } = await dumpOf(host, `elasticsearch://127.0.0.1:${cluster.port}/r?tls=false`, {
      context,
    });
    expect(context.warnings.join()).toMatch(/a: it was written while the snapshot was taken/);
    expect(record.fingerprint?.tables).toEqual({ a: { rows: 1, checksum: null } });
    expect(record.restore['unsettled']).toBe('["a"]');
    cluster.close();
  });

  test('that is cancelled half-way is none, and the snapshot is stopped', async () => {
    const cluster = await startCluster({ state: 'IN_PROGRESS' });
    const controller = new AbortController();
    const dumping = dumpOf(host, `elasticsearch://127.0.0.1:${cluster.port}/r?tls=false&content=reference`, {
      context: new Context(controller.signal),
    });
    const polls = () =>
      cluster.requests.filter((line) => line.startsWith('GET /_snapshot/r/holdfast-')).length;
    await expect.poll(polls).toBeGreaterThan(1);
    controller.abort();
    await expect(dumping).rejects.toThrow();
    expect(cluster.requests.at(-1)).toMatch(/^DELETE \/_snapshot\/r\/holdfast-/);
    cluster.close();
  });
});

describe('an index', () => {
  test('that is not there comes back from the files, with its aliases, and nothing is left of that', async () => {
    const before = await search('notes');
    await server.ask('DELETE', '/notes');
    await server.ask('DELETE', '/empty');
    const context = new Context();
    const restored = await restoreTo(host, files, server.url(''), { context });
    expect(restored).toEqual({
      database: 'empty, notes',
      movedAside: null,
      verified: { tables: 2, rows: 200, onlyCounted: 0 },
    });
    expect(context.warnings).toEqual([]);
    expect(await search('reading')).toEqual(before);
    expect(await readdir(server.repositories)).toEqual(['folder', 'other']);
    expect(await repositories()).toEqual(['folder', 'other']);
  });

  test('is compared as a drill does, which sees that a document is missing', async () => {
    const drilled = parseOpensearch(server.url(''));
    const context = new Context();
    const same = await drilled.compare(host, files.record, 'nothing', context);
    expect(same).toMatchObject({ differences: [], tables: 2, rows: 200, countedRows: 0, tampered: null });
    const ask = (statement: string) => drilled.ask(host, files.record, statement, context);
    expect(await ask('GET /notes/_count')).toContain('"count":200');
    await expect(ask('DELETE /notes')).rejects.toMatchObject({ code: 'bad-input' });
    expect(await drilled.compare(host, files.record, 'row-deleted', context)).toMatchObject({
      differences: ['table notes: 199 rows, expected 200'],
      tampered: 'notes',
    });
    await write('notes', 200);
  });

  test('that a data stream is made of comes back with it', async () => {
    const template = {
      settings: { number_of_replicas: 0 },
      mappings: { properties: { '@timestamp': { type: 'date' } } },
    };
    await server.ask('PUT', '/_index_template/logs', {
      index_patterns: ['logs-*'],
      data_stream: {},
      template,
    });
    await server.ask('POST', '/logs-app/_doc?refresh=true', { '@timestamp': '2026-11-26T03:17:00Z', i: 1 });
    const dumped = await dumpOf(host, server.url('other', { content: 'reference', index: 'logs-*' }));
    expect(dumped.record.fingerprint?.tables).toMatchObject({ 'logs-app': { rows: 1 } });
    await expect(restoreTo(host, dumped, server.url(''), { overwrite: true })).rejects.toThrow(
      /a data stream of that name/,
    );
    await server.ask('DELETE', '/_data_stream/logs-app');
    const restored = await restoreTo(host, dumped, server.url(''));
    expect(restored).toEqual({
      database: 'logs-app',
      movedAside: null,
      verified: { tables: 1, rows: 1, onlyCounted: 0 },
    });
    expect(await search('logs-app')).toEqual([{ '@timestamp': '2026-11-26T03:17:00Z', i: 1 }]);
    await server.ask('DELETE', '/_data_stream/logs-app');
  });

  test('that is there is refused, restored beside, or copied aside', async () => {
    await write('notes', 150, 'newer');
    const newer = await search('notes');
    await expect(restoreTo(host, files, server.url(''))).rejects.toMatchObject({ code: 'restore-blocked' });
    expect(await search('notes')).toEqual(newer);
    const reference = await dumpOf(host, server.url('other', { content: 'reference', index: 'notes' }));
    const beside = await restoreTo(host, reference, server.url('', { prefix: 'copy_' }));
    expect(beside).toEqual({
      database: 'copy_notes',
      movedAside: null,
      verified: { tables: 1, rows: 200, onlyCounted: 0 },
    });
    expect(await search('copy_notes')).toEqual(newer);
    expect(await search('reading')).toEqual(newer);
    const restored = await restoreTo(host, files, server.url(''), { overwrite: true });
    const [empty = '', aside = ''] = restored.movedAside?.split(', ') ?? [];
    expect([empty, aside]).toEqual([
      expect.stringMatching(/^empty_before_/),
      expect.stringMatching(/^notes_before_/),
    ]);
    expect(await search(aside)).toEqual(newer);
    expect((await search('notes'))[0]).toEqual({ i: 0, text: 'text 0' });
    await server.ask('DELETE', `/copy_notes,${empty},${aside}`);
  });

  test('that somebody makes while the dump is unpacked is left alone', async () => {
    async function* content() {
      await write('late_notes', 3, 'theirs');
      yield files.bytes;
    }
    const into = parseDatabase(server.url('', { prefix: 'late_' }), '--into', {});
    const dump = { record: files.record, content };
    await expect(into.restore(host, dump, { overwrite: false }, new Context())).rejects.toThrow();
    expect(await search('late_notes')).toHaveLength(3);
    await server.ask('DELETE', '/late_notes');
  });

  test.each([
    [
      'whose files have a bit that has turned',
      () => ({ ...files, bytes: turned(files.bytes) }),
      'command-failed',
    ],
    ['that is cut off', () => ({ ...files, bytes: files.bytes.subarray(0, 20_000) }), 'command-failed'],
  ])('is as it was after a dump %s', async (_what, dump, code) => {
    const [names, documents] = [await indexes(), await search('reading')];
    const restoring = restoreTo(host, dump(), server.url('', { 'time-limit-minutes': '1' }), {
      overwrite: true,
    });
    await expect(restoring).rejects.toMatchObject({ code });
    expect(await indexes()).toEqual(names);
    expect(await search('reading')).toEqual(documents);
    await write('notes', 200);
    expect(await readdir(server.repositories)).toEqual(['folder', 'other']);
  });

  test('is as it was where there is no room to unpack its dump', async () => {
    const place = join(server.repositories, 'narrow');
    await using _disk = await smallDisk(place, 'size=16k');
    const documents = await search('reading');
    const url = server.url('', { 'work-folder': place });
    const restoring = restoreTo(host, files, url, { overwrite: true });
    await expect(restoring).rejects.toMatchObject({
      code: 'no-space',
      message: expect.stringMatching(/is full: make room/),
    });
    expect(await search('reading')).toEqual(documents);
    expect(await readdir(place)).toEqual([]);
    expect(await repositories()).toEqual(['folder', 'other']);
  });

  test('that holds fewer documents than were dumped is not left beside', async () => {
    const dump = { ...files, record: withRows(201) };
    const restoring = restoreTo(host, dump, server.url('', { prefix: 'bad_' }));
    await expect(restoring).rejects.toMatchObject({ code: 'restore-mismatch' });
    expect((await indexes()).filter((name) => name.startsWith('bad_'))).toEqual([]);
    // But for an index of which nobody knows how much is in the snapshot.
    const unsettled = { ...dump.record, restore: { ...dump.record.restore, unsettled: '["notes"]' } };
    const url = server.url('', { prefix: 'bad_' });
    expect((await restoreTo(host, { ...dump, record: unsettled }, url)).verified).toBeNull();
  });
});

const SECRET = 'p"a\\s 9f3kq';

function withRows(rows: number): Dumped['record'] {
  const fingerprint = files.record.fingerprint ?? expect.fail();
  return { ...files.record, fingerprint: { ...fingerprint, tables: { notes: { rows, checksum: null } } } };
}

/** In the data of an index: a file of Lucene's, not of the repository's own. */
function turned(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf('text 1');
  expect(at).toBeGreaterThan(0);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

/** A cluster that answers as the API says, and whose snapshot ends as `done` says: a real one can't be made to fail at will. */
async function startCluster(done: Record<string, unknown>, lastWrite: () => number = () => 0) {
  const requests: string[] = [];
  const authorizations = new Set<string | undefined>();
  const seen: string[] = [];
  const answers = (): readonly (readonly [RegExp, unknown])[] => [
    [/^GET \/$/, { cluster_name: 'c', version: { number: '8.0.0' } }],
    [/^GET \/_snapshot\/r$/, { r: { type: 's3', settings: {} } }],
    [/^GET \/_resolve/, { indices: [{ name: 'a', attributes: ['open'] }] }],
    [
      /_stats/,
      {
        indices: {
          a: {
            uuid: 'x',
            shards: {
              0: [{ routing: { primary: true }, docs: { count: 1 }, seq_no: { max_seq_no: lastWrite() } }],
            },
          },
        },
      },
    ],
    [/^GET \/_snapshot\/r\/holdfast-/, { snapshots: [done] }],
  ];
  const cluster = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    authorizations.add(request.headers.authorization);
    if (request.method === 'PUT') seen.push(...(await commandLines()));
    const found = answers().find(([line]) => line.test(requests.at(-1) ?? ''))?.[1] ?? { acknowledged: true };
    response.end(JSON.stringify(found));
  });
  await new Promise<void>((resolve) => cluster.listen(0, '127.0.0.1', resolve));
  const { port } = cluster.address() as AddressInfo;
  return { port, requests, authorizations, commandLines: seen, close: () => cluster.close() };
}
