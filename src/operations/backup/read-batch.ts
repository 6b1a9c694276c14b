import { displayText, toText } from '../../bytestring.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { baseName } from '../../files/paths.ts';
import {
  type FileAccess,
  type ReadEvent,
  type ReadOutcome,
  readFilesByTurns,
} from '../../files/read-files.ts';
import type { Hole } from '../../files/tar/decode.ts';
import { modeOf } from '../../repository/format/mode.ts';
import type { ExtendedAttribute, Node } from '../../repository/format/node.ts';
import { type FileContent, type Saving, saveContent, tooManyBlobs } from './content.ts';
import type { Counts } from './counts.ts';
import type { ReadingBatch, Wanted, WantedAttributes, WantedFile } from './file-queue.ts';
import type { HardLinks, ReadFile } from './hard-links.ts';
import { apart, type NodeNames, nodeOfEntry, withAttributes } from './node-of-entry.ts';
import type { BackupRun } from './run.ts';
import type { TreeAssembly } from './tree-assembly.ts';

/** What came of one file so far: its content may be in the repository, but doesn't count before its outcome. */
interface Received extends Saving {
  readonly extendedAttributes: readonly ExtendedAttribute[];
}

type ContentEvent = Extract<ReadEvent, { kind: 'content' }>;

/** Reads batches of entries from the host, saves their contents, and supplies their nodes. */
export class BatchReader {
  readonly #run: BackupRun;
  readonly #assembly: TreeAssembly;
  readonly #counts: Counts;
  readonly #hardLinks: HardLinks;
  readonly #names: NodeNames;
  #again: WantedFile[] = [];
  readonly #triedAgain = new Set<WantedFile>();

  constructor(
    run: BackupRun,
    parts: { assembly: TreeAssembly; counts: Counts; hardLinks: HardLinks; names: NodeNames },
  ) {
    this.#run = run;
    this.#assembly = parts.assembly;
    this.#counts = parts.counts;
    this.#hardLinks = parts.hardLinks;
    this.#names = parts.names;
  }

  /**
   * Asks the host for the batch now, and takes what it sends when it is its turn. Resolves when all contents have come: the
   * next batch can be read while this one is settled.
   */
  async read(batch: readonly Wanted[], turn: Promise<void>): Promise<ReadingBatch> {
    const received = Promise.withResolvers<void>();
    const wanted = new Map(batch.map((entry) => [entry.entry, entry]));
    const settled = this.#take(wanted, await this.#ask(wanted, turn), received.resolve);
    await Promise.race([received.promise, settled]);
    return { settled };
  }

  /** What the host sends of `wanted`, from its turn on. A command takes a while to begin, in which another can be read. */
  async #ask(
    wanted: ReadonlyMap<ListedEntry, Wanted>,
    turn: Promise<void>,
  ): Promise<AsyncIterable<readonly ReadEvent[]>> {
    const { host, reader } = this.#run;
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, this.#run.signal]);
    const events = readFilesByTurns(host, [...wanted.keys()], { reader, signal });
    const first = events.next();
    first.catch(() => {}); // met by who goes on
    try {
      await turn;
    } catch (error) {
      over.abort(error);
      await first.catch(() => {});
      await events.return?.();
      throw error;
    }
    return begun(first, events);
  }

  async #take(
    wanted: ReadonlyMap<ListedEntry, Wanted>,
    turns: AsyncIterable<readonly ReadEvent[]>,
    onReceived: () => void,
  ): Promise<void> {
    const received = new Map<ListedEntry, Received>();
    for await (const events of turns) {
      for (const event of events) {
        if (event.kind === 'content') {
          received.set(event.entry, await this.#receive(event));
        } else if (event.kind === 'received') {
          onReceived();
        } else if (event.kind === 'notice') {
          this.#run.reporter.onWarning(displayText(event.message));
        } else {
          const settling = this.#settle(wanted.get(event.entry), event.outcome, received.get(event.entry));
          if (settling !== null) await settling;
        }
      }
    }
    this.#run.reporter.onProgress(this.#counts.progress('listing'));
  }

  async #receive({ entry, content, extendedAttributes }: ContentEvent): Promise<Received> {
    const { repository, signal } = this.#run;
    const { blobCount, saved } = await saveContent(repository, this.#counted(content), signal);
    return { blobCount, saved, extendedAttributes: this.#storable(entry, extendedAttributes) };
  }

  /** Files to be read once more: those that were away for a moment, and names of files whose other name was not read. */
  takeAgain(): WantedFile[] {
    const again = this.#again;
    this.#again = [];
    return again;
  }

  /** Not kept while files wait: a node takes as much memory as an entry. */
  #nodeOf({ entry, isApart }: WantedFile): Node {
    const node = nodeOfEntry(entry, baseName(entry.path), this.#names);
    return isApart ? apart(node) : node;
  }

  /** In a dry run: as if `file` had been read; its other names needn't be. */
  pretend(file: WantedFile): void {
    this.#counts.bytesRead += Number(file.entry.sizeBytes);
    const read = { blobs: [], sizeBytes: file.entry.sizeBytes, extendedAttributes: [] };
    this.#hardLinks.settle(file.entry, read);
    this.supply(file, read);
  }

  /** @param node Default: as it was listed. */
  supply(file: WantedFile, read: ReadFile, node = this.#nodeOf(file)): void {
    const { blobs, sizeBytes, extendedAttributes } = read;
    if (!this.#assembly.takeRoom(file.folder, blobs.length)) {
      this.#run.problems.add('unreadable', file.entry.path, tooManyBlobs(blobs.length));
      this.#assembly.drop(file.folder);
      return;
    }
    this.#counts.addFile(file.isNew ? 'new' : 'changed', sizeBytes);
    this.#assembly.supply(file.folder, {
      ...node,
      // What was read decides: a reader pads a node whose size says more than its content.
      sizeBytes,
      content: blobs,
      extendedAttributes: [...extendedAttributes],
    });
  }

  /** Null: there is nothing to wait for. */
  #settle(
    wanted: Wanted | undefined,
    outcome: ReadOutcome,
    received: Received | undefined,
  ): Promise<void> | null {
    if (wanted !== undefined && 'isNew' in wanted) return this.#settleFile(wanted, outcome, received);
    if (wanted !== undefined) {
      this.#settleAttributes(wanted, outcome, received?.extendedAttributes ?? null);
    }
    return null;
  }

  async #settleFile(file: WantedFile, told: ReadOutcome, received: Received | undefined): Promise<void> {
    if (isAway(told, received) && !this.#triedAgain.has(file)) {
      this.#triedAgain.add(file);
      this.#again.push(file, ...this.#hardLinks.settle(file.entry, null));
      return;
    }
    const outcome = received === undefined ? ofAbsent(told) : this.#ifItFits(told, received);
    this.#triedAgain.delete(file);
    this.#report(file, outcome);
    const isKept = outcome.kind === 'read' || outcome.kind === 'changed';
    const read =
      received === undefined || !isKept
        ? null
        : { ...(await received.saved()), extendedAttributes: received.extendedAttributes };
    const waiting = this.#hardLinks.settle(file.entry, outcome.kind === 'read' ? read : null);
    if (read === null) this.#assembly.drop(file.folder);
    else if (outcome.kind === 'changed') this.supply(file, read, asRead(this.#nodeOf(file), outcome.readAs));
    else this.supply(file, read);
    for (const other of waiting) {
      if (read !== null && outcome.kind === 'read') this.supply(other, read);
      else this.#again.push(other);
    }
  }

  /** Its blobs aren't even gathered where there is no room for them. */
  #ifItFits(outcome: ReadOutcome, { blobCount }: Received): ReadOutcome {
    if (outcome.kind === 'vanished' || this.#assembly.hasRoom(blobCount)) return outcome;
    return { kind: 'unreadable', message: tooManyBlobs(blobCount) };
  }

  /** The entry itself is saved as it was listed, whatever became of it: an entry without content has no other state. */
  #settleAttributes(
    { entry, node, folder }: WantedAttributes,
    outcome: ReadOutcome,
    received: readonly ExtendedAttribute[] | null,
  ): void {
    const attributes = outcome.kind === 'read' ? received : null;
    if (outcome.kind === 'unreadable') {
      this.#run.problems.warn(entry.path, `its extended attributes are not saved: ${outcome.message}`);
    } else if (outcome.kind === 'read' && outcome.warning !== null) {
      this.#run.problems.warn(entry.path, outcome.warning);
    }
    if (node !== null) {
      this.#assembly.supply(folder, withAttributes(node, attributes));
    } else {
      folder.extendedAttributes = attributes;
      this.#assembly.drop(folder);
    }
  }

  /** The format holds names of attributes as text: one that isn't UTF-8 would be lost, and make restic refuse the tree. */
  #storable(entry: ListedEntry, attributes: readonly ExtendedAttribute[]): readonly ExtendedAttribute[] {
    return attributes.filter(({ name }) => {
      if (toText(name) !== null) return true;
      this.#run.problems.warn(entry.path, `its attribute "${name}" isn't saved: the name isn't UTF-8`);
      return false;
    });
  }

  #report({ entry }: WantedFile, outcome: ReadOutcome): void {
    if (outcome.kind !== 'read') this.#run.problems.add(outcome.kind, entry.path, outcome.message);
    else if (outcome.warning !== null) this.#run.problems.warn(entry.path, outcome.warning);
  }

  #counted(content: FileContent): FileContent {
    if (!(content instanceof Uint8Array)) return this.#countedStream(content);
    this.#counts.bytesRead += content.length;
    return content;
  }

  async *#countedStream(content: AsyncIterable<Uint8Array | Hole>): AsyncGenerator<Uint8Array | Hole> {
    for await (const part of content) {
      if ('holeBytes' in part) this.#counts.holeBytes += part.holeBytes;
      else this.#counts.bytesRead += part.length;
      this.#run.reporter.onProgress(this.#counts.progress('listing'));
      yield part;
    }
  }
}

/** The rest of `events`, of which the first was asked for. */
async function* begun<T>(first: Promise<IteratorResult<T>>, events: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    for (let step = await first; step.done !== true; step = await events.next()) yield step.value;
  } finally {
    await events.return?.();
  }
}

/** tar found nothing to send of a file that is there: it went and came back, or another file has come in its place. */
function isAway(outcome: ReadOutcome, received: Received | undefined): boolean {
  return outcome.kind === 'changed' && received === undefined && !isOfAnotherKind(outcome.now);
}

function isOfAnotherKind(now: ListedEntry | null): boolean {
  return now !== null && now.type !== 'file';
}

/** A file in whose place a folder stands is gone; the folder is new, and the next listing's. */
function ofAbsent(outcome: ReadOutcome): ReadOutcome {
  if (outcome.kind !== 'changed') return outcome;
  return { kind: isOfAnotherKind(outcome.now) ? 'vanished' : 'unreadable', message: outcome.message };
}

/**
 * `node` of a file whose content may be that of another: it gets the owner and the permissions of what was read, and no inode,
 * so that no later backup takes the content over.
 */
function asRead(node: Node, access: FileAccess | null): Node {
  if (access === null) return apart(node);
  const { uid, gid, permissions } = access;
  return { ...apart(node), uid, gid, user: '', group: '', mode: modeOf('file', permissions) };
}
