import { basename, dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDatabase } from '../../../src/databases/databases.ts';
import { DEBIAN_PROGRAMS, startDocker, type TestEngine } from '../../services/container-engine.ts';
import { makeEnginesImage, makePostgresqlImage } from '../../services/drill-images.ts';
import { MariadbServer } from '../../services/mariadb.ts';
import { POSTGRES_BIN, PostgresServer } from '../../services/postgres.ts';
import { BackupFixture } from '../backup/fixture.ts';
import { drillOf, problemsOf } from './fixture.ts';

let docker: TestEngine;
let postgres: PostgresServer;
let mariadb: MariadbServer;
let fixture: BackupFixture;

/** Shell: a client that says another version of its server; all else is the real one's. */
const LYING = (client: string, question: string, answer: string) => `mv ${client} ${client}.real
printf '#!/bin/sh\\ncase "$*" in *"${question}"*) %s.real "$@" | sed "1s/.*/${answer}/" ;; *) exec %s.real "$@" ;; esac\\n' ${client} ${client} >${client}
chmod 755 ${client}`;

beforeAll(async () => {
  [docker, postgres, mariadb, fixture] = await Promise.all([
    startDocker(),
    PostgresServer.start(),
    MariadbServer.start(),
    BackupFixture.create(),
  ]);
  const images = [
    docker.makeImage('drill-files', { programs: DEBIAN_PROGRAMS }),
    makePostgresqlImage(docker, 'drill-postgresql'),
    makeEnginesImage(docker, 'drill-engines'),
  ];
  await postgres.sql('postgres', 'CREATE DATABASE wiki');
  await postgres.sql('wiki', 'CREATE TABLE page AS SELECT 1 AS id');
  await mariadb.sql('', 'CREATE DATABASE shop; CREATE TABLE shop.item AS SELECT 1 AS id');
  await fixture.sh('echo hello >source/a');
  const dumps = [postgres.url('wiki'), mariadb.url('shop')].map((url) => ({
    database: parseDatabase(url, '--database', {}),
  }));
  await fixture.backup({ target: 'all', dumps });
  await Promise.all(images);
  const psql = `/usr/lib/postgresql/${basename(dirname(POSTGRES_BIN))}/bin/psql`;
  await change('drill-postgresql', 'old-postgresql', LYING(psql, 'server_version_num', '90624'));
  await change('drill-engines', 'old-mariadb', LYING('/bin/mariadb', 'VERSION()', '5.5.5-10.1.48-MariaDB'));
  await change('drill-engines', 'lacks-install', 'rm /usr/bin/mariadb-install-db');
});
afterAll(async () => {
  await fixture?.remove();
  await Promise.all([postgres?.remove(), mariadb?.remove(), docker?.stop()]);
});

/** An image that differs from another by what a script does in it. */
async function change(image: string, to: string, script: string): Promise<void> {
  await docker.client('run', '--name', to, '--entrypoint', 'sh', image, '-ec', script);
  await docker.client('commit', to, to);
  await docker.client('rm', '--volumes', to);
}

const MAJOR = basename(dirname(POSTGRES_BIN));

test.each([
  {
    what: 'of older servers',
    images: { postgresql: 'old-postgresql', mariadb: 'old-mariadb' },
    told: [
      `Cannot restore wiki.dump for the drill: the image holds PostgreSQL 9, expected ${MAJOR} or newer. Name an image of that version`,
      /Cannot restore shop.sql for the drill: the image holds MariaDB 10\.1, expected 1\d\.\d+.* or newer\. Name an image of that version/,
    ],
  },
  {
    what: 'of another product',
    images: { postgresql: 'drill-engines', mariadb: 'drill-postgresql' },
    told: ['the image holds no PostgreSQL server', 'the image holds no MariaDB or MySQL server'],
  },
  {
    what: 'without a server, or what makes its files',
    images: { postgresql: 'drill-files', mariadb: 'lacks-install' },
    told: ['the image holds no PostgreSQL server', 'the image holds no MariaDB server'],
  },
])(
  'images $what are told before anything is restored, and files are proved all the same',
  async ({ images, told }) => {
    const named = { files: 'drill-files', ...images };
    const result = await drillOf(fixture, { engineEnvironment: docker.environment, images: named });
    expect(result.passed).toBe(false);
    const names = result.checks.map(({ name }) => name);
    const servers = ['PostgreSQL', 'MariaDB'];
    expect(names.filter((name) => [...servers, 'restore of files'].includes(name))).toEqual([
      ...servers,
      'restore of files',
    ]);
    for (const [i, server] of servers.entries()) {
      const { result: came, found = '' } = result.checks.find(({ name }) => name === server) ?? {};
      expect({ server, came }).toEqual({ server, came: 'could-not-run' });
      const { [i]: expected = '' } = told;
      expect(found).toMatch(expected);
    }
    expect(problemsOf(result).slice(2)).toEqual([
      'restore of wiki.dump could-not-run: there is no server to restore it to',
      'restore of shop.sql could-not-run: there is no server to restore it to',
    ]);
    expect(result.checks).toContainEqual(
      expect.objectContaining({ name: 'restored files', result: 'passed' }),
    );
    expect(await docker.client('ps', '-aq')).toBe('');
    expect(await docker.client('volume', 'ls', '-q')).toBe('');
  },
);
