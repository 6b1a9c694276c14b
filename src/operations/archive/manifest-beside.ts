import type { Sealing } from '../../archive/age.ts';
import {
  type ArchivedDump,
  type ArchiveManifest,
  type Encryption,
  encodeArchiveManifest,
} from '../../archive/archive-manifest.ts';
import { manifestFile } from '../../archive/archive-name.ts';
import type { ArchiveStore } from '../../archive/archive-store.ts';
import { graceAfter } from '../../repository/grace.ts';
import { INCOMPLETE_TAG, targetTag } from '../../repository/tags.ts';
import type { Counts } from '../backup/counts.ts';
import { recordedPath } from '../backup/recorded-path.ts';
import type { ArchiveRun } from './run.ts';
import type { EntrySaver } from './save-entries.ts';
import type { StoredSums } from './stored-stream.ts';

export interface SavedEntries {
  readonly listingStartedNs: bigint;
  readonly counts: Counts;
  readonly saver: EntrySaver;
}

/** The manifest that stands beside an archive of what was saved. */
export function manifestBeside(
  { options, hostname, timeNs, probe, problems }: ArchiveRun,
  id: string,
  { counts, saver }: SavedEntries,
  {
    complete,
    sums,
    dumps,
  }: { readonly complete: boolean; readonly sums: StoredSums; readonly dumps: readonly ArchivedDump[] },
): ArchiveManifest {
  const tags = [...options.tags, targetTag(options.target), ...(complete ? [] : [INCOMPLETE_TAG])];
  return {
    id,
    programVersion: options.programVersion,
    timeNs,
    target: options.target,
    hostname,
    tags: [...new Set(tags)],
    paths: options.paths.map(recordedPath),
    complete,
    encryption: encryptionOf(options.sealing),
    ...sums,
    files: counts.totalFilesProcessed,
    folders: saver.folders,
    others: saver.others,
    contentBytes: counts.totalBytesProcessed,
    dumps,
    problemCounts: { ...problems.counts },
    tools: {
      node: process.version,
      zstd: process.versions['zstd'] ?? 'unknown',
      kernel: probe.kernel,
      find: probe.tools.find.version,
      tar: probe.tools.tar.version,
    },
  };
}

function encryptionOf(sealing: Sealing): Encryption {
  return sealing.kind === 'recipients'
    ? { kind: sealing.kind, recipients: [...sealing.recipients] }
    : { kind: sealing.kind };
}

/** When a cancelled run has so much time left, what it can't finish is removed. */
const REMOVE_WITHIN_MS = 3000;

/** Stores the manifest, or takes the archive away that has none. @throws What the store throws. */
export async function putManifest(
  store: ArchiveStore,
  archiveName: string,
  manifest: ArchiveManifest,
  signal: AbortSignal,
): Promise<void> {
  try {
    await store.put(manifestFile(manifest.id), once(encodeArchiveManifest(manifest)), signal);
  } catch (error) {
    // Nobody will ever take it for whole.
    await store.remove(archiveName, graceAfter(signal, REMOVE_WITHIN_MS)).catch(() => {});
    throw error;
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
