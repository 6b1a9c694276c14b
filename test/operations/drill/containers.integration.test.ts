import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { parseDatabase } from '../../../src/databases/databases.ts';
import { parseApplicationWish } from '../../../src/drills/application-wish.ts';
import { DEFAULT_LIMITS } from '../../../src/drills/limits.ts';
import { sweepContainers } from '../../../src/drills/sweep.ts';
import { parseUserCheck } from '../../../src/drills/user-check.ts';
import { EngineClient } from '../../../src/hosts/container-engine.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { quote } from '../../../src/hosts/quote.ts';
import type { DrillOptions } from '../../../src/operations/drill.ts';
import { holdfast } from '../../cli/terminal.ts';
import { startDocker, type TestEngine } from '../../services/container-engine.ts';
import { makeApplicationImage, makePostgresqlImage } from '../../services/drill-images.ts';
import { POSTGRES_BIN, PostgresServer } from '../../services/postgres.ts';
import { BackupFixture, PASSWORD } from '../backup/fixture.ts';
import { DRILL_OPTIONS, drillOf, problemsOf } from './fixture.ts';
import { killDrills } from './killed.ts';

let docker: TestEngine;
let server: PostgresServer;
let fixture: BackupFixture;

const DATABASE = `CREATE ROLE wiki; CREATE DATABASE wiki OWNER wiki;`;
const SCHEMA = `CREATE TABLE page (id serial PRIMARY KEY, title text NOT NULL, body text);
  CREATE INDEX page_title ON page (title); ALTER TABLE page OWNER TO wiki;
  INSERT INTO page (title, body) SELECT 'page ' || i, md5(i::text) FROM generate_series(1, 500) AS i;
  CREATE TABLE setting (name text, value text); INSERT INTO setting VALUES ('site', 'wiki');`;

beforeAll(async () => {
  [docker, server, fixture] = await Promise.all([
    startDocker(),
    PostgresServer.start(),
    BackupFixture.create(),
  ]);
  const images = [
    makePostgresqlImage(docker, 'drill-postgresql'),
    makeApplicationImage(docker, 'drill-wiki'),
  ];
  await server.sql('postgres', DATABASE);
  await server.sql('wiki', SCHEMA);
  await fixture.sh(
    'mkdir source/uploads; head -c 300000 /dev/urandom >source/uploads/a; chown 7:8 source/uploads/a',
  );
  const dumps = [{ database: parseDatabase(server.url('wiki', { globals: 'with' }), '--database', {}) }];
  await fixture.backup({ target: 'wiki', dumps });
  await Promise.all(images);
  const major = basename(dirname(POSTGRES_BIN));
  await docker.client('tag', 'drill-postgresql', `drill-postgresql:${major}`);
});
afterAll(async () => {
  await fixture?.remove();
  await server?.remove();
  await docker?.stop();
});

const drillIn = (options: Partial<DrillOptions> = {}, signal?: AbortSignal) =>
  drillOf(
    fixture,
    { engineEnvironment: docker.environment, images: { postgresql: 'drill-postgresql' }, ...options },
    signal,
  );

describe('a drill in containers', () => {
  test('proves files and databases without a network, by checks that can fail, and leaves nothing', async () => {
    const checks = [
      'sql: SELECT count(*), max(id) FROM page => 500|500',
      'command: cat /proc/net/dev | grep -c : => 1',
      'command: mkdir /tmp/web; echo "the wiki is up" >/tmp/web/index.html; busybox httpd -p 127.0.0.1:8080 -h /tmp/web',
      'http: http://localhost:8080/ => wiki is up',
      'command: touch /etc/written 2>/dev/null || echo refused => refused',
    ].map((text) => parseUserCheck(text, '--check'));
    // As the manifest has the server's version.
    const images = { redis: 'no-such-image:{version}', postgresql: 'drill-postgresql:{version}' };
    const result = await drillIn({ checks, images });
    expect(problemsOf(result)).toEqual([]);
    expect(result).toMatchObject({ passed: true });
    const { environment, teardown, checks: told } = result.statement.predicate;
    const imageId = (await docker.client('image', 'inspect', '-f', '{{.Id}}', 'drill-postgresql')).trim();
    expect(environment).toMatchObject({ kind: 'containers', files_in: 'container' });
    expect(environment.engine).toMatch(/^docker \d/);
    expect(environment.images.map(({ role, id }) => [role, id])).toEqual([
      ['files', imageId],
      ['postgresql', imageId],
    ]);
    expect(teardown).toMatchObject({ containers: 1, volumes: 2, clean: true }); // the image has one, too
    const controls = told.filter(({ kind }) => kind === 'negative-control').map(({ controls: of }) => of);
    expect(controls).toEqual(['restored files', 'database wiki.dump']);
    expect(result.sheet).toContain('createdb -T template0');
    await nothingIsLeft();
  });

  test('starts the application itself beside it, which can write nothing of what is compared', async () => {
    const checks = [
      'http application: http://localhost:8080/ => pages: 500',
      'http application: unix:/tmp/wiki.sock:/ => pages: 500',
      `command application: wc -c </srv/uploads/a => 300000`,
      'command application: id -un; cat /proc/net/dev | grep -c : => app\\n1',
      'command application: touch /holdfast-drill/files/x 2>/dev/null || echo refused => refused',
    ].map((text) => parseUserCheck(text, '--check'));
    const result = await drillIn({ checks, application: wiki() });
    expect(problemsOf(result)).toEqual([]);
    const { environment, teardown } = result.statement.predicate;
    expect(environment.images.map(({ role, name }) => [role, name])).toContainEqual([
      'application',
      'drill-wiki',
    ]);
    expect(teardown).toMatchObject({ containers: 2, volumes: 3, clean: true });
    await nothingIsLeft();
  });

  test('fails by an application that is not ready in time, and asks nothing of it', async () => {
    const checks = [parseUserCheck('command application: true', '--check')];
    const words = ['ready=command: false', 'init-limit=1s', 'command=echo no key >&2; exec sleep 60'];
    const result = await drillIn({ ...FILES_ALONE, checks, application: applicationOf(words) });
    expect(problemsOf(result)).toEqual([
      expect.stringMatching(/^application could-not-run: .* the application isn't ready after 1 s.*no key/),
      expect.stringContaining('could-not-run: the application isn’t running'),
    ]);
    await nothingIsLeft();
  });

  test('fails by an application that ends after its first breath, and by a check that fails in it', async () => {
    const checks = [parseUserCheck('command application: ls /opt/app/conf | grep site', '--check')];
    // What the image has at that place isn't what was saved.
    const words = [
      `mount=${fixture.source}/uploads=/opt/app/conf`,
      'ready=command: true',
      'command=echo no key',
    ];
    const result = await drillIn({ ...FILES_ALONE, checks, application: applicationOf(words) });
    expect(problemsOf(result)).toEqual([
      expect.stringMatching(/^command application: .* failed: it ended with exit status 1/),
      expect.stringMatching(/^application stays up failed: it has ended.*no key/),
    ]);
    await nothingIsLeft();
  });

  test('lets nothing in it have more memory or processes than it may', async () => {
    const limits = { ...DEFAULT_LIMITS, memoryBytes: 128 * 1024 ** 2, processes: 40, cpus: 0.5 };
    let cpus = '';
    const afterRestore = async () => {
      const container = await docker.client('ps', '--quiet');
      cpus = await docker.client('inspect', '--format', '{{.HostConfig.NanoCpus}}', container);
    };
    const checks = [
      'command: head -c 300000000 /dev/zero | tail -c 290000000 | wc -c => 290000000',
      `command: trap 'kill $all' EXIT; for i in $(seq 60); do sleep 9 & all="$all $!"; done`,
      'command: echo here => here',
    ].map((text) => parseUserCheck(text, '--check'));
    const result = await drillIn({ ...FILES_ALONE, limits, checks, afterRestore });
    expect(cpus).toBe('500000000');
    expect(problemsOf(result)).toEqual([
      expect.stringMatching(/^command: head .* failed: /),
      expect.stringMatching(/^command: trap .* failed: .*fork/),
    ]);
    await nothingIsLeft();
  });

  test('leaves a sheet that brings all back, followed to the letter with stock tools', async () => {
    const { sheet } = await drillIn({ witness: { ...DRILL_OPTIONS.witness, mode: 'never' } });
    const script = [...sheet.matchAll(/^```sh\n(.*?)\n```$/gms)].map(([, lines]) => lines).join('\n');
    await server.sql('postgres', 'ALTER DATABASE wiki RENAME TO wiki_lost');
    await fixture.sh(
      'mkdir bin night; ln -s "$HOME"/.cache/holdfast/restic-0.19.1/restic bin/restic; mv source lost',
    );
    const tools = `${fixture.folder}/bin:${POSTGRES_BIN}`;
    await fixture.sh(`cd night; export PATH=${tools}:$PATH PGHOST=${server.folder} PGUSER=postgres
      echo '${PASSWORD}' | bash -euo pipefail -c ${quote(fromText(script))} >log 2>&1 || { cat log >&2; exit 1; }`);
    const page = "SELECT count(*), md5(string_agg(p::text, ',' ORDER BY id)) FROM page AS p";
    expect(await server.sql('wiki', page)).toBe(await server.sql('wiki_lost', page));
    expect(await server.sql('wiki', "SELECT tableowner FROM pg_tables WHERE tablename = 'page'")).toBe(
      'wiki',
    );
    await fixture.sh(
      `mv night/recovered${fixture.source} source; diff -r source lost; stat -c %u:%g source/uploads/a | grep 7:8`,
    );
  });

  test('runs the application’s own checks out of the snapshot, and that in containers alone', async () => {
    const other = await BackupFixture.create();
    try {
      await other.sh('echo hello >source/a');
      const options = [
        `paths=${other.source}`,
        `check-files=grep -q hello "$root${other.source}/a"`,
        'check-files=false',
        'check=true',
      ];
      const args = [
        'backup',
        '--of',
        'app',
        '--app',
        'generic',
        ...options.flatMap((one) => ['--app-option', one]),
      ];
      const env = { RESTIC_REPOSITORY: other.repositoryPath, RESTIC_PASSWORD: PASSWORD };
      expect(await holdfast(args, { env })).toMatchObject({ status: 0 });
      const images = { files: 'drill-postgresql' };
      const result = await drillOf(other, { engineEnvironment: docker.environment, images });
      const checks = result.checks.filter(({ kind }) => kind === 'application');
      expect(checks.map(({ name, result: how }) => [name, how])).toEqual([
        ['generic', 'passed'],
        ['generic/check-files-1', 'passed'],
        ['generic/check-files-2', 'failed'],
      ]);
      expect(result.passed).toBe(false);
      const apart = await drillOf(other);
      expect(apart.passed).toBe(true);
      expect(apart.statement.predicate.left_out).toEqual([
        'generic/check-files-1: a command out of the snapshot runs in a container alone',
        'generic/check-files-2: a command out of the snapshot runs in a container alone',
        'generic/check-1: it needs the application running',
      ]);
    } finally {
      await other.remove();
    }
  });

  test('fails by what is not as it was dumped, and by nothing less', async () => {
    const result = await drillIn({
      afterRestore: async ({ run, serverFolder }) => {
        const psql = `$(ls /usr/lib/postgresql/*/bin/psql) -X -q -h ${serverFolder} -U postgres wiki -c`;
        await run(
          'postgresql',
          `${psql} "DROP TABLE setting; DROP INDEX page_title; SELECT setval('page_id_seq', 499)"`,
        );
        await run('postgresql', `${psql} "UPDATE page SET title = 'page ' || (3 - id) WHERE id < 3"`);
        await run('files', `chown 1:1 /holdfast-drill/files${fixture.source}/uploads/a`);
      },
    });
    expect(problemsOf(result)).toEqual([
      expect.stringContaining('its owner is 1:1, expected 7:8'),
      expect.stringMatching(
        /^database wiki\.dump failed: (?=.*table public\.setting: it is missing)(?=.*table public\.page: other data in 500 rows)(?=.*sequence public\.page_id_seq)(?=.*other tables, columns, indexes)/,
      ),
    ]);
    await nothingIsLeft();
  });

  test.each([
    [
      'an image that is nowhere',
      { images: { postgresql: 'no-such-image' } },
      'is neither here nor can it be pulled',
    ],
    [
      'an application’s image that is nowhere, before anything is restored',
      { application: applicationOf(['image=no-such-image', 'command=true', 'ready=command: true']) },
      'the image "no-such-image" for application is neither here nor can it be pulled',
    ],
    [
      'an engine that does not answer',
      { engineEnvironment: { DOCKER_HOST: 'unix:///absent' } },
      'environment could-not-run',
    ],
    [
      'an engine whose client this machine lacks',
      { engineEnvironment: { PATH: '/absent' } },
      'environment could-not-run',
    ],
    [
      'a server that is not ready in time',
      { limits: { ...DEFAULT_LIMITS, initMs: 1 } },
      "PostgreSQL isn't ready after 0.001 s",
    ],
    ['no image for the database', { images: {} }, 'no image is named for it'],
  ])('fails by %s', async (_what, options, told) => {
    const result = await drillIn(options);
    expect(result.passed).toBe(false);
    expect(problemsOf(result).join('\n')).toContain(told);
    expect(problemsOf(result).join('\n')).toContain('restore of wiki.dump could-not-run');
    await nothingIsLeft();
  });

  test('fails by an engine that never answers, and ends all the same', async () => {
    await fixture.sh(
      "mkdir hung; printf '#!/bin/sh\\nexec sleep 1000\\n' >hung/docker; chmod 755 hung/docker",
    );
    const path = `${fixture.folder}/hung:${process.env['PATH']}`;
    const engineEnvironment = { ...docker.environment, PATH: path };
    const limits = { ...DEFAULT_LIMITS, timeMs: 2000 };
    const result = await drillIn({ engineEnvironment, limits });
    expect(result.passed).toBe(false);
    expect(problemsOf(result).join('\n')).toContain('environment could-not-run');
    await nothingIsLeft();
  });

  test('fails by an extension that the image lacks, before a row is restored, and by a disk that is full', async () => {
    const other = await BackupFixture.create();
    try {
      await server.sql('postgres', 'CREATE DATABASE plus');
      await server.sql(
        'plus',
        `CREATE EXTENSION citext; CREATE TABLE line (title citext, body text);
        INSERT INTO line SELECT i, repeat(md5(i::text), 30) FROM generate_series(1, 60000) AS i`,
      );
      const database = parseDatabase(server.url('plus'), '--database', {});
      await other.backup({ target: 'plus', paths: [], dumps: [{ database }] });
      const drillOther = (image: string) =>
        drillOf(other, { engineEnvironment: docker.environment, images: { postgresql: image } });

      const control = `/usr/share/postgresql/${basename(dirname(POSTGRES_BIN))}/extension/citext.control`;
      await docker.client('run', '--name', 'lean', '--entrypoint', 'rm', 'drill-postgresql', control);
      await docker.client('commit', 'lean', 'drill-lean');
      await docker.client('rm', '--volumes', 'lean');
      expect(problemsOf(await drillOther('drill-lean'))).toEqual([
        expect.stringMatching(/^PostgreSQL could-not-run: .* the image lacks the extensions citext/),
        expect.stringContaining('restore of plus.dump could-not-run: there is no server'),
      ]);
      await nothingIsLeft();

      // Room for the server, and not for its rows.
      await other.sh(`mount -t tmpfs -o size=90m tmpfs ${docker.folder}/data/volumes`);
      const full = await drillOther('drill-postgresql').finally(() =>
        other.sh(`umount ${docker.folder}/data/volumes`),
      );
      expect(problemsOf(full)).toEqual([
        expect.stringMatching(/^restore of plus\.dump failed: .*ERROR: {2}could not (extend|write)/),
      ]);
      await nothingIsLeft();
    } finally {
      await other.remove();
    }
  });

  test('leaves nothing when it is cancelled, nor when its process is killed at any step', async () => {
    const mounts = async () => (await readFile('/proc/mounts', 'utf8')).split(docker.folder).length;
    const mounted = await mounts();
    const controller = new AbortController();
    const cancelled = drillIn({ afterRestore: async () => controller.abort() }, controller.signal);
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    await nothingIsLeft();

    const engineEnvironment = docker.environment;
    const checks = [parseUserCheck('sql: SELECT count(*) FROM page => 500', '--check')];
    const images = { postgresql: 'drill-postgresql' };
    const options = { ...DRILL_OPTIONS, engineEnvironment, images, checks, application: wiki() };
    // Those before them have nothing in an engine: the folder's test kills them.
    const steps = [
      ...['environment', 'restore of files', 'services', 'restore of databases', 'proof of databases'],
      ...['user’s checks', 'negative control', 'passed: application', 'teardown'],
    ];
    await killDrills(
      fixture.repositoryPath,
      steps.map((step) => ({ step, options })),
    );
    await expect.poll(left).toBe('');
    expect(await mounts()).toBe(mounted);
  });

  test('removes what an engine that died has left: where the time is over, and all of a drill’s own', async () => {
    const leave = async (drill: string, ends: number) => {
      const labels = ['--label', `holdfast.drill=${drill}`, '--label', `holdfast.drill.ends=${ends}`];
      await docker.startContainer('drill-postgresql', `left-${drill}`, [...labels, '--volume', '/data']);
    };
    await Promise.all([leave('over', 1_000_000_000), leave('running', 9_999_999_999)]);
    const client = new EngineClient('docker', localHost(), docker.environment);
    try {
      const { signal } = new AbortController();
      const names = () => docker.client('ps', '-a', '--format', '{{.Names}}');
      expect(await sweepContainers(client, null, signal)).toBe(1);
      expect(await names()).toBe('left-running');
      expect(await sweepContainers(client, 'another', signal)).toBe(0);
      expect(await sweepContainers(client, 'running', signal)).toBe(1);
      await nothingIsLeft();
    } finally {
      await client.host.close();
    }
  });
});

const FILES_ALONE = {
  images: { files: 'drill-wiki' },
  leaveOut: ['wiki.dump', 'globals.sql'],
  witness: { ...DRILL_OPTIONS.witness, mode: 'never' },
} as const;

/** Two web servers, one at a Unix socket; what they answer is in the restored database. */
function wiki() {
  const serve =
    'while ($c = $s->accept) { while (<$c> =~ /\\S/) {} print $c "HTTP/1.0 200 OK\\r\\n\\r\\npages: ", ' +
    '`psql -X -At -d wiki -c "SELECT count(*) FROM page"`; close $c }';
  const atSocket = `$s = IO::Socket::UNIX->new(Local => "/tmp/wiki.sock", Listen => 5); ${serve}`;
  const atPort = `$s = IO::Socket::INET->new(LocalAddr => "127.0.0.1:8080", Listen => 5) or die $!; ${serve}`;
  const perl = (script: string) => `perl -MIO::Socket::INET -MIO::Socket::UNIX -e ${quote(fromText(script))}`;
  return applicationOf([
    `command=${perl(atSocket)} & exec ${perl(atPort)}`,
    'user=app',
    'ready=http: http://localhost:8080/',
    `mount=${fixture.source}/uploads=/srv/uploads`,
  ]);
}

function applicationOf(words: string[]) {
  const image = words.some((word) => word.startsWith('image=')) ? [] : ['image=drill-wiki'];
  return parseApplicationWish(
    [...image, ...words],
    '--application',
    (text) => Number.parseInt(text, 10) * 1000,
  );
}

const left = async () => `${await docker.client('ps', '-aq')}${await docker.client('volume', 'ls', '-q')}`;

async function nothingIsLeft(): Promise<void> {
  expect(await left()).toBe('');
}
