import { formatCounted } from '../amounts.ts';
import type { RestoreOutcome } from '../drills/restore-statement.ts';
import type { RestoreResult } from './restore/options.ts';
import type { RestoreApplicationResult } from './restore-application.ts';
import type { RestoreBucketResult } from './restore-bucket.ts';
import type { RestoreDatabaseResult } from './restore-database.ts';

/** @param isVerified Whether each part was read again before it was swapped in. */
export function filesOutcome(parts: readonly RestoreResult[], isVerified: boolean): RestoreOutcome {
  const done = parts.flatMap(({ files, bytes, target, undoFolders }) => [
    `${formatCounted(files, 'file')}, ${formatCounted(bytes, 'byte')} to ${target}`,
    ...undoFolders.map((folder) => `what was there is in ${folder}`),
  ]);
  return { done, verified: isVerified };
}

export function databasesOutcome(results: readonly RestoreDatabaseResult[]): RestoreOutcome {
  const done = results.flatMap(({ record, restored }) => {
    if (restored === null) return [];
    const { database, movedAside, verified } = restored;
    const compared =
      verified === null
        ? 'not compared'
        : `${formatCounted(verified.tables, 'table')}, ${formatCounted(verified.rows, 'row')} as they were dumped`;
    return [
      `dump ${record.name}${database === null ? '' : ` to ${database}`}: ${compared}`,
      ...(movedAside === null ? [] : [`what was there is called ${movedAside}`]),
    ];
  });
  return { done, verified: results.every(({ restored }) => restored?.verified != null) };
}

/** Each object is proved when it is written. */
export function bucketsOutcome(results: readonly RestoreBucketResult[]): RestoreOutcome {
  const done = results.flatMap(({ record, into, written }) => {
    if (written === null) return [];
    const { objects, bytes, unchanged, replaced } = written;
    return [
      `bucket ${record.name} to ${into}: ${formatCounted(objects, 'object')}, ${formatCounted(bytes, 'byte')}; ${unchanged} there already, ${replaced} replaced`,
    ];
  });
  return { done, verified: results.every(({ written }) => written !== null) };
}

/** @param isVerified As of filesOutcome. */
export function applicationOutcome(result: RestoreApplicationResult, isVerified: boolean): RestoreOutcome {
  const parts = [
    filesOutcome(result.files, isVerified),
    databasesOutcome(result.databases),
    bucketsOutcome(result.buckets),
  ];
  const title = `${result.record.profile}, ${result.steps.length} steps`;
  return {
    done: [title, ...parts.flatMap(({ done }) => done)],
    verified: parts.every(({ verified }) => verified),
  };
}
