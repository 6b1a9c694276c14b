import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BlobId } from '../../src/repository/format/ids.ts';
import { targetTag } from '../../src/repository/tags.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { snapshotOf } from '../repository/nodes.ts';
import { storeHistories } from '../retention/stored-histories.ts';
import { makeRepository } from '../services/repository.ts';
import { ActionRunner } from './runner.ts';

const HOUR_NS = 3_600_000_000_000n;
const TREE = 'a'.repeat(64) as BlobId;

let folder = '';
let server: Server;
let answer = 200;
const told: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-report-'));
  const none = {
    filesNew: 0,
    filesChanged: 0,
    filesUnmodified: 0,
    dirsNew: 0,
    dirsChanged: 0,
    dirsUnmodified: 0,
  };
  const counts = { dataBlobs: 1, treeBlobs: 1, dataAdded: 900, dataAddedPacked: 500, totalFilesProcessed: 1 };
  const of = (target: string, hoursAgo: bigint) => {
    const timeNs = BigInt(Date.now()) * 1_000_000n - hoursAgo * HOUR_NS;
    const times = { backupStartNs: timeNs, backupEndNs: timeNs + 5_000_000_000n };
    const summary = { ...none, ...counts, ...times, totalBytesProcessed: 1234 };
    return snapshotOf(TREE, { timeNs, tags: [targetTag(target)], summary });
  };
  await storeHistories(join(folder, 'stored'), [of('wiki', 30n), of('wiki', 3n), of('shop', 40n)]);
  await makeRepository(join(folder, 'repo'), PASSWORD);
  await mkdir(join(folder, 'files'));
  await writeFile(join(folder, 'files/a'), 'content');
  server = createServer((request, response) => {
    told.push(`${request.method} ${request.url}`);
    response.writeHead(answer).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true, force: true });
});

test('the report shows a stale target on a page and in the summary, and fails the step for it', async () => {
  await using runner = await ActionRunner.create('report');
  const html = join(folder, 'page.html');
  const inputs = { repository: join(folder, 'stored'), password: PASSWORD, html, shallow: 'true' };
  const main = await runner.main({ ...inputs, rpo: '26h' });
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toEqual({
    html,
    targets: '2',
    protected: '0',
    'never-proved': '1',
    stale: '1',
    failing: '0',
  });
  expect(main.commands.filter(({ name }) => name === 'error')).toMatchObject([
    {
      properties: { title: 'Backup stale' },
      message: expect.stringMatching(/^shop on \w+: the last complete backup is 40 h old/),
    },
  ]);
  expect(main.summary).toMatch(/^\| shop \| \w+ \| ⚠️ stale \| 40 h ago \(RPO 26 h\)/m);
  const page = await readFile(html, 'utf8');
  expect(page.match(/<svg/g)?.length).toBeGreaterThan(0);
  expect(page).not.toContain(PASSWORD);

  const lenient = await runner.main({ ...inputs, rpo: '26h\nshop=3d' });
  expect(lenient).toMatchObject({ exitCode: 0, outputs: { stale: '0', 'never-proved': '2' } });
});

test('a backup pings start and success, and one that can’t is a warning that names no secret', async () => {
  await using runner = await ActionRunner.create('backup-host');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const inputs = {
    ...{ on: 'local', host: 'web', of: 'wiki', paths: join(folder, 'files') },
    ...{ repository: join(folder, 'repo'), password: PASSWORD, 'ping-url': `${origin}/secret-path` },
  };
  expect((await runner.main(inputs)).exitCode).toBe(0);
  expect(told).toEqual(['POST /secret-path/start', 'POST /secret-path']);
  answer = 404;
  const { exitCode, commands, rawLog } = await runner.main(inputs);
  expect(exitCode).toBe(0);
  const warnings = commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
  expect(warnings).toEqual(
    Array(2).fill(expect.stringContaining(`Cannot notify ${origin}: it answered 404`)),
  );
  expect(rawLog.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('secret-path');
});
