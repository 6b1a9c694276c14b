/** A real database server: dumped before the backup, restored, loaded into a fresh cluster, compared row by row. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromText } from '../../../src/bytestring.ts';
import { quote } from '../../../src/hosts/quote.ts';
import { findPostgresFolder } from '../programs.ts';
import type { Scene } from '../scene.ts';
import { StoryBroken } from '../story.ts';

const TITLE = 'PostgreSQL: dump, restore, load, compare';

const SAMPLE = `
  CREATE TABLE events (id int PRIMARY KEY, name text NOT NULL);
  CREATE TABLE tickets (id bigint PRIMARY KEY, event int NOT NULL REFERENCES events, seat text NOT NULL);
  INSERT INTO events SELECT n, 'Event № ' || n FROM generate_series(1, 200) n;
  INSERT INTO tickets SELECT n, 1 + n % 200, 'Row ' || n % 40 FROM generate_series(1, 50000) n;`;

/** A line for each table: how many rows, and a checksum over all of them in their order. */
const CONTENTS = ['events', 'tickets']
  .map((table) => {
    const line = `count(*) || ' ${table}, checksum ' || md5(string_agg(t::text, '|' ORDER BY t.id))`;
    return `SELECT ${line} FROM ${table} t`;
  })
  .join(' UNION ALL ');

export async function tellPostgres(scene: Scene): Promise<void> {
  const programs = findPostgresFolder();
  if (programs === null) {
    scene.story.skip(TITLE, 'PostgreSQL is not installed. Where it is, the demo runs a cluster of its own.');
    return;
  }
  await scene.story.step(
    TITLE,
    'A cluster of the demo’s own, reachable only through a socket in its folder. --before has pg_dump write a file\n' +
      'that is of one moment; after the restore it is loaded into a fresh, empty cluster.',
  );
  const clusters = new Clusters(programs);
  try {
    await backUpAndLoad(scene, clusters);
  } finally {
    clusters.remove();
  }
}

async function backUpAndLoad(scene: Scene, clusters: Clusters): Promise<void> {
  const { story, folder } = scene;
  const dumpFolder = join(folder, 'postgres');
  mkdirSync(dumpFolder);
  const production = clusters.start('production');
  clusters.psql(production, SAMPLE);
  const before = clusters.psql(production, CONTENTS);
  story.measured(`In production: ${before.replaceAll('\n', '; ')}`);
  const dump = join(dumpFolder, 'shop.sql');
  const dumpCommand = `${clusters.program('pg_dump')} -h ${production} -U shop -d postgres -f ${dump}`;
  await story.run(
    `holdfast backup postgres --of postgres --host db.example \\\n  --before ${quote(fromText(dumpCommand))}`,
  );
  clusters.stop(production);
  await story.run('rm -rf postgres');
  await story.run('holdfast restore latest --of postgres --target /');
  const fresh = clusters.start('fresh');
  await story.run(
    `${clusters.program('psql')} -q -o /dev/null -v ON_ERROR_STOP=1 -h ${fresh} -U shop -d postgres -f ${dump}`,
  );
  const after = clusters.psql(fresh, CONTENTS);
  story.check(`in the fresh cluster: ${after.replaceAll('\n', '; ')}`, after === before, [before]);
}

/** Clusters below one folder. The server refuses to run as root: then it runs as `postgres` or `nobody`. */
class Clusters {
  readonly #programs: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'holdfast-demo-pg-'));
  readonly #account = process.getuid?.() === 0 ? unprivilegedAccount() : {};
  readonly #running = new Set<string>();

  constructor(programs: string) {
    this.#programs = programs;
    // The root user's tools come through the socket in it.
    chmodSync(this.#folder, 0o755);
    if (this.#account.uid !== undefined) chownSync(this.#folder, this.#account.uid, this.#account.gid);
  }

  program(name: string): string {
    return join(this.#programs, name);
  }

  /** Starts a new, empty cluster and gives its folder, which holds the socket. */
  start(name: string): string {
    const cluster = join(this.#folder, name);
    this.#run('initdb', [
      '-D',
      cluster,
      '-U',
      'shop',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ]);
    chmodSync(cluster, 0o750);
    const settings = `-c listen_addresses='' -c unix_socket_directories=${cluster} -c fsync=off`;
    this.#run('pg_ctl', ['-D', cluster, '-l', `${cluster}.log`, '-w', '-o', settings, 'start']);
    this.#running.add(cluster);
    return cluster;
  }

  stop(cluster: string): void {
    this.#run('pg_ctl', ['-D', cluster, '-w', '-m', 'fast', 'stop']);
    this.#running.delete(cluster);
  }

  /** What the statements print: a row a line, `|` between the columns. */
  psql(cluster: string, statements: string): string {
    const flags = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'];
    return this.#run('psql', [
      ...flags,
      '-h',
      cluster,
      '-U',
      'shop',
      '-d',
      'postgres',
      '-c',
      statements,
    ]).trim();
  }

  remove(): void {
    for (const cluster of this.#running) this.stop(cluster);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #run(name: string, args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(this.program(name), args, {
      cwd: this.#folder,
      env: { ...process.env, LC_ALL: 'C' },
      // A started server keeps our pipes open: pg_ctl's output goes nowhere.
      stdio: name === 'pg_ctl' ? 'ignore' : ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      ...this.#account,
    });
    if (status !== 0) throw new StoryBroken(`${name} ended with ${status}: ${stderr ?? ''}`);
    return stdout ?? '';
  }
}

function unprivilegedAccount(): { uid: number; gid: number } | Record<string, never> {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number.parseInt(spawnSync('id', [flag, name]).stdout.toString(), 10),
    );
    if (uid !== undefined && gid !== undefined && uid > 0) return { uid, gid };
  }
  return {};
}
