import { dirname } from 'node:path';
import { DEBIAN_PROGRAMS, type TestEngine } from './container-engine.ts';
import { POSTGRES_BIN } from './postgres.ts';

/** Debian's PostgreSQL server of this machine, and what restoring files takes, as an image for drills. */
export async function makePostgresqlImage(engine: TestEngine, name: string): Promise<void> {
  const version = dirname(POSTGRES_BIN);
  const tools = ['postgres', 'initdb', 'pg_ctl', 'psql', 'pg_restore', 'pg_dump', 'pg_dumpall', 'createdb'];
  await engine.makeImage(name, {
    programs: DEBIAN_PROGRAMS,
    paths: [
      ...tools.map((tool) => `${version}/bin/${tool}`),
      `${version}/lib`,
      version.replace('/lib/', '/share/'),
      '/usr/share/zoneinfo/UTC',
      '/usr/share/zoneinfo/Etc/UTC',
    ],
  });
}
