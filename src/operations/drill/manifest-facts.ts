import { createHash } from 'node:crypto';
import type { ApplicationRecord } from '../../apps/application.ts';
import type { DumpRecord } from '../../databases/record.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import { targetOf } from '../../repository/tags.ts';
import { parseApplicationRecord } from '../backup/application-record.ts';
import { type BucketRecord, parseBucketRecords } from '../backup/bucket-record.ts';
import { parseDumpRecords } from '../backup/dump-records.ts';
import { loadManifest } from '../backup/manifest.ts';

/** What a drill takes from a snapshot's manifest. */
export interface ManifestFacts {
  readonly sha256: string | null;
  readonly dumps: readonly DumpRecord[];
  readonly buckets: readonly BucketRecord[];
  /** How long the application was held, in milliseconds. */
  readonly downtimeMs: number | null;
  /** What its profile says of the application; null: it was saved without one. */
  readonly application: ApplicationRecord | null;
}

/** Of a snapshot without one: of stock restic's, say. */
export const NO_MANIFEST: ManifestFacts = {
  sha256: null,
  dumps: [],
  buckets: [],
  downtimeMs: null,
  application: null,
};

/** @throws HoldfastError repository-damaged. */
export async function readManifestFacts(
  repository: Repository,
  stored: StoredSnapshot,
  signal: AbortSignal,
): Promise<ManifestFacts> {
  const target = targetOf(stored.snapshot);
  const json = target === null ? null : await loadManifest(repository, stored, target, signal);
  if (json === null) return NO_MANIFEST;
  const dumps = parseDumpRecords(json);
  const buckets = parseBucketRecords(json);
  const { quiesced_ms: held } = JSON.parse(json.toString('utf8')) as { quiesced_ms?: unknown };
  const sha256 = createHash('sha256').update(json).digest('hex');
  const application = parseApplicationRecord(json);
  return { sha256, dumps, buckets, downtimeMs: typeof held === 'number' ? held : null, application };
}
