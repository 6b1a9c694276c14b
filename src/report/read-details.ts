import { displayText } from '../bytestring.ts';
import { rowsIn } from '../databases/fingerprint.ts';
import { loadManifest } from '../operations/backup/manifest.ts';
import { isUnreadable } from '../repository/damage.ts';
import type { Repository, StoredSnapshot } from '../repository/repository.ts';
import { targetOf } from '../repository/tags.ts';
import { type BackupDetails, type DumpFacts, MAX_TABLES } from './history.ts';

/**
 * What the manifest of a snapshot says for a report; null when it has none of ours. Whoever can write to the repository
 * chooses what is in it: what isn't as it must be is left out.
 * @param repository Its index is loaded.
 */
export async function readDetails(
  repository: Repository,
  stored: StoredSnapshot,
  { signal, onWarning }: { signal: AbortSignal; onWarning: (message: string) => void },
): Promise<BackupDetails | null> {
  const target = targetOf(stored.snapshot);
  if (target === null) return null;
  try {
    const json = await loadManifest(repository, stored, target, signal);
    return json === null ? null : detailsOf(JSON.parse(json.toString('utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !isUnreadable(error)) throw error;
    onWarning(
      `The manifest of snapshot ${stored.id.slice(0, 8)} can't be read: ${displayText((error as Error).message)}`,
    );
    return null;
  }
}

export function detailsOf(json: unknown): BackupDetails | null {
  if (!isRecord(json)) return null;
  const problems = isRecord(json['problem_counts']) ? Object.values(json['problem_counts']) : [];
  return {
    quiescedMs: countOf(json['quiesced_ms']),
    problems: problems.reduce<number>((sum, count) => sum + (countOf(count) ?? 0), 0),
    dumps: Array.isArray(json['dumps']) ? json['dumps'].flatMap(dumpOf) : [],
  };
}

function dumpOf(json: unknown): DumpFacts[] {
  if (!isRecord(json) || typeof json['name'] !== 'string') return [];
  const tables = isRecord(json['fingerprint']) ? tablesOf(json['fingerprint']['tables']) : null;
  const sorted = (tables ?? []).toSorted((a, b) => b.rows - a.rows);
  return [
    {
      name: json['name'],
      sizeBytes: countOf(json['size_bytes']) ?? 0,
      rows:
        tables === null
          ? null
          : rowsIn({
              tables: Object.fromEntries(tables.map((one) => [one.name, { ...one, checksum: null }])),
            }),
      tables: sorted.slice(0, MAX_TABLES),
    },
  ];
}

function tablesOf(json: unknown): { name: string; rows: number }[] | null {
  if (!isRecord(json)) return null;
  return Object.entries(json).flatMap(([name, table]) => {
    const rows = isRecord(table) ? countOf(table['rows']) : null;
    return rows === null ? [] : [{ name, rows }];
  });
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
