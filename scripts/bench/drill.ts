import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SETTINGS } from '../../src/drills/services/postgresql.ts';
import { startDocker, type TestEngine } from '../../test/services/container-engine.ts';
import { makePostgresqlImage } from '../../test/services/drill-images.ts';
import { measure, shellLine, type Timed } from './measure.ts';
import { dumpInto } from './postgresql.ts';
import type { Workplace } from './workplace.ts';

const run = promisify(execFile);

const IMAGE = 'bench-postgresql';
const REPOSITORY = 'postgresql-holdfast';
/** As many as a drill's container has processors. */
const JOBS = 2;

interface Prepared {
  readonly docker: TestEngine;
  /** The dump as a file, for pg_restore, which reads one by several jobs only then. */
  readonly dump: string;
}

let prepared: Promise<Prepared> | null = null;

/** The snapshot of a PostgreSQL database of 1 GB with its fingerprint, an engine, and the image for both sides. */
function prepare(workplace: Workplace): Promise<Prepared> {
  prepared ??= (async () => {
    await measure(await dumpInto('holdfast', 'full')(workplace));
    const docker = await startDocker();
    await makePostgresqlImage(docker, IMAGE);
    const dump = workplace.path('bench.dump');
    const { stdout } = await run(workplace.restic, ['ls', 'latest'], {
      env: workplace.environment(REPOSITORY),
    });
    const path = stdout.split('\n').find((line) => line.endsWith('.dump')) ?? '';
    await measure(
      shellLine(`'${workplace.restic}' dump latest '${path}' >'${dump}'`, workplace.environment(REPOSITORY)),
    );
    return { docker, dump };
  })();
  return prepared;
}

/** Ends the engine, if there is one. */
export async function closeDrill(): Promise<void> {
  await (await prepared)?.docker.stop();
  prepared = null;
}

/** Services, restore and built-in proofs of a drill; its other steps are told apart. */
export async function drillSteps(workplace: Workplace): Promise<Timed> {
  const { docker } = await prepare(workplace);
  const words = ['drill', '--image', `postgresql=${IMAGE}`, '--no-evidence', '--json'];
  const command = workplace.command('holdfast', REPOSITORY, ...words);
  return { ...command, env: { ...command.env, ...docker.environment }, secondsIn: secondsOfProof };
}

const RESTORE_AND_PROOF = ['services', 'restore of databases', 'proof of databases'];
const TOLD_APART = ['reading', 'witness', 'environment', 'negative control', 'teardown'];

function secondsOfProof(stdout: string): number {
  const summary = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .find(({ message_type: type }) => type === 'summary') as {
    statement: { predicate: { result: string; reasons: string[]; steps_ms: Record<string, number> } };
  };
  const { result, reasons, steps_ms: steps } = summary.statement.predicate;
  if (result !== 'passed') throw new Error(`The drill failed: ${reasons.join('; ')}`);
  const told = [...TOLD_APART, ...RESTORE_AND_PROOF].map(
    (name) => `${name} ${((steps[name] ?? 0) / 1000).toFixed(2)} s`,
  );
  console.error(`  ${told.join(', ')}`);
  return RESTORE_AND_PROOF.reduce((sum, name) => sum + (steps[name] ?? 0), 0) / 1000;
}

/** `pg_restore -j` alone, in a container as a drill's, into a server as a drill's that is up already. */
export async function bareRestore(workplace: Workplace): Promise<Timed> {
  const { docker, dump } = await prepare(workplace);
  await docker.client('rm', '--force', '--volumes', 'bench').catch(() => {});
  const tmpfs = ['/tmp', '/run'].flatMap((place) => ['--tmpfs', place]);
  const limits = ['--memory', '2g', '--cpus', '2', '--read-only', '--volume', '/work', ...tmpfs];
  await docker.startContainer(IMAGE, 'bench', [...limits, '--volume', `${dump}:/bench.dump:ro`]);
  const bin = '$(ls -d /usr/lib/postgresql/*/bin)';
  await docker.client('exec', 'bench', 'sh', '-c', 'mkdir /work/data && chown postgres /work /work/data');
  const start = `b=${bin}; cd /work && "$b/initdb" -D data -A trust -N -E UTF8 --locale=C -U postgres >log &&
    { echo "$1"; echo "unix_socket_directories = '/work'"; } >>data/postgresql.conf &&
    "$b/pg_ctl" -D /work/data -w -l /work/server.log start >/dev/null && "$b/createdb" -h /work -U postgres bench`;
  await docker.client('exec', '--user', 'postgres', 'bench', 'sh', '-c', start, 'sh', SETTINGS);
  const restore = `exec ${bin}/pg_restore -j ${JOBS} --exit-on-error --no-owner -h /work -U postgres -d bench /bench.dump`;
  const argv = ['docker', 'exec', '--user', 'postgres', 'bench', 'sh', '-c', restore];
  return { argv, env: { ...process.env, ...docker.environment } };
}
