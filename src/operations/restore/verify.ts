import type { ByteString } from '../../bytestring.ts';
import type { ListedEntry } from '../../files/listing.ts';
import type { Unpacker } from '../../files/unpackers.ts';
import { compareListing } from './compare.ts';
import { type DoubtfulTime, MAX_DOUBTFUL_TIMES } from './doubtful-times.ts';
import { Faults } from './faults.ts';
import { linkedFile } from './hard-links.ts';
import { dropComplete, NeededFolder } from './need.ts';
import type { Owners } from './owners.ts';
import { differences } from './same-entry.ts';
import type { SourceChild, SourceFolder } from './source-folder.ts';
import type { StagedNodes } from './staged-nodes.ts';

export interface StagedTree {
  /** Where `folder` is staged, as the listing says it. */
  readonly path: ByteString;
  readonly folder: SourceFolder;
  readonly owners: Owners;
  readonly nodes: StagedNodes;
  readonly isTime: Unpacker['isTime'];
  readonly listing: AsyncIterable<readonly ListedEntry[]>;
}

/** What an earlier run left: what is still needed, and what must go because it isn't part of this restore. */
export interface Leftovers {
  readonly need: NeededFolder;
  readonly strange: ByteString[];
  /** What is there as it should be. */
  readonly kept: { readonly files: number; readonly bytes: number };
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
  const there = { files: 0, bytes: 0 };
  await compareListing(
    staged.listing,
    staged.path,
    { folder: staged.folder, kept: need },
    {
      folder(kept, child, entry) {
        const isWrong = kept !== need && differencesIn(staged, child, entry).length > 0;
        const folder = new NeededFolder(isWrong);
        kept.children.set(child.node.name, folder);
        return folder;
      },
      entry(kept, child, entry) {
        const isWrong = differencesIn(staged, child, entry).length > 0;
        if (isWrong || linkedFile(child.node) !== null) kept.children.set(child.node.name, 'all');
        else if (child.node.type === 'file') {
          there.files++;
          there.bytes += Number(child.node.sizeBytes);
        }
        // Not every tar puts one kind of entry in another's place.
        if (isWrong && child.node.type !== entry.type) strange.push(entry.path);
      },
      missing: (kept, child) => void kept.children.set(child.node.name, 'all'),
      extra: (_kept, entry) => void strange.push(entry.path),
    },
  );
  dropComplete(need);
  return { need, strange, kept: there };
}

function differencesIn(
  { owners, nodes, isTime }: StagedTree,
  { node }: SourceChild,
  entry: ListedEntry,
): string[] {
  return differences(nodes.of(node), entry, { owner: owners.of(node), isTime });
}

/**
 * Proves that a staging folder holds what was saved: nothing missing, nothing else, all metadata right, and names of
 * one file still names of one file. Contents are verified by `verifyContents`.
 * @returns Entries of which only the time is wrong, for the filesystem may know no such time (`settleTimes`).
 * @throws HoldfastError restore-mismatch.
 */
export async function verifyMetadata(staged: StagedTree): Promise<DoubtfulTime[]> {
  const faults = new Faults();
  const doubts: DoubtfulTime[] = [];
  const links = new Map<string, string>();
  const check = (child: SourceChild, entry: ListedEntry): void => {
    const isTime = (mtimeNs: bigint, savedNs: bigint): boolean => {
      if (staged.isTime(mtimeNs, savedNs)) return true;
      if (doubts.length === MAX_DOUBTFUL_TIMES) return false;
      doubts.push({ path: entry.path, isSymlink: entry.type === 'symlink', savedNs, mtimeNs });
      return true;
    };
    for (const difference of differencesIn({ ...staged, isTime }, child, entry)) {
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
  return doubts;
}
