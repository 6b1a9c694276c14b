import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { openDirectory } from '../../src/backends/directory.ts';
import { openBackend } from '../../src/backends/location.ts';
import { randomPolynomial } from '../../src/chunker/polynomial.ts';
import { initRepository } from '../../src/repository/init.ts';
import { quickFolder } from '../memory-disk.ts';
import { fingerprint } from '../operations/backup/fixture.ts';
import { FAST_KEY } from '../repository/fast-key.ts';
import { restic } from '../services/restic.ts';
import { type S3Server, startS3Server } from '../services/s3-server.ts';
import { type CliResult, holdfast } from './terminal.ts';

const PASSWORD = 'correct horse battery';
const OTHER_PASSWORD = 'staple';
const POLYNOMIAL = randomPolynomial();

let folder: string;
let source: string;

beforeAll(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-copy-'));
  source = join(folder, 'source');
  await mkdir(join(source, 'below'), { recursive: true });
  await writeFile(join(source, 'large'), randomBytes(5_000_000));
  for (let i = 0; i < 20; i++) await writeFile(join(source, 'below', `small ${i}`), `${i}\n`.repeat(i));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function make(backend: Backend, password: string): Promise<void> {
  const options = { key: FAST_KEY, threads: 0, chunkerPolynomial: POLYNOMIAL };
  await (await initRepository(backend, password, options)).close();
}

/** A new one with the other password, that cuts files as all of these do. */
async function makeSecond(name: string): Promise<{ repository: string; password: string }> {
  const repository = join(folder, name);
  await make(openDirectory(repository), OTHER_PASSWORD);
  return { repository, password: OTHER_PASSWORD };
}

describe('between folders', () => {
  let first: { repository: string; password: string };

  beforeAll(async () => {
    first = { repository: join(folder, 'first'), password: PASSWORD };
    await make(openDirectory(first.repository), PASSWORD);
    await restic(first, ['backup', '--host', 'h', '--tag', 'a', source]);
    await writeFile(join(source, 'fresh'), randomBytes(100_000));
    await restic(first, ['backup', '--host', 'h', '--tag', 'a', source]);
  });

  const env = (second: { repository: string; password: string }) => ({
    RESTIC_REPOSITORY: second.repository,
    RESTIC_PASSWORD: second.password,
    RESTIC_FROM_REPOSITORY: first.repository,
    RESTIC_FROM_PASSWORD: first.password,
  });

  const copyByRestic = (second: { repository: string; password: string }) =>
    restic({ ...second, env: env(second) }, ['copy']);

  test('stock restic finds whole, restores and would not copy again what we copied', async () => {
    const second = await makeSecond('by-us');
    const { status, json, stderr } = await holdfast(['copy', '--json'], { env: env(second) });
    expect([status, stderr]).toEqual([0, '']);
    expect(json.at(-1)).toMatchObject({ message_type: 'summary', skipped: [] });
    await restic(second, ['check', '--read-data']);
    const restored = join(folder, 'restored');
    await restic(second, ['restore', 'latest', '--target', restored]);
    expect(await fingerprint(`${restored}${source}`)).toBe(await fingerprint(source));
    const before = await readdir(join(second.repository, 'snapshots'));
    expect(before.length).toBe(2);
    await copyByRestic(second);
    expect(await readdir(join(second.repository, 'snapshots'))).toEqual(before);
  });

  test('we would not copy again what stock restic copied', async () => {
    const second = await makeSecond('by-restic');
    await copyByRestic(second);
    const { json } = await holdfast(['copy', '--json'], { env: env(second) });
    expect(json.at(-1)).toMatchObject({ copied: [], data_added: 0 });
  });

  test('what both hold is not stored again, and only what is asked for is brought', async () => {
    const second = await makeSecond('both');
    await restic(second, ['backup', '--host', 'h', source]);
    const { stdout } = await holdfast(['copy', '--tag', 'a', 'latest'], { env: env(second) });
    expect(stdout).toMatch(
      /^snapshot [0-9a-f]{8} saved, copied from source snapshot [0-9a-f]{8}\ncopied 1 snapshot, added \d+(\.\d)? (B|KiB) /,
    );
  });

  test('a filter that nothing matches is no copy that went well: who copies every night would never hear of it', async () => {
    const second = await makeSecond('of-none');
    const { status, stdout, stderr } = await holdfast(['copy', '--host', 'i'], { env: env(second) });
    expect(stderr).toContain('no snapshot is of host "i", there are some of "h", expected one at least');
    expect(stdout).toBe('');
    expect(status).toBe(1);
    const empty = {
      ...env(first),
      RESTIC_FROM_REPOSITORY: second.repository,
      RESTIC_FROM_PASSWORD: second.password,
    };
    const none = await holdfast(['copy'], { env: empty });
    expect(none.stderr).toContain('the repository holds no snapshot');
    expect(none.status).toBe(1);
  });

  test('a repository to copy from must be named', async () => {
    const { status, stderr } = await holdfast(['copy'], {
      env: { RESTIC_REPOSITORY: '/x', RESTIC_PASSWORD: 'x' },
    });
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^Fatal: Cannot copy: no repository is named/),
    ]);
  });

  test('without a password of the repository to copy from, that one is named, with its own flags', async () => {
    const { status, stderr } = await holdfast(['copy', '--from-repo', first.repository], {
      env: { RESTIC_REPOSITORY: '/x', RESTIC_PASSWORD: 'x' },
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Fatal: Cannot open the repository of --from-repo: .* --from-password-file or .* RESTIC_FROM_PASSWORD,/,
    );
  });

  const backUp = (second: { repository: string }, password: string, ...flags: string[]): Promise<CliResult> =>
    holdfast(['backup', '--host', 'h', '--copy-to', second.repository, ...flags, source], {
      env: {
        RESTIC_REPOSITORY: first.repository,
        RESTIC_PASSWORD: first.password,
        HOLDFAST_COPY_TO_PASSWORD: password,
      },
    });

  test('backup --copy-to leaves the same snapshot in both, and a dry run in neither', async () => {
    const second = await makeSecond('after-backup');
    await backUp(second, OTHER_PASSWORD, '--dry-run');
    expect(await readdir(join(second.repository, 'snapshots'))).toEqual([]);
    const { status, stdout } = await backUp(second, OTHER_PASSWORD);
    expect(status).toBe(0);
    const [, id = ''] = /^snapshot ([0-9a-f]{8}) saved$/m.exec(stdout) ?? [];
    expect(stdout).toMatch(new RegExp(`copied from source snapshot ${id}\ncopied 1 snapshot`));
    await restic(second, ['check', '--read-data']);
    expect(JSON.parse(await restic(second, ['snapshots', '--json']))).toMatchObject([
      { original: expect.stringMatching(`^${id}`), hostname: 'h', paths: [source] },
    ]);
  });

  test('backup --copy-to without a password of the second repository is found out before anything is saved', async () => {
    const before = await readdir(join(first.repository, 'snapshots'));
    const { status, stderr } = await holdfast(['backup', '--host', 'h', '--copy-to', '/nowhere', source], {
      env: { RESTIC_REPOSITORY: first.repository, RESTIC_PASSWORD: PASSWORD },
    });
    expect(status).toBe(1);
    expect(stderr).toContain('--copy-to-password-file');
    expect(await readdir(join(first.repository, 'snapshots'))).toEqual(before);
  });

  test('backup --copy-to fails when the copy does, and says that the snapshot is safe', async () => {
    const second = await makeSecond('refused');
    const { status, stdout, stderr } = await backUp(second, 'not it');
    expect(status).toBe(1);
    const [, id = ''] = /^snapshot ([0-9a-f]{8}) saved$/m.exec(stdout) ?? [];
    expect(stderr).toMatch(
      new RegExp(`Fatal: Cannot copy snapshot ${id} to the second repository: .*saved and safe`),
    );
    expect(JSON.parse(await restic(first, ['snapshots', '--json', id]))).toHaveLength(1);
  });
});

describe('between buckets', () => {
  let servers: readonly S3Server[] = [];
  let locations: readonly string[] = [];

  beforeAll(async () => {
    servers = await Promise.all([startS3Server('versitygw'), startS3Server('versitygw')]);
    locations = await Promise.all(
      servers.map(async ({ port, makeBucket }) => `s3:http://127.0.0.1:${port}/${await makeBucket()}/below`),
    );
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
  });

  test('each is reached by a credential of its own', async () => {
    const [near, far] = servers as [S3Server, S3Server];
    const [nearAt = '', farAt = ''] = locations;
    for (const [server, at, password] of [
      [far, farAt, OTHER_PASSWORD],
      [near, nearAt, PASSWORD],
    ] as const) {
      for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
      await make(await openBackend(at), password);
    }
    // The environment is that of the near one from here on.
    const copyTo = (prefix: string, { env }: S3Server) => ({
      [`${prefix}AWS_ACCESS_KEY_ID`]: env['AWS_ACCESS_KEY_ID'],
      [`${prefix}AWS_SECRET_ACCESS_KEY`]: env['AWS_SECRET_ACCESS_KEY'],
    });
    const backedUp = await holdfast(['backup', '--host', 'h', '--copy-to', farAt, source], {
      env: {
        RESTIC_REPOSITORY: nearAt,
        RESTIC_PASSWORD: PASSWORD,
        HOLDFAST_COPY_TO_PASSWORD: OTHER_PASSWORD,
        ...copyTo('HOLDFAST_COPY_TO_', far),
      },
    });
    expect([backedUp.status, backedUp.stderr.includes('Fatal')]).toEqual([0, false]);
    await restic({ repository: farAt, password: OTHER_PASSWORD, env: far.env }, ['check', '--read-data']);
    const back = await holdfast(['copy', '--json'], {
      env: {
        RESTIC_REPOSITORY: nearAt,
        RESTIC_PASSWORD: PASSWORD,
        RESTIC_FROM_REPOSITORY: farAt,
        RESTIC_FROM_PASSWORD: OTHER_PASSWORD,
        ...copyTo('HOLDFAST_FROM_', far),
      },
    });
    expect(back.json.at(-1)).toMatchObject({ copied: [], skipped: [{ snapshot_id: expect.any(String) }] });
    const refused = await holdfast(['copy'], {
      env: {
        RESTIC_REPOSITORY: nearAt,
        RESTIC_PASSWORD: PASSWORD,
        RESTIC_FROM_REPOSITORY: farAt,
        RESTIC_FROM_PASSWORD: OTHER_PASSWORD,
      },
    });
    expect(refused.status).toBe(1);
  });
});
