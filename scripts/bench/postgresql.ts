import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { POSTGRES_BIN, PostgresServer } from '../../test/services/postgres.ts';
import { measure, median, type Timed } from './measure.ts';
import type { Contender, Workplace } from './workplace.ts';

const run = promisify(execFile);

/** A row is 1 kB of text, as in a database of documents: 1 GB; with --quick 100 MB. */
const ROWS = 1_000_000;
const QUICK_ROWS = 100_000;

/** One in a hundred. */
const PART = 100;

let server: Promise<PostgresServer> | null = null;

/** The server with the database `bench`, started and filled at the first call. */
async function benchServer({ quick }: Workplace): Promise<PostgresServer> {
  server ??= fill(quick ? QUICK_ROWS : ROWS);
  return server;
}

async function fill(rows: number): Promise<PostgresServer> {
  const started = await PostgresServer.start();
  await started.sql('postgres', 'CREATE DATABASE bench');
  const text = Array.from({ length: 8 }, (_, i) => `md5(i || '${i}')`).join(' || ');
  await started.sql(
    'bench',
    `CREATE TABLE documents (id int PRIMARY KEY, changed timestamptz, body text);
    INSERT INTO documents SELECT i, '2026-01-01', repeat(${text}, 4) FROM generate_series(1, ${rows}) AS i; VACUUM ANALYZE documents;`,
  );
  return started;
}

/** Ends the server, if there is one. */
export async function closePostgresql(): Promise<void> {
  await (await server)?.remove();
  server = null;
}

/** A dump into an empty repository, by Holdfast without (or with) a fingerprint, and by restic that runs pg_dump. */
export function dumpInto(who: Contender, fingerprint: 'none' | 'count' | 'full' = 'none') {
  return async (workplace: Workplace): Promise<Timed> => {
    const postgres = await benchServer(workplace);
    const repository = `postgresql-${who}`;
    await workplace.freshRepository(who, repository);
    return who === 'holdfast'
      ? workplace.command(who, repository, 'dump-db', '--of', 'bench', postgres.url('bench', { fingerprint }))
      : workplace.command(
          who,
          repository,
          'backup',
          '--stdin-from-command',
          '--stdin-filename',
          'bench.dump',
          ...pgDump(postgres),
        );
  };
}

/** The words of the same pg_dump, as the account that owns the server's socket lets in anybody. */
function pgDump({ folder }: PostgresServer): string[] {
  return [
    '--',
    `${POSTGRES_BIN}/pg_dump`,
    '--format=custom',
    '--compress=0',
    '-h',
    folder,
    '-U',
    'postgres',
    'bench',
  ];
}

export interface Repetition {
  readonly what: string;
  readonly addedBytes: number;
  readonly dumpBytes: number;
  readonly atMost: number | null;
}

/** How much a second dump adds when one row in a hundred has changed since: in one range, and here and there. */
export async function measureRepetition(workplace: Workplace): Promise<Repetition[]> {
  const postgres = await benchServer(workplace);
  const rows = workplace.quick ? QUICK_ROWS : ROWS;
  const part = rows / PART;
  await workplace.freshRepository('holdfast', 'repetition');
  const dump = () => dumpOnce(workplace, postgres);
  await dump();
  const change = (where: string) =>
    postgres.sql(
      'bench',
      `UPDATE documents SET changed = now(), body = repeat(md5(random()::text), 32) WHERE ${where}`,
    );
  const repetitions: Repetition[] = [];
  const repeat = async (what: string, atMost: number | null) => {
    const { added, size } = await dump();
    repetitions.push({ what, addedBytes: added, dumpBytes: size, atMost });
  };
  await repeat('nothing', 0.05);
  await postgres.sql(
    'bench',
    `INSERT INTO documents SELECT i, now(), repeat(md5(i::text), 32) FROM generate_series(${rows + 1}, ${rows + part}) AS i`,
  );
  await repeat('1 % more rows at the end', 0.05);
  await change(`id BETWEEN ${rows / 2} AND ${rows / 2 + part}`);
  await repeat('1 % of the rows, in one range', 0.05);
  await change(`id % ${PART} = 7`);
  await repeat('1 % of the rows, here and there', null);
  return repetitions;
}

async function dumpOnce(
  workplace: Workplace,
  postgres: PostgresServer,
): Promise<{ added: number; size: number }> {
  const url = postgres.url('bench', { fingerprint: 'none' });
  const { argv, env } = workplace.command(
    'holdfast',
    'repetition',
    'dump-db',
    '--json',
    '--of',
    'bench',
    url,
  );
  const [program = '', ...args] = argv;
  const { stdout } = await run(program, args, { env, maxBuffer: 1 << 26 });
  const summary = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .find(({ message_type: type }) => type === 'summary');
  return { added: Number(summary?.['data_added']), size: Number(summary?.['total_bytes_processed']) };
}

/** Seconds of a dump without a fingerprint, with rows counted, and with all data summed: medians. */
export async function measureFingerprint(
  workplace: Workplace,
  runs: number,
): Promise<Record<string, number>> {
  const seconds: Record<string, number> = {};
  for (const fingerprint of ['none', 'count', 'full'] as const) {
    const all: number[] = [];
    for (let i = 0; i < runs; i++)
      all.push((await measure(await dumpInto('holdfast', fingerprint)(workplace))).seconds);
    seconds[fingerprint] = median(all);
  }
  return seconds;
}

export function databasesTables(
  repetitions: readonly Repetition[],
  seconds: Readonly<Record<string, number>>,
): string {
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  return [
    '| changed since the last dump | added to the repository | of the dump | goal |',
    '| --- | ---: | ---: | ---: |',
    ...repetitions.map(
      ({ what, addedBytes, dumpBytes, atMost }) =>
        `| ${what} | ${(addedBytes / 1e6).toFixed(1)} MB | ${percent(addedBytes / dumpBytes)} | ${atMost === null ? '' : `≤ ${percent(atMost)}`} |`,
    ),
    '',
    '| fingerprint | seconds of the whole dump |',
    '| --- | ---: |',
    ...Object.entries(seconds).map(([name, value]) => `| ${name} | ${value.toFixed(2)} |`),
  ].join('\n');
}
