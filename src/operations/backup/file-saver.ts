import { type ByteString, displayText } from '../../bytestring.ts';
import type { ListedBatch, ListingProblem } from '../../files/list.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { baseName, isInside } from '../../files/paths.ts';
import { readsAttributes } from '../../files/read-files.ts';
import type { ExtendedAttribute, Node } from '../../repository/format/node.ts';
import type { Comparison } from './comparison.ts';
import { tooManyBlobs } from './content.ts';
import type { Counts } from './counts.ts';
import { FileQueue, type WantedFile } from './file-queue.ts';
import type { Folder } from './folder.ts';
import type { HardLinks, ReadFile } from './hard-links.ts';
import type { ListingTaker, UnchangedFolder } from './listing-taker.ts';
import { apart, isSaved, type NodeNames, nodeOfEntry, withAttributes } from './node-of-entry.ts';
import { OWN_PATH } from './own-tree.ts';
import type { PreviousNode } from './previous-folder.ts';
import { BatchReader } from './read-batch.ts';
import type { BackupRun } from './run.ts';
import type { TreeAssembly } from './tree-assembly.ts';
import type { UnchangedFolders } from './unchanged-folders.ts';
import type { WriteBack } from './write-back.ts';

const WHY_NO_SOCKETS = 'what listens on one makes it anew';

/** Stands for the path where a host's message names none. */
const UNNAMED = '?' as ByteString;

/** Takes a listing as it comes, and sees to each entry. */
export class FileSaver implements ListingTaker {
  readonly #run: BackupRun;
  readonly #names: NodeNames;
  readonly #assembly: TreeAssembly;
  readonly #counts: Counts;
  readonly #comparison: Comparison;
  readonly #hardLinks: HardLinks;
  readonly #queue: FileQueue;
  readonly #reader: BatchReader;
  #sockets = 0;

  constructor(
    run: BackupRun,
    parts: {
      writeBack: WriteBack;
      names: NodeNames;
      assembly: TreeAssembly;
      counts: Counts;
      comparison: Comparison;
      hardLinks: HardLinks;
    },
  ) {
    this.#run = run;
    this.#hardLinks = parts.hardLinks;
    this.#names = parts.names;
    this.#assembly = parts.assembly;
    this.#counts = parts.counts;
    this.#comparison = parts.comparison;
    this.#reader = new BatchReader(run, parts);
    this.#queue = new FileQueue(async (batch, turn) => {
      await parts.writeBack.before(batch.map(({ entry }) => entry));
      return this.#reader.read(batch, turn);
    });
  }

  /** @param unchanged What finds folders that needn't be looked into, if anything does. */
  async take({ entries, problems }: ListedBatch, unchanged: UnchangedFolders | null): Promise<void> {
    for (const problem of problems) this.#note(problem);
    for (const entry of entries) {
      const taking = unchanged === null ? this.takeEntry(entry) : unchanged.take(entry);
      if (taking !== null) await taking;
    }
    this.#run.reporter.onProgress(this.#counts.progress('listing'));
  }

  /** Resolves when all that was listed is read and saved. */
  async finish(): Promise<void> {
    this.#counts.endListing();
    this.#assembly.leaveAll();
    await this.#queue.finish();
    if (this.#sockets > 0)
      this.#run.reporter.onInfo(`Sockets are not saved (found: ${this.#sockets}): ${WHY_NO_SOCKETS}.`);
    for (let again = this.#reader.takeAgain(); again.length > 0; again = this.#reader.takeAgain()) {
      for (const file of again) await this.#want(file, this.#hardLinks.find(file));
      await this.#queue.finish();
    }
  }

  #note({ kind, path, message }: ListingProblem): void {
    const { problems, reporter } = this.#run;
    if (kind === 'notice') reporter.onWarning(displayText(message));
    else problems.add(kind, path ?? UNNAMED, message);
  }

  /** As `#takeElsewhere`; null, with nothing to wait for, where the entry is as it was, in the folder that the listing is in. */
  takeEntry(entry: ListedEntry): Promise<void> | null {
    const isInFolder = entry.type !== 'dir' && isSaved(entry.type);
    // Never of ours: that stands in the root, or in a folder that was refused.
    const folder = isInFolder ? this.#assembly.folderAtHand(entry.path) : null;
    return folder === null ? this.#takeElsewhere(entry) : this.#takeInto(folder, entry);
  }

  /** Takes a folder with all below it. Where something of itself has changed, that is looked at as of any other. */
  async takeUnchanged({ entry, tree, folders, files, bytes }: UnchangedFolder): Promise<void> {
    const folder = await this.#assembly.folderOf(entry.path);
    await this.#takeFolders();
    this.#counts.addUnmodified(files, bytes);
    const node = nodeOfEntry(entry, baseName(entry.path), this.#names);
    if (folder.previous.hasBelow(node.name, tree) && this.#keeps(entry, node, folder)) {
      this.#assembly.counts.dirsUnmodified += folders;
      return;
    }
    this.#assembly.counts.dirsUnmodified += folders - 1; // it counts itself
    await this.#assembly.enter(entry, tree);
    await this.#takeFolders();
  }

  async #takeElsewhere(entry: ListedEntry): Promise<void> {
    if (entry.path === OWN_PATH || isInside(entry.path, OWN_PATH)) return this.#refuseOwn(entry);
    if (entry.type === 'other') {
      this.#run.problems.add('unsupported', entry.path, 'a kind of entry that cannot be saved');
    }
    if (entry.type === 'socket') this.#sockets++;
    if (!isSaved(entry.type)) return;
    if (entry.type === 'dir') {
      await this.#assembly.enter(entry);
      return this.#takeFolders();
    }
    const folder = await this.#assembly.folderOf(entry.path);
    await this.#takeFolders();
    await this.#takeInto(folder, entry);
  }

  /** Null: the entry is kept. */
  #takeInto(folder: Folder, entry: ListedEntry): Promise<void> | null {
    const node = nodeOfEntry(entry, baseName(entry.path), this.#names);
    const isAdmitted = entry.type !== 'file' || this.#hardLinks.admit(entry);
    if (isAdmitted && this.#keeps(entry, node, folder)) return null;
    this.#assembly.expect(folder);
    if (entry.type === 'file') return this.#takeFile({ entry, folder, isApart: !isAdmitted }, node);
    return this.#takeWithoutContent(folder, entry, node);
  }

  #takeWithoutContent(folder: Folder, entry: ListedEntry, node: Node): Promise<void> | null {
    const previous = folder.previous.find(node.name);
    const attributes = this.#attributesOf(entry, previous);
    if (attributes === null) return this.#queue.add({ entry, node, folder });
    this.#assembly.supply(folder, withAttributes(node, attributes));
    return null;
  }

  async #takeFolders(): Promise<void> {
    for (const folder of this.#assembly.takeEntered()) {
      folder.extendedAttributes = this.#attributesOfFolder(folder);
      if (folder.extendedAttributes !== null) continue;
      this.#assembly.expect(folder);
      await this.#queue.add({ entry: folder.entry, node: null, folder });
    }
  }

  #attributesOfFolder({ entry, name, above }: Folder): readonly ExtendedAttribute[] | null {
    const kept = above?.previous.findSame(nodeOfEntry(entry, name, this.#names)) ?? null;
    if (kept !== null && this.#comparison.isKept(entry, kept)) return kept.extendedAttributes;
    return this.#attributesOf(entry, above?.previous.find(name) ?? []);
  }

  /** Of an entry without content: those that a parent has, none if the host's tar gives none, or null: to be read. */
  #attributesOf(entry: ListedEntry, previous: readonly PreviousNode[]): readonly ExtendedAttribute[] | null {
    const untouched = this.#comparison.findUntouched(entry, previous);
    if (untouched !== null) return untouched.extendedAttributes;
    return this.#run.options.dryRun || !readsAttributes(this.#run.reader) ? [] : null;
  }

  /** Takes an entry that is in every respect as it was: the short way, which nearly all of them go. */
  #keeps(entry: ListedEntry, node: Node, folder: Folder): boolean {
    const kept = folder.previous.findSame(node);
    if (kept === null || !this.#comparison.isKept(entry, kept)) return false;
    if (!this.#assembly.takeRoom(folder, kept.content.length)) return false;
    if (entry.type === 'file')
      this.#counts.addKept(folder.previous.outcomeOf(node, kept.content), entry.sizeBytes);
    this.#assembly.keep(folder, node.name);
    return true;
  }

  /** @param node As it was listed. */
  #takeFile(file: Omit<WantedFile, 'isNew'>, node: Node): Promise<void> | null {
    const { entry, folder, isApart } = file;
    const isChanged = folder.previous.hasOtherFile(node);
    const unchanged = isChanged
      ? null
      : this.#comparison.findUnchanged(entry, folder.previous.find(node.name));
    if (unchanged !== null) {
      const { content, node: old } = unchanged;
      if (!this.#assembly.takeRoom(folder, content.length)) {
        this.#run.problems.add('unreadable', entry.path, tooManyBlobs(content.length));
        this.#assembly.drop(folder);
        return null;
      }
      const { extendedAttributes, otherFields } = old;
      this.#counts.addListed(entry.sizeBytes);
      const own = isApart ? apart(node) : node;
      this.#counts.addKept(folder.previous.outcomeOf(own, content), entry.sizeBytes);
      this.#assembly.supply(folder, { ...own, content, extendedAttributes, otherFields });
      return null;
    }
    const wanted = { ...file, isNew: !isChanged && folder.previous.isNewFile(node.name) };
    const read = this.#hardLinks.find(wanted);
    this.#counts.addListed(read === null ? entry.sizeBytes : null);
    return this.#want(wanted, read);
  }

  /**
   * Null: there is nothing to wait for.
   * @param read What is known of another name of the same file: see HardLinks.find.
   */
  #want(file: WantedFile, read: ReadFile | 'wait' | null): Promise<void> | null {
    if (read === null && !this.#run.options.dryRun) {
      this.#run.repository.expectToSave(Number(file.entry.sizeBytes));
      return this.#queue.add(file);
    }
    if (read === null) this.#reader.pretend(file);
    else if (read !== 'wait') this.#reader.supply(file, read);
    return null;
  }

  #refuseOwn(entry: ListedEntry): void {
    if (entry.path !== OWN_PATH) return;
    this.#run.problems.add(
      'unsupported',
      entry.path,
      "the name is taken by what Holdfast adds to a snapshot; it isn't saved",
    );
  }
}
