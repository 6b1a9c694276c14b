import { createHash } from 'node:crypto';
import type { ObjectPart, ObjectStore, StoredObject } from '../../backends/object-store.ts';
import type { Bucket } from '../../buckets/bucket.ts';
import { ObjectPaths } from '../../buckets/object-path.ts';
import { type ByteString, fromText } from '../../bytestring.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { baseName } from '../../files/paths.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import { TaskGroup } from '../task-group.ts';
import type { BucketRecord } from './bucket-record.ts';
import { Comparison } from './comparison.ts';
import { saveContent } from './content.ts';
import { Counts } from './counts.ts';
import { dryTrees } from './dry-trees.ts';
import type { Folder } from './folder.ts';
import { nodeOfEntry } from './node-of-entry.ts';
import { attributesOf, contentOf, PART_BYTES } from './object-content.ts';
import type { Parent } from './previous-tree.ts';
import type { BackupRun } from './run.ts';
import { TreeAssembly, type TreeStore } from './tree-assembly.ts';

/** Objects that are read at once: with PART_BYTES each, what a bucket takes of memory. */
const READS_AT_ONCE = 8;

const NAMES = { users: new Map([[0, 'root']]), groups: new Map([[0, 'root']]) };
/** A tag says whether an object is another: that it was written just now makes no difference. */
const ALWAYS_TRUSTED = 1n << 62n;

export interface SavedBucket {
  readonly name: string;
  readonly location: string;
  readonly tree: BlobId;
  readonly counts: Counts;
  readonly folders: TreeAssembly['counts'];
  /** Names that are no paths, and stand under another (see object-path.ts). */
  readonly renamed: number;
}

/** For the manifest. */
export function recordOfBucket({ name, location, counts, renamed }: SavedBucket): BucketRecord {
  const { totalFilesProcessed: objects, totalBytesProcessed: size_bytes } = counts;
  return { name, location, objects, size_bytes, renamed };
}

/**
 * Lists a bucket and saves what isn't as a parent has it: by size, time and tag (of which a node holds a part of the hash as its
 * inode), without asking for the object. One object is read at one moment, whatever becomes of it meanwhile.
 *
 * What is gone, or refused, is a problem of the backup; what was written between listing and reading is saved as it is then, and
 * told, too.
 * @param trees Where trees are loaded from and saved to. Default: the repository.
 * @throws HoldfastError backend-failed, no-permission, cancelled, and what the repository throws.
 */
export async function saveBucket(
  run: BackupRun,
  bucket: Bucket,
  { parents, trees }: { parents: readonly Parent[]; trees?: TreeStore | undefined },
): Promise<SavedBucket> {
  const { repository, options, reporter } = run;
  const store = await bucket.open((message) => reporter.onInfo(message));
  // What is under way when one of them has failed.
  const ending = new AbortController();
  const signal = AbortSignal.any([run.signal, ending.signal]);
  try {
    const assembly = await TreeAssembly.start({
      trees: trees ?? (options.dryRun ? dryTrees(repository) : repository),
      names: NAMES,
      ancestors: new Map([['/' as ByteString, folderEntry('/' as ByteString)]]),
      parents: parents.map((parent) => ({ ...parent, listingStartedNs: ALWAYS_TRUSTED })),
      onLeftOut: (folder, why) =>
        run.problems.add('unreadable', (fromText(bucket.location) + folder) as ByteString, why),
    });
    return await new BucketSaver({ ...run, signal }, bucket, store, assembly).save();
  } finally {
    ending.abort();
    store.close();
  }
}

class BucketSaver {
  readonly #run: BackupRun;
  readonly #bucket: Bucket;
  readonly #store: ObjectStore;
  readonly #assembly: TreeAssembly;
  readonly #comparison: Comparison;
  readonly #counts = new Counts(null);
  readonly #paths = new ObjectPaths();
  readonly #tasks = new TaskGroup();
  readonly #reading = new Set<Promise<void>>();
  /** Folders that are open, from the one below the root on. */
  #folders: string[] = [];
  #renamed = 0;

  constructor(run: BackupRun, bucket: Bucket, store: ObjectStore, assembly: TreeAssembly) {
    this.#run = run;
    this.#bucket = bucket;
    this.#store = store;
    this.#assembly = assembly;
    this.#comparison = new Comparison(run.repository);
  }

  async save(): Promise<SavedBucket> {
    const { signal, options } = this.#run;
    for await (const page of this.#store.list(signal)) {
      for (const object of page) await this.#take(object);
      this.#tasks.check();
      this.#tell();
    }
    this.#counts.endListing();
    this.#assembly.leaveAll();
    await this.#tasks.settle();
    const root = await this.#assembly.rootNodes();
    const tree = options.dryRun ? ('' as BlobId) : await this.#assembly.saveRoot(root, []);
    const { name, location } = this.#bucket;
    const { counts: folders } = this.#assembly;
    return { name, location, tree, counts: this.#counts, folders, renamed: this.#renamed };
  }

  async #take(object: StoredObject): Promise<void> {
    const { key, shown } = object;
    if (key === null)
      return this.#problem('unsupported', shown, "its name isn't UTF-8: nobody can ask for it");
    const path = this.#paths.pathOf(key);
    if (path !== `/${fromText(key)}`) this.#renamed++;
    const folder = await this.#folderOf(path);
    const entry = fileEntry(path, object);
    const node = nodeOfEntry(entry, baseName(path), NAMES);
    const kept = object.tag === null ? null : folder.previous.findSame(node);
    if (kept !== null && this.#comparison.isKept(entry, kept)) {
      this.#counts.addKept(folder.previous.outcomeOf(node, kept.content), entry.sizeBytes);
      this.#assembly.keep(folder, node.name);
      return;
    }
    this.#assembly.expect(folder);
    const same =
      object.tag === null ? null : this.#comparison.findUnchanged(entry, folder.previous.find(node.name));
    if (same !== null) {
      const { extendedAttributes, otherFields } = same.node;
      this.#counts.addListed(entry.sizeBytes);
      this.#counts.addKept(folder.previous.outcomeOf(node, same.content), entry.sizeBytes);
      this.#assembly.supply(folder, { ...node, content: same.content, extendedAttributes, otherFields });
      return;
    }
    await this.#want({ object: { ...object, key }, node, folder });
  }

  /** Enters the folders above `path`, which are in no list: a bucket has none of its own. */
  async #folderOf(path: ByteString): Promise<Folder> {
    const names = path.slice(1).split('/').slice(0, -1);
    let shared = 0;
    while (shared < names.length && this.#folders[shared] === names[shared]) shared++;
    for (let i = shared; i < names.length; i++)
      await this.#assembly.enter(folderEntry(`/${names.slice(0, i + 1).join('/')}` as ByteString));
    this.#folders = names;
    this.#assembly.takeEntered();
    return this.#assembly.folderOf(path);
  }

  async #want(wanted: Wanted): Promise<void> {
    const { object, node, folder } = wanted;
    this.#counts.addListed(BigInt(object.sizeBytes));
    if (this.#run.options.dryRun) {
      this.#counts.bytesRead += object.sizeBytes;
      this.#counts.addFile(folder.previous.isNewFile(node.name) ? 'new' : 'changed', node.sizeBytes);
      return this.#assembly.supply(folder, { ...node, content: [] });
    }
    while (this.#reading.size >= READS_AT_ONCE) await Promise.race(this.#reading);
    this.#tasks.check();
    const reading: Promise<void> = this.#read(wanted).finally(() => this.#reading.delete(reading));
    this.#reading.add(reading);
    reading.catch(() => {}); // met by the tasks
    this.#tasks.add(reading);
  }

  /** Once more where it is written anew while it is read: what was read of the earlier one is of no use. */
  async #read(wanted: Wanted, isAgain = false): Promise<void> {
    const { object, folder } = wanted;
    try {
      const part = await this.#firstPart(object, isAgain);
      if (part === null) return this.#lose(folder, object, 'vanished', 'it was removed after it was listed');
      await this.#save(wanted, part);
    } catch (error) {
      const fault = this.#store.faultIn(error);
      if (fault === null) throw error;
      if (fault === 'changed' && !isAgain) return this.#read(wanted, true);
      const reason = error instanceof Error ? error.message : String(error);
      this.#lose(folder, object, LOST[fault], reason);
    }
  }

  async #save({ object, node, folder }: Wanted, part: ObjectPart): Promise<void> {
    const { repository, signal } = this.#run;
    const content = contentOf(this.#store, object.key, part, signal);
    const { saved } = await saveContent(repository, this.#counted(content, object.shown), signal);
    const { blobs, sizeBytes } = await saved();
    // A list tells times to the millisecond, what answers a request to the second: a node has the list's, to be found by it.
    const now = part.tag === object.tag ? {} : { ...timesOf(part), inode: inodeOf(part.tag) };
    this.#counts.addFile(folder.previous.isNewFile(node.name) ? 'new' : 'changed', sizeBytes);
    const extendedAttributes = attributesOf(part);
    this.#assembly.supply(folder, { ...node, ...now, sizeBytes, content: blobs, extendedAttributes });
  }

  /** As it was listed; else as it is now, and that is told. Null: it is gone. */
  async #firstPart({ key, sizeBytes, tag }: Wanted['object'], isAgain: boolean): Promise<ObjectPart | null> {
    const { signal } = this.#run;
    const range = { offset: 0, lengthBytes: PART_BYTES };
    if (sizeBytes > 0 && !isAgain) return this.#store.readPart(key, { ...range, tag }, signal);
    const now = await this.#store.find(key, signal);
    if (now === null) return null;
    if (isAgain || now.sizeBytes > 0)
      this.#problem('changed', key, 'it was written anew after it was listed, and is saved as it was then');
    if (now.sizeBytes === 0) return { ...now, bytes: Buffer.alloc(0) };
    return this.#store.readPart(key, { ...range, tag: now.tag }, signal);
  }

  async *#counted(content: AsyncIterable<Buffer>, shown: string): AsyncGenerator<Buffer> {
    for await (const bytes of content) {
      this.#counts.bytesRead += bytes.length;
      this.#counts.current = shown;
      this.#tell();
      yield bytes;
    }
  }

  #lose(
    folder: Folder,
    { key }: Wanted['object'],
    kind: 'vanished' | 'unreadable' | 'changed',
    why: string,
  ): void {
    this.#problem(kind, key, why);
    this.#assembly.drop(folder);
  }

  #problem(kind: 'vanished' | 'unreadable' | 'changed' | 'unsupported', name: string, why: string): void {
    // As a path: it is shown, and no more.
    this.#run.problems.add(kind, fromText(`${this.#bucket.location}/${name}`), why);
  }

  #tell(): void {
    this.#run.reporter.onProgress(this.#counts.progress('listing'));
  }
}

interface Wanted {
  readonly object: StoredObject & { readonly key: string };
  readonly node: Node;
  readonly folder: Folder;
}

const LOST = { changed: 'changed', gone: 'vanished', refused: 'unreadable' } as const;

function fileEntry(path: ByteString, { sizeBytes, storedMs, tag }: StoredObject): ListedEntry {
  const times = timesOf({ storedMs });
  const own = {
    type: 'file',
    permissions: 0o600,
    sizeBytes: BigInt(sizeBytes),
    inode: inodeOf(tag),
  } as const;
  return { ...folderEntry(path), ...own, ...times };
}

/** All folders are alike, and stay as they are. */
function folderEntry(path: ByteString): ListedEntry {
  return {
    path,
    type: 'dir',
    permissions: 0o700,
    uid: 0,
    gid: 0,
    sizeBytes: 0n,
    blocks: 0n,
    mtimeNs: 0n,
    ctimeNs: 0n,
    device: 0n,
    inode: 0n,
    links: 1n,
    linkTarget: '' as ByteString,
    deviceNumber: 0n,
  };
}

function timesOf({ storedMs }: { readonly storedMs: number }) {
  const ns = BigInt(storedMs) * 1_000_000n;
  return { mtimeNs: ns, atimeNs: ns, ctimeNs: ns };
}

/** 64 bits of the tag's hash: an inode is compared like everything else of a node. */
function inodeOf(tag: string | null): bigint {
  return tag === null ? 0n : createHash('sha256').update(tag).digest().readBigUInt64BE() >> 1n;
}
