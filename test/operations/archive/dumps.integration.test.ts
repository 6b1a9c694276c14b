import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseBucket } from '../../../src/buckets/bucket.ts';
import { parseDatabase } from '../../../src/databases/databases.ts';
import { ArchiveFixture } from './fixture.ts';

let fixture: ArchiveFixture;
beforeEach(async () => {
  fixture = await ArchiveFixture.create();
  await fixture.files.sh('echo page > source/page');
});
afterEach(() => fixture.files.remove());

const dumpOf = (name: string, command: string) => ({
  database: parseDatabase(`command:${name}=${command}`, '--database', {}),
});

test('dumps are taken while the application is held, and stand in the archive in pieces that cat puts together', async () => {
  const held = `${fixture.files.folder}/held`;
  const { complete, dumps } = await fixture.archive({
    before: [`touch ${held}`],
    after: [`rm ${held}`],
    dumps: [
      dumpOf('large.dump', `test -e ${held} && head -c 70000000 /dev/zero`),
      dumpOf('small.dump', 'echo rows'),
    ],
  });
  expect([complete, dumps.map(({ name, size_bytes }) => [name, size_bytes])]).toEqual([
    true,
    [
      ['large.dump', 70_000_000],
      ['small.dump', 5],
    ],
  ]);
  await fixture.files.sh('mkdir out; age -d -i key store/*.age | zstd -d | tar -x -C out');
  const told = await fixture.files.sh(
    `cd out/.holdfast/files/dumps; ls; cat large.dump.* | wc -c; cat small.dump.*`,
  );
  expect(told).toBe('large.dump.000000\nlarge.dump.000001\nsmall.dump.000000\n70000000\nrows\n');
  const beside = JSON.parse(await fixture.files.sh('cat store/*.json'));
  expect(beside.dumps).toMatchObject([
    { path: '.holdfast/files/dumps/large.dump', bytes: 70_000_000, entries: 2 },
    { path: '.holdfast/files/dumps/small.dump', bytes: 5, entries: 1 },
  ]);
});

test('databases alone make an archive; a dump that fails leaves none', async () => {
  expect(await fixture.archive({ paths: [], dumps: [dumpOf('x', 'echo rows')] })).toMatchObject({ files: 0 });
  await fixture.files.sh('rm store/*');
  await expect(fixture.archive({ dumps: [dumpOf('x', 'echo half; exit 3')] })).rejects.toMatchObject({
    code: 'dump-failed',
  });
  expect(await fixture.files.sh('ls store')).toBe('');
});

test('buckets, which an application’s plan may bring, are refused before anything is held', async () => {
  const bucket = parseBucket('s3:https://s3.example/files', '--bucket', {});
  const before = [`touch ${fixture.files.folder}/held`];
  await expect(fixture.archive({ before, buckets: [bucket] })).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('s3:https://s3.example/files'),
  });
  expect(await fixture.files.sh('ls store; ls')).not.toContain('held');
});
