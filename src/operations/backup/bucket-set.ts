import { untilCancelled } from '../../backends/cancel.ts';
import type { Bucket } from '../../buckets/bucket.ts';
import { fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { findNode } from '../../repository/find-node.ts';
import type { BackupOptions } from './options.ts';
import { bucketsPath } from './own-tree.ts';
import type { Parent } from './previous-folder.ts';
import { Problems } from './problems.ts';
import { RememberedTrees } from './remembered-trees.ts';
import type { BackupRun } from './run.ts';
import { type SavedBucket, saveBucket } from './save-bucket.ts';

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
    }
  }

  /** As the parents of the whole have it, in their order. */
  async #parentsOf({ name }: Bucket): Promise<Parent[]> {
    const { parents, repository, options, signal } = this.#run;
    const found: Parent[] = [];
    for (const { snapshot } of parents) {
      const path = `${bucketsPath(options.target)}/${name}`;
      const node = await findNode(repository, snapshot.tree, fromText(path), signal);
      if (node?.subtree != null) found.push({ tree: node.subtree, listingStartedNs: 0n });
    }
    return found;
  }
}

/** Whether an application is stopped for which a first pass of its buckets is worth while. */
export function wantsFirstLook({ quiesce, dryRun, firstPass }: BackupOptions): boolean {
  return quiesce !== undefined && !dryRun && firstPass !== false;
}
