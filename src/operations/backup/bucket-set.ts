import { untilCancelled } from '../../backends/cancel.ts';
import type { Bucket } from '../../buckets/bucket.ts';
import { fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { findNode } from '../../repository/find-node.ts';
import { parseBucketRecords } from './bucket-record.ts';
import { DEFAULT_SHRINK_LIMIT } from './dump-change.ts';
import { loadManifest } from './manifest.ts';
import type { BackupOptions } from './options.ts';
import { bucketsPath } from './own-tree.ts';
import type { Parent } from './previous-tree.ts';
import { Problems } from './problems.ts';
import { RememberedTrees } from './remembered-trees.ts';
import type { BackupRun } from './run.ts';
import { type SavedBucket, saveBucket } from './save-bucket.ts';
import { unlessLost } from './unless-lost.ts';

/** What was read of a bucket before its application was stopped. */
interface Seen {
  readonly parent: Parent;
  readonly trees: RememberedTrees;
}

/**
 * The buckets of one backup: `look` before the application is stopped, `save` while it is held. What was written between is
 * all that is read while it stands.
 */
export class BucketSet {
  readonly #run: BackupRun;
  readonly #buckets: readonly Bucket[];
  readonly #seen = new Map<Bucket, Seen>();
  readonly #saved: SavedBucket[] = [];
  #bytesRead = 0;

  /** @throws HoldfastError bad-input for two that would stand under one name. */
  constructor(run: BackupRun) {
    this.#run = run;
    this.#buckets = run.options.buckets ?? [];
    for (const bucket of this.#buckets) refuseOwnPlace(bucket, run.repository.location);
    const names = this.#buckets.map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice === undefined) return;
    throw new HoldfastError(
      'bad-input',
      `Cannot save two buckets under the name ${JSON.stringify(twice)}: expected one. Name each once, or save them as two targets.`,
    );
  }

  get saved(): readonly SavedBucket[] {
    return this.#saved;
  }

  get bytesRead(): number {
    return this.#bytesRead;
  }

  /** The first pass. What is wrong with an object is told by the second: it may have been so for a moment. */
  async look(): Promise<void> {
    const { repository, reporter, signal } = this.#run;
    if (this.#buckets.length === 0) return;
    const quiet = {
      ...this.#run,
      problems: new Problems(() => {}),
      reporter: { ...reporter, onProgress: reporter.onProgress.bind(reporter), onInfo() {}, onWarning() {} },
    };
    for (const bucket of this.#buckets) {
      reporter.onInfo(`first pass: objects of ${bucket.location} are read while the application runs`);
      const trees = new RememberedTrees(repository);
      const { tree, counts } = await saveBucket(quiet, bucket, {
        parents: await this.#parentsOf(bucket),
        trees,
      });
      this.#bytesRead += counts.bytesRead;
      this.#seen.set(bucket, { parent: { tree, listingStartedNs: 0n, isFirstPass: true }, trees });
    }
    await untilCancelled(repository.flush(), signal);
  }

  async save(): Promise<void> {
    for (const bucket of this.#buckets) {
      this.#run.reporter.onInfo(`bucket: ${bucket.location}`);
      const seen = this.#seen.get(bucket);
      const earlier = await this.#parentsOf(bucket);
      const parents = seen === undefined ? earlier : [seen.parent, ...earlier];
      const saved = await saveBucket(this.#run, bucket, { parents, trees: seen?.trees });
      this.#bytesRead += saved.counts.bytesRead;
      this.#saved.push(saved);
      await this.#tellShrunk(saved);
    }
  }

  /** What was emptied by mistake, or a prefix that isn't right, looks like a bucket without objects. */
  async #tellShrunk({ name, location, counts }: SavedBucket): Promise<void> {
    const { last, repository, options, reporter, signal } = this.#run;
    const { totalFilesProcessed: now } = counts;
    if (now === 0) reporter.onWarning(`${location} holds no object: see whether that is the right prefix.`);
    const load = async () => last && loadManifest(repository, last, options.target, signal);
    const json = await unlessLost(repository, load);
    const before = json === null ? undefined : parseBucketRecords(json).find((one) => one.name === name);
    if (before === undefined || !hasShrunk(before.objects, now, options.shrinkLimit)) return;
    reporter.onWarning(
      `${location} has shrunk since the last backup: ${now} objects, ${before.objects} before.`,
    );
  }

  /** As the parents of the whole have it, in their order. */
  async #parentsOf({ name }: Bucket): Promise<Parent[]> {
    const { parents, repository, options, signal } = this.#run;
    const found: Parent[] = [];
    for (const { snapshot } of parents) {
      const path = `${bucketsPath(options.target)}/${name}`;
      const find = () => findNode(repository, snapshot.tree, fromText(path), signal);
      const node = await unlessLost(repository, find);
      if (node?.subtree != null) found.push({ tree: node.subtree, listingStartedNs: 0n });
    }
    return found;
  }
}

/** A bucket of a few objects halves every day. */
const MIN_OBJECTS = 100;

function hasShrunk(before: number, now: number, limit = DEFAULT_SHRINK_LIMIT): boolean {
  return before >= MIN_OBJECTS && now < before * (1 - limit);
}

/** @throws HoldfastError bad-input: each backup would save the one before, and never come to an end. */
function refuseOwnPlace({ location }: Bucket, repository: string): void {
  const place = (url: string) =>
    `${url
      .toLowerCase()
      .replace(/^s3:(https?:)?(\/\/)?/, '')
      .replace(/\/+$/, '')}/`;
  if (!repository.startsWith('s3:') || !place(repository).startsWith(place(location))) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot save the bucket ${JSON.stringify(location)}: the repository itself lies in it, expected it elsewhere. Name a prefix of the bucket, or keep backups in ` +
      'another one.',
  );
}

/** Whether an application is stopped for which a first pass of its buckets is worth while. */
export function wantsFirstLook({ quiesce, dryRun, firstPass }: BackupOptions): boolean {
  return quiesce !== undefined && !dryRun && firstPass !== false;
}
