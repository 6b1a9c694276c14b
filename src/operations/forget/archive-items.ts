import type { ArchiveManifest } from '../../archive/archive-manifest.ts';
import type { FoundArchive } from '../../archive/find-archives.ts';
import { HoldfastError } from '../../errors.ts';
import { matches, type SnapshotFilter } from '../../repository/find-snapshot.ts';
import { DEFAULT_TARGET, keptBecause } from '../../repository/tags.ts';
import type { RetentionItem } from '../../retention/item.ts';

/** An archive as a policy sees it. */
export interface ArchiveItem extends RetentionItem {
  readonly found: FoundArchive;
}

/** By its manifest, which is believed: who can write to the store chooses what is in it. */
export function archiveItem(found: FoundArchive & { readonly manifest: ArchiveManifest }): ArchiveItem {
  const { id, manifest, fault } = found;
  const complete = manifest.complete && fault === null;
  return {
    noun: 'archive',
    id,
    found,
    formerIds: [],
    timeNs: manifest.timeNs,
    zoneSeconds: 0,
    tags: manifest.tags,
    hostname: manifest.hostname,
    target: manifest.target === DEFAULT_TARGET ? null : manifest.target,
    paths: manifest.paths,
    complete,
    leftover: !complete,
    keptBecause: keptBecause(manifest),
    sizeBytes: manifest.dumps.reduce((sum, { bytes }) => sum + bytes, manifest.contentBytes),
    fileCount: manifest.files,
  };
}

/** Those that a policy can tell apart. Others are unfinished. */
export function archiveItems(found: readonly FoundArchive[]): ArchiveItem[] {
  return found.flatMap((one) =>
    one.manifest === null ? [] : [archiveItem({ ...one, manifest: one.manifest })],
  );
}

/**
 * One whose manifest can't be read may be the newest.
 * @throws HoldfastError archive-damaged.
 */
export function requireReadable(found: readonly FoundArchive[], location: string): void {
  const unreadable = found.filter(({ manifest, unfinished }) => manifest === null && !unfinished);
  const [first] = unreadable;
  if (first === undefined) return;
  const more = unreadable.length === 1 ? '' : `, nor that of ${unreadable.length - 1} more`;
  throw new HoldfastError(
    'archive-damaged',
    `Cannot forget anything in "${location}": the manifest of the archive "${first.id}" can't be used${more}, and it may be ` +
      `the newest, expected manifests that can be read. Nothing was removed. Find out who altered it, and put its files ` +
      `elsewhere. It is so because of this: ${first.fault}`,
  );
}

export function isSelected({ found: { manifest } }: ArchiveItem, filter: SnapshotFilter): boolean {
  const { target = null } = filter;
  if (manifest === null || (target !== null && manifest.target !== target)) return false;
  return matches(manifest, { ...filter, target: null });
}
