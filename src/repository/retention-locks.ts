import type { Backend, FileHandle, FileKind, RetentionLocks } from '../backends/backend.ts';
import { describeFile } from '../backends/backend.ts';
import { throwIfCancelled } from '../backends/cancel.ts';
import { HoldfastError } from '../errors.ts';
import { isDamage } from './damage.ts';
import type { BlobId, SnapshotId } from './format/ids.ts';
import { inParallel } from './parallel.ts';
import { listAll } from './sealed-files.ts';
import { packsUsedBelow, type TreeSource } from './used-packs.ts';

/** What must stay as long as some snapshots. */
export interface NeededFor {
  readonly trees: readonly BlobId[];
  /** Snapshots that are there already. */
  readonly snapshots: readonly SnapshotId[];
}

export interface HeldCounts {
  /** Versions whose locks were long enough. */
  readonly kept: number;
  readonly extended: number;
}

export interface HoldOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each version. */
  readonly onHeld?: (counts: HeldCounts) => void;
}

/**
 * Sees to it that the storage's locks on all that these snapshots need last for half of their days at least: the packs
 * below their trees, every index and key, the config, the snapshots themselves. Every version of a file: one that somebody
 * put over another hides it, and must not let it go.
 *
 * Null where the storage isn't asked to lock. The index must be loaded.
 * @throws HoldfastError repository-damaged when something of it isn't there, is hidden, or can't be read (all else was seen
 *   to then, all packs where it can't be told which); no-permission, and what the backend throws.
 */
export async function holdNeeded(
  repository: TreeSource & { readonly backend: Backend },
  needed: NeededFor,
  options: HoldOptions = {},
): Promise<HeldCounts | null> {
  const { backend } = repository;
  const { retention } = backend;
  if (retention === undefined) return null;
  let damage: unknown = null;
  const packs = await packsUsedBelow(repository, needed.trees, options.signal).catch((error: unknown) => {
    if (!isDamage(error)) throw error;
    damage = error;
    // What stands below can't be told: all of it may be needed to mend it.
    return new Set(repository.index.packs.map(({ id }) => id));
  });
  const work = new Holding(backend, retention, options);
  await work.hold('pack', packs);
  for (const kind of ['index', 'key'] as const) await work.hold(kind, await namesOf(backend, kind, options));
  await work.hold('config', new Set(['']));
  if (needed.snapshots.length > 0) await work.hold('snapshot', new Set(needed.snapshots));
  work.assertAllThere();
  if (damage !== null) throw damage;
  return work.counts;
}

async function namesOf(
  backend: Backend,
  kind: 'index' | 'key',
  { signal }: HoldOptions,
): Promise<ReadonlySet<string>> {
  return new Set((await listAll(backend, kind, signal)).map(({ name }) => name));
}

interface HeldVersion {
  readonly file: FileHandle;
  readonly versionId: string;
}

/** Versions that are listed before they are held, many at once. */
const LISTED_AHEAD = 1000;

class Holding {
  readonly counts = { kept: 0, extended: 0 };
  readonly #backend: Backend;
  readonly #retention: RetentionLocks;
  readonly #options: HoldOptions;
  #firstLost: FileHandle | null = null;
  #lostCount = 0;

  constructor(backend: Backend, retention: RetentionLocks, options: HoldOptions) {
    this.#backend = backend;
    this.#retention = retention;
    this.#options = options;
  }

  async hold(kind: FileKind, names: ReadonlySet<string>): Promise<void> {
    const { signal } = this.#options;
    let seen = 0;
    let batch: HeldVersion[] = [];
    for await (const { name, isHidden, versionIds } of this.#retention.versions(kind, signal)) {
      if (!names.has(name)) continue;
      seen++;
      const file = { kind, name };
      if (isHidden) this.#lost(file);
      batch.push(...versionIds.map((versionId) => ({ file, versionId })));
      if (batch.length < LISTED_AHEAD) continue;
      await this.#holdAll(batch);
      batch = [];
    }
    await this.#holdAll(batch);
    if (seen < names.size) await this.#findLost(kind, names);
  }

  /** @throws HoldfastError repository-damaged. */
  assertAllThere(): void {
    if (this.#firstLost === null) return;
    const more = this.#lostCount === 1 ? '' : `, nor are ${this.#lostCount - 1} other files`;
    throw new HoldfastError(
      'repository-damaged',
      `Cannot lock all that is needed in "${this.#backend.location}": ${describeFile(this.#firstLost)} isn't there${more}. ` +
        'Somebody removed it, or hid it behind a marker: find out who, look with --as-of at a time before that, and bring it back.',
    );
  }

  async #holdAll(versions: readonly HeldVersion[]): Promise<void> {
    await inParallel(versions, this.#backend.connections, async ({ file, versionId }) => {
      throwIfCancelled(this.#options.signal);
      const isExtended = await this.#retention.hold(file, versionId, this.#options.signal);
      this.counts[isExtended ? 'extended' : 'kept']++;
      this.#options.onHeld?.(this.counts);
    });
  }

  async #findLost(kind: FileKind, names: ReadonlySet<string>): Promise<void> {
    const lost = new Set(names);
    for await (const { name } of this.#retention.versions(kind, this.#options.signal)) lost.delete(name);
    for (const name of lost) this.#lost({ kind, name });
  }

  #lost(file: FileHandle): void {
    this.#firstLost ??= file;
    this.#lostCount++;
  }
}
