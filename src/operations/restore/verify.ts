import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { compareListing } from './compare.ts';
import { linkedFile } from './hard-links.ts';
import { dropComplete, NeededFolder } from './need.ts';
import type { Owners } from './owners.ts';
import { differences } from './same-entry.ts';
import type { SourceChild, SourceFolder } from './source-folder.ts';

export interface StagedTree {
  /** Where `folder` is staged, as the listing says it. */
  readonly path: ByteString;
  readonly folder: SourceFolder;
  readonly owners: Owners;
  readonly listing: AsyncIterable<readonly ListedEntry[]>;
}

/** What an earlier run left: what is still needed, and what must go because it isn't part of this restore. */
export interface Leftovers {
  readonly need: NeededFolder;
  readonly strange: ByteString[];
}

/**
 * What is missing in a staging folder that an earlier run left. A file that has its size and its mtime was written
 * to its end: tar sets the time last. Contents are read when all is there.
 *
 * Names of one file are always needed again: a link can't be made to a name that isn't sent along.
 */
export async function lookAtLeftovers(staged: StagedTree): Promise<Leftovers> {
  const need = new NeededFolder(false);
  const strange: ByteString[] = [];
  await compareListing(
    staged.listing,
    staged.path,
    { folder: staged.folder, kept: need },
    {
      folder(kept, child, entry) {
        const isWrong =
          kept !== need && differences(child.node, entry, staged.owners.of(child.node)).length > 0;
        const folder = new NeededFolder(isWrong);
        kept.children.set(child.node.name, folder);
        return folder;
      },
      entry(kept, child, entry) {
        const isWrong = differences(child.node, entry, staged.owners.of(child.node)).length > 0;
        if (isWrong || linkedFile(child.node) !== null) kept.children.set(child.node.name, 'all');
        if (isWrong && (child.node.type === 'dir' || entry.type === 'dir')) strange.push(entry.path);
      },
      missing: (kept, child) => void kept.children.set(child.node.name, 'all'),
      extra: (_kept, entry) => void strange.push(entry.path),
    },
  );
  dropComplete(need);
  return { need, strange };
}

/** Faults named in the message; the others are counted. */
const MAX_NAMED_FAULTS = 5;

/**
 * Proves that a staging folder holds what was saved: nothing missing, nothing else, all metadata right, and names of
 * one file still names of one file. Contents are verified by `verifyContents`.
 * @throws HoldfastError restore-mismatch.
 */
export async function verifyMetadata(staged: StagedTree): Promise<void> {
  const faults = new Faults();
  const links = new Map<string, string>();
  const check = (child: SourceChild, entry: ListedEntry): void => {
    for (const difference of differences(child.node, entry, staged.owners.of(child.node))) {
      faults.add(entry.path, difference);
    }
  };
  const top = { path: staged.path };
  await compareListing(
    staged.listing,
    staged.path,
    { folder: staged.folder, kept: top },
    {
      folder(kept, child, entry) {
        if (kept !== top) check(child, entry);
        return { path: entry.path };
      },
      entry(_kept, child, entry) {
        check(child, entry);
        const file = linkedFile(child.node);
        if (file === null) return;
        const inode = `${entry.device}:${entry.inode}`;
        const first = links.get(file) ?? inode;
        links.set(file, first);
        if (first !== inode)
          faults.add(entry.path, 'it is a file of its own, expected another name of one file');
      },
      missing: (kept, child) => faults.add(`${kept.path}/${child.node.name}` as ByteString, 'it is missing'),
      extra: (_kept, entry) => faults.add(entry.path, 'nothing of that name was sent'),
    },
  );
  faults.throwIfAny();
}

/** Faults of a restored tree, gathered so that one message can name several. */
export class Faults {
  readonly #named: string[] = [];
  #count = 0;

  add(path: ByteString, what: string): void {
    this.#count++;
    if (this.#named.length < MAX_NAMED_FAULTS) this.#named.push(`"${display(path)}": ${what}`);
  }

  /** @throws HoldfastError restore-mismatch. */
  throwIfAny(): void {
    if (this.#count === 0) return;
    const more = this.#count > this.#named.length ? `; and ${this.#count - this.#named.length} more` : '';
    throw new HoldfastError(
      'restore-mismatch',
      `Cannot accept what was restored: it isn't what was saved. ${this.#named.join('; ')}${more}. Nothing was swapped in. Restore again; if it stays so, look at the host's disk and filesystem.`,
    );
  }
}
