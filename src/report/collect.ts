import type { FoundArchive } from '../archive/find-archives.ts';
import { displayText } from '../bytestring.ts';
import { archiveItems, isSelected } from '../operations/forget/archive-items.ts';
import { snapshotItem } from '../operations/forget/snapshot-items.ts';
import { isUnreadable } from '../repository/damage.ts';
import { findSnapshots, type SnapshotFilter } from '../repository/find-snapshot.ts';
import type { Repository, StoredSnapshot } from '../repository/repository.ts';
import { isCheckpoint } from '../repository/tags.ts';
import { targetName } from '../retention/plan.ts';
import type { Backup, BackupDetails, TargetHistory } from './history.ts';
import { readDetails } from './read-details.ts';
import type { FoundDrill } from './read-drills.ts';
import { recentChanges } from './recent-changes.ts';

/** Manifests that are read of a target: each takes some requests. The newest, and others evenly over time. */
const MAX_MANIFESTS_PER_TARGET = 40;
const NEWEST_MANIFESTS = 8;

const NS_PER_MS = 1_000_000n;

/** What is read so far, of one place after the other. Their order is that of the report's places. */
export class Collection {
  readonly #targets = new Map<string, { backups: Map<string, Backup>; changes: TargetHistory['changes'] }>();
  readonly #drills: FoundDrill[] = [];
  #places = 0;

  /**
   * The snapshots of a repository, with what their manifests say, and how the last two of each target differ.
   * @param options.deep Whether trees are read at all. They need the index, which may be large.
   * @throws What reading it throws; a snapshot or a manifest that is damaged is told.
   */
  async addRepository(
    repository: Repository,
    options: {
      filter: SnapshotFilter;
      deep: boolean;
      signal: AbortSignal;
      onWarning: (message: string) => void;
    },
  ): Promise<void> {
    const place = this.#places++;
    const { signal, onWarning } = options;
    const found = await findSnapshots(repository, options.filter, { signal, onUnreadable: onWarning });
    if (options.deep && found.length > 0) await repository.loadIndex(signal);
    for (const [key, snapshots] of Map.groupBy(found, (stored) => targetName(snapshotItem(stored)))) {
      const details = options.deep ? await this.#detailsOf(repository, snapshots, options) : new Map();
      for (const stored of snapshots)
        this.#add(key, backupOfSnapshot(stored, details.get(stored.id) ?? null, place));
      const lastTwo = snapshots.filter((stored) => snapshotItem(stored).complete).slice(-2);
      const entry = this.#targets.get(key);
      // Of the first place that has two: the others have copies.
      if (options.deep && entry !== undefined && entry.changes === null && lastTwo.length === 2)
        entry.changes = await changesOf(repository, lastTwo as [StoredSnapshot, StoredSnapshot], options);
    }
  }

  /** Archives, by their manifests. */
  addArchives(
    found: readonly FoundArchive[],
    filter: SnapshotFilter,
    onWarning: (message: string) => void,
  ): void {
    const place = this.#places++;
    for (const { id, fault, manifest } of found)
      if (manifest === null) onWarning(`The archive ${id} can't be used: ${fault}.`);
    for (const item of archiveItems(found).filter((one) => isSelected(one, filter))) {
      const timeMs = Number(item.timeNs / NS_PER_MS);
      const { stored, dumps } = item.found.manifest ?? { stored: null, dumps: [] };
      this.#add(targetName(item), {
        ...{
          item,
          timeMs,
          endMs: timeMs,
          parent: null,
          isCheckpoint: false,
          durationMs: null,
          places: [place],
        },
        addedBytes: item.sizeBytes,
        storedBytes: stored?.bytes ?? null,
        details: {
          quiescedMs: null,
          problems: 0,
          dumps: dumps.map(({ path, bytes }) => ({ name: path, sizeBytes: bytes, rows: null, tables: [] })),
        },
      });
    }
  }

  /** What drills of these repositories have found. One of a target of which there is no backup is left out. */
  addDrills(found: readonly FoundDrill[]): void {
    this.#drills.push(...found);
  }

  /** What is added from now on is of the next place, also where nothing of this one could be read. */
  endPlace(index: number): void {
    this.#places = index + 1;
  }

  /** All that was added, by target. */
  histories(): TargetHistory[] {
    return [...this.#targets].map(([key, { backups, changes }]) => {
      const sorted = [...backups.values()].sort(
        (a, b) => a.timeMs - b.timeMs || (a.item.id < b.item.id ? -1 : 1),
      );
      const { target, hostname, paths } = (sorted.at(-1) as Backup).item;
      const ids = new Set(sorted.flatMap(({ item }) => [item.id, ...item.formerIds]));
      // Of no application in particular there may be several of a host: the snapshot tells them apart while it is there.
      const isOf = (drill: FoundDrill) =>
        ids.has(drill.record.snapshotId) ||
        (target !== null && drill.target === target && drill.hostname === hostname);
      const drills = this.#drills.filter(isOf).map(({ record }) => record);
      return {
        key,
        target,
        hostname,
        paths,
        backups: sorted,
        drills: drills.sort((a, b) => a.timeMs - b.timeMs),
        changes,
      };
    });
  }

  /** A copy of a snapshot names the one that it is of. */
  #add(key: string, backup: Backup): void {
    const entry = this.#targets.get(key) ?? { backups: new Map(), changes: null };
    this.#targets.set(key, entry);
    const id = backup.item.formerIds[0] ?? backup.item.id;
    const known = entry.backups.get(id);
    if (known === undefined) entry.backups.set(id, backup);
    else
      entry.backups.set(id, {
        ...known,
        details: known.details ?? backup.details,
        places: [...new Set([...known.places, ...backup.places])],
      });
  }

  async #detailsOf(
    repository: Repository,
    snapshots: readonly StoredSnapshot[],
    options: { signal: AbortSignal; onWarning: (message: string) => void },
  ): Promise<Map<string, BackupDetails | null>> {
    const details = new Map<string, BackupDetails | null>();
    for (const stored of someOf(snapshots))
      details.set(stored.id, await readDetails(repository, stored, options));
    return details;
  }
}

/** Damage in a tree is told: it is no reason to say nothing of all else. */
async function changesOf(
  repository: Repository,
  lastTwo: readonly [StoredSnapshot, StoredSnapshot],
  { signal, onWarning }: { signal: AbortSignal; onWarning: (message: string) => void },
): Promise<TargetHistory['changes']> {
  try {
    return await recentChanges(repository, lastTwo, signal);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    onWarning(
      `What changed in snapshot ${lastTwo[1].id.slice(0, 8)} can't be seen: ${displayText((error as Error).message)}`,
    );
    return null;
  }
}

/** The newest, and of the others some, evenly. */
export function someOf<T>(all: readonly T[]): readonly T[] {
  if (all.length <= MAX_MANIFESTS_PER_TARGET) return all;
  const older = all.slice(0, -NEWEST_MANIFESTS);
  const count = MAX_MANIFESTS_PER_TARGET - NEWEST_MANIFESTS;
  const chosen = Array.from({ length: count }, (_, i) => older[Math.floor((i * older.length) / count)] as T);
  return [...chosen, ...all.slice(-NEWEST_MANIFESTS)];
}

function backupOfSnapshot(stored: StoredSnapshot, details: BackupDetails | null, place: number): Backup {
  const { snapshot } = stored;
  const { summary } = snapshot;
  const timeMs = Number(snapshot.timeNs / NS_PER_MS);
  const durationMs =
    summary === null ? null : Number((summary.backupEndNs - summary.backupStartNs) / NS_PER_MS);
  return {
    item: snapshotItem(stored),
    timeMs,
    endMs: timeMs + Math.max(0, durationMs ?? 0),
    parent: snapshot.parent,
    isCheckpoint: isCheckpoint(snapshot),
    addedBytes: summary?.dataAdded ?? null,
    storedBytes: summary?.dataAddedPacked ?? null,
    durationMs: durationMs === null ? null : Math.max(0, durationMs),
    details,
    places: [place],
  };
}
