import { realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DEBIAN_PROGRAMS, type TestEngine } from './container-engine.ts';
import { DOLT_FOLDER } from './dolt.ts';
import { OPENSEARCH_JARS, OPENSEARCH_MEMORY } from './opensearch.ts';
import { POSTGRES_BIN } from './postgres.ts';

/**
 * Debian's PostgreSQL server of this machine, and what restoring files takes, as an image for drills. What is said about it is what
 * the official image's Dockerfile says (https://github.com/docker-library/postgres): a volume of its own, the place of its data, and a
 * program that would start a server.
 */
export async function makePostgresqlImage(engine: TestEngine, name: string): Promise<void> {
  const version = dirname(POSTGRES_BIN);
  const tools = ['postgres', 'initdb', 'pg_ctl', 'psql', 'pg_restore', 'pg_dump', 'pg_dumpall', 'createdb'];
  await engine.makeImage(name, {
    programs: [...DEBIAN_PROGRAMS, 'busybox', 'curl'],
    paths: [
      ...tools.map((tool) => `${version}/bin/${tool}`),
      `${version}/lib`,
      version.replace('/lib/', '/share/'),
      '/usr/share/zoneinfo/UTC',
      '/usr/share/zoneinfo/Etc/UTC',
    ],
    changes: [
      ...['ENV PGDATA=/var/lib/postgresql/data', 'ENV LANG=en_US.utf8', 'EXPOSE 5432'],
      ...['VOLUME /var/lib/postgresql/data', 'ENTRYPOINT ["docker-entrypoint.sh"]', 'CMD ["postgres"]'],
    ],
  });
}

/** What the checks of applications' profiles ask, but for Java: Debian's git, bash, ssh-keygen and Python. */
export async function makeToolsImage(engine: TestEngine, name: string): Promise<void> {
  await engine.makeImage(name, {
    programs: [...DEBIAN_PROGRAMS, 'bash', 'git', 'ssh-keygen'],
    paths: ['/usr/bin/python3.11 /usr/bin/python3', '/usr/lib/python3.11'],
  });
}

/** Dolt as the tests build it. */
export async function makeDoltImage(engine: TestEngine, name: string): Promise<void> {
  await engine.makeImage(name, {
    programs: [...DEBIAN_PROGRAMS, 'basename', 'dirname'],
    paths: [`${DOLT_FOLDER}/dolt /usr/local/bin/dolt`],
  });
}

/** An application's own: perl, curl and PostgreSQL's client; no server, and no account of one. */
export async function makeApplicationImage(engine: TestEngine, name: string): Promise<void> {
  await engine.makeImage(name, {
    programs: [...DEBIAN_PROGRAMS, 'curl', 'perl'],
    paths: [`${POSTGRES_BIN}/psql /usr/local/bin/psql`, '/usr/lib/x86_64-linux-gnu/perl-base'],
  });
}

/** Debian's MariaDB and Redis, and Dolt as the tests build it, in one image: one container serves all three. */
export async function makeEnginesImage(engine: TestEngine, name: string): Promise<void> {
  const scripted = ['basename', 'dirname', 'hostname', 'mariadb', 'redis-cli'];
  await engine.makeImage(name, {
    programs: [...DEBIAN_PROGRAMS, ...scripted],
    paths: [
      ...['mariadb-install-db', 'my_print_defaults', 'resolveip'].map((tool) => `/usr/bin/${tool}`),
      '/usr/sbin/mariadbd',
      '/usr/share/mysql',
      // One program under two names.
      '/usr/bin/redis-check-rdb',
      '/usr/bin/redis-server',
      `${DOLT_FOLDER}/dolt /usr/local/bin/dolt`,
    ],
  });
}

/**
 * What the official image's `bin/opensearch` is to a drill: the server, by the configuration that OPENSEARCH_PATH_CONF names. Of what
 * a drill tells the JVM the last word wins: two of them, this one's and the one that the dump is of, fit a small machine.
 */
const START_OPENSEARCH = `#!/bin/sh
home=/usr/share/opensearch
setting() { sed -n "s/^$1: //p" "$OPENSEARCH_PATH_CONF/opensearch.yml"; }
exec /opt/java/bin/java $OPENSEARCH_JAVA_OPTS ${OPENSEARCH_MEMORY.join(' ')} -Djava.io.tmpdir="$OPENSEARCH_TMPDIR" \
  -cp "$home/lib/*:$home/lib" Run "$(setting path.data)" "$(setting path.repo)" "$(setting http.port)"
`;

/** The node that the tests take snapshots of, at the official image's places. */
export async function makeOpensearchImage(engine: TestEngine, name: string): Promise<void> {
  const start = join(engine.folder, 'start-opensearch');
  await writeFile(start, START_OPENSEARCH, { mode: 0o755 });
  const java = dirname(dirname(await realpath('/usr/bin/java')));
  // Debian keeps them elsewhere, by links.
  const settings = dirname(dirname(await realpath(join(java, 'conf/security/java.security'))));
  await engine.makeImage(name, {
    programs: [...DEBIAN_PROGRAMS, 'curl'],
    paths: [
      // The rest of a JDK is as large again.
      ...['bin/java', 'lib', 'conf'].map((part) => `${join(java, part)} ${join('/opt/java', part)}`),
      settings,
      `${OPENSEARCH_JARS} /usr/share/opensearch/lib`,
      `${start} /usr/share/opensearch/bin/opensearch`,
    ],
  });
}
