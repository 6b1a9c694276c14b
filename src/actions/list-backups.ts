import { formatBytes, formatCounted } from '../amounts.ts';
import { log } from '../github/log.ts';
import { addSummary, escapeMarkdown, markdownCode } from '../github/summary.ts';
import { isIncomplete } from '../repository/tags.ts';
import { openRepositoryOf } from './access.ts';
import { openArchives } from './archives.ts';
import { readSource, readSourceAccess, type SourceAccess } from './restore-inputs.ts';
import type { StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/** The summary has so many, the newest; the log has all. */
const MAX_ROWS = 100;

interface Row {
  readonly id: string;
  readonly timeNs: bigint;
  readonly hostname: string;
  readonly paths: readonly string[];
  /** Null: whoever wrote it didn't say. */
  readonly bytes: number | null;
  readonly complete: boolean;
}

/** Shows which backups there are to restore. Reads only. */
export async function listBackups(tools: StageTools): Promise<void> {
  const access = await readSourceAccess();
  const { filter } = readSource();
  const rows = (
    access.kind === 'archive'
      ? await archivesIn(access, filter, tools)
      : await snapshotsIn(access, filter, tools)
  ).toReversed();
  for (const row of rows) log.info(`${row.id} ${timeOf(row)} ${row.complete ? '' : 'incomplete'}`.trimEnd());
  addSummary(summary(rows));
}

type Filter = ReturnType<typeof readSource>['filter'];

async function snapshotsIn(
  { repository: access }: SourceAccess & { kind: 'repository' },
  filter: Filter,
  tools: StageTools,
): Promise<Row[]> {
  const { listSnapshots } = await import('../operations/list-snapshots.ts');
  const repository = await openRepositoryOf(access, tools);
  try {
    const onUnreadable = (message: string) => tools.reporter.onWarning(message);
    const order = { specs: [], filter, latest: null, signal: tools.signal, onUnreadable };
    const found = await listSnapshots(repository, order);
    return found.map(({ id, snapshot }) => ({
      id: id.slice(0, 8),
      timeNs: snapshot.timeNs,
      hostname: snapshot.hostname,
      paths: snapshot.paths,
      bytes: snapshot.summary?.totalBytesProcessed ?? null,
      complete: !isIncomplete(snapshot),
    }));
  } finally {
    await repository.close();
  }
}

async function archivesIn(
  { archive: { location, s3 } }: SourceAccess & { kind: 'archive' },
  { target = null, hosts = [] }: Filter,
  tools: StageTools,
): Promise<Row[]> {
  unfinished.needsNoRepository();
  const { findArchives } = await import('../archive/find-archives.ts');
  const store = await openArchives({ location, s3 }, tools);
  try {
    const found = await findArchives(store, tools.signal);
    return found.flatMap(({ id, manifest, fault }): Row[] => {
      if (manifest === null || (target !== null && manifest.target !== target)) return [];
      if (hosts.length > 0 && !hosts.includes(manifest.hostname)) return [];
      const { timeNs, hostname, paths, stored } = manifest;
      return [
        { id, timeNs, hostname, paths, bytes: stored.bytes, complete: manifest.complete && fault === null },
      ];
    });
  } finally {
    await store.close();
  }
}

function timeOf({ timeNs }: Row): string {
  return `${new Date(Number(timeNs / 1_000_000n)).toISOString().slice(0, 19)}Z`;
}

function summary(rows: readonly Row[]): string {
  const lines = rows.slice(0, MAX_ROWS).map((row) => {
    const cells = [
      `${markdownCode(row.id)}${row.complete ? '' : ' incomplete'}`,
      timeOf(row),
      markdownCode(row.hostname),
      escapeMarkdown(row.paths.join(', ')),
      row.bytes === null ? '' : formatBytes(row.bytes),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const more = rows.length - MAX_ROWS;
  return [
    `### ${formatCounted(rows.length, 'backup')} to restore`,
    '',
    ...(rows.length === 0 ? ['There is none that fits.'] : []),
    ...(rows.length === 0
      ? []
      : ['| ID | time | host | what | size |', '| --- | --- | --- | --- | --- |', ...lines]),
    ...(more > 0 ? ['', `${formatCounted(more, 'older one')}: the log has them.`] : []),
    '',
  ].join('\n');
}
