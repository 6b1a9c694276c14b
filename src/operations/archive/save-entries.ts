import { type ByteString, displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { ListedBatch, ListingProblem } from '../../files/list.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { isInside } from '../../files/paths.ts';
import { type ReadOutcome, readFiles, readsAttributes } from '../../files/read-files.ts';
import type { OutgoingHeader } from '../../files/tar/encode.ts';
import { dataBytesOf } from '../../files/tar/sparse.ts';
import type { Counts } from '../backup/counts.ts';
import { isSaved } from '../backup/node-of-entry.ts';
import { OWN_PATH } from '../backup/own-tree.ts';
import { entryHeader, linkHeader } from './entry-header.ts';
import { ExactContent } from './exact-content.ts';
import { LinkNames } from './link-names.ts';
import type { ArchiveRun } from './run.ts';

/** Entries asked from the host's tar in one command: enough to hide the round trip, few enough to hold in memory. */
const BATCH_ENTRIES = 4096;
const BATCH_BYTES = 1024n * 1024n * 1024n;

/** Files whose member must not be trusted: more are no backup, and their names are held in memory. */
const MAX_SPOILED = 100_000;

const UNNAMED = '?' as ByteString;

type Sent = { readonly header: OutgoingHeader; readonly isShort: boolean };
type ContentEvent = Extract<
  ReturnType<typeof readFiles> extends AsyncIterable<infer Event> ? Event : never,
  { kind: 'content' }
>;

/**
 * Takes a listing as it comes, and writes each entry as a member of the archive, files with their contents as the host
 * sends them. An archive can't take back what it has: a file of which it turns out afterwards that it could not be read to
 * its end is named in `spoiled`.
 */
export class EntrySaver {
  /** Paths of members whose content is not that of the file. */
  readonly spoiled: ByteString[] = [];
  folders = 0;
  others = 0;
  readonly #run: ArchiveRun;
  readonly #counts: Counts;
  readonly #links: LinkNames;
  #batch: ListedEntry[] = [];
  #batchBytes = 0n;
  #again: ListedEntry[] = [];
  readonly #triedAgain = new Set<ListedEntry>();
  #sockets = 0;

  /** @param oldUntilNs See LinkNames. */
  constructor(run: ArchiveRun, counts: Counts, oldUntilNs: bigint) {
    this.#run = run;
    this.#counts = counts;
    this.#links = new LinkNames(oldUntilNs);
  }

  async take({ entries, problems }: ListedBatch): Promise<void> {
    for (const problem of problems) this.#note(problem);
    for (const entry of entries) await this.#takeEntry(entry);
    this.#tell();
  }

  /** Resolves when all that was listed is in the archive. */
  async finish(): Promise<void> {
    this.#counts.endListing();
    await this.#read();
    while (this.#again.length > 0) {
      const again = this.#again;
      this.#again = [];
      for (const entry of again) await this.#takeFile(entry);
      await this.#read();
    }
    if (this.#sockets > 0)
      this.#run.reporter.onInfo(
        `Sockets are not saved (found: ${this.#sockets}): what listens on one makes it anew.`,
      );
  }

  #note({ kind, path, message }: ListingProblem): void {
    const { problems, reporter } = this.#run;
    if (kind === 'notice') reporter.onWarning(displayText(message));
    else problems.add(kind, path ?? UNNAMED, message);
  }

  async #takeEntry(entry: ListedEntry): Promise<void> {
    const { problems } = this.#run;
    if (entry.path === OWN_PATH || isInside(entry.path, OWN_PATH)) {
      if (entry.path === OWN_PATH)
        problems.add('unsupported', entry.path, "the name is taken by what Holdfast adds; it isn't saved");
      return;
    }
    if (entry.type === 'other')
      problems.add('unsupported', entry.path, 'a kind of entry that cannot be saved');
    if (entry.type === 'symlink' && entry.linkTarget === '') {
      problems.add('unsupported', entry.path, 'a symlink without a target');
      return;
    }
    if (entry.type === 'socket') this.#sockets++;
    // The root of a filesystem is there wherever the archive is unpacked.
    if (!isSaved(entry.type) || entry.path === '/') return;
    if (entry.type === 'file') {
      this.#counts.addListed(entry.sizeBytes);
      await this.#takeFile(entry);
    } else if (readsAttributes(this.#run.reader)) await this.#want(entry);
    else await this.#addOther(entry, entryHeader(entry, this.#run.accounts));
  }

  async #takeFile(entry: ListedEntry): Promise<void> {
    const found = this.#links.find(entry);
    if (found === 'wait') return;
    if (found === null) await this.#want(entry);
    else await this.#addLink(entry, found);
  }

  async #want(entry: ListedEntry): Promise<void> {
    this.#batch.push(entry);
    this.#batchBytes += entry.sizeBytes;
    if (this.#batch.length >= BATCH_ENTRIES || this.#batchBytes >= BATCH_BYTES) await this.#read();
  }

  async #read(): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    this.#batchBytes = 0n;
    const { host, reader, signal, reporter } = this.#run;
    const sent = new Map<ListedEntry, Sent>();
    for await (const event of readFiles(host, batch, { reader, signal })) {
      if (event.kind === 'content') sent.set(event.entry, await this.#addRead(event));
      else if (event.kind === 'notice') reporter.onWarning(displayText(event.message));
      else if (event.kind === 'outcome')
        await this.#settle(event.entry, event.outcome, sent.get(event.entry) ?? null);
    }
    this.#tell();
  }

  async #addRead(event: ContentEvent): Promise<Sent> {
    const { entry, content } = event;
    const { writer, accounts } = this.#run;
    const sizeBytes = Buffer.isBuffer(content) ? BigInt(content.length) : event.sizeBytes;
    const header = entryHeader(entry, accounts, { ...event, sizeBytes });
    if (entry.type !== 'file') {
      await this.#addOther(entry, header);
      return { header, isShort: false };
    }
    if (Buffer.isBuffer(content)) {
      this.#counts.bytesRead += content.length;
      await writer.add(header, content);
      return { header, isShort: false };
    }
    const contentBytes = header.segments === null ? Number(sizeBytes) : dataBytesOf(header.segments);
    const exact = new ExactContent(content, contentBytes, (part) => {
      if ('holeBytes' in part) this.#counts.holeBytes += part.holeBytes;
      else this.#counts.bytesRead += part.length;
      this.#tell();
    });
    await writer.add(header, exact);
    return { header, isShort: exact.isShort };
  }

  async #addOther(entry: ListedEntry, header: OutgoingHeader): Promise<void> {
    if (entry.type === 'dir') this.folders++;
    else this.others++;
    await this.#run.writer.add(header);
  }

  async #addLink(entry: ListedEntry, member: OutgoingHeader): Promise<void> {
    await this.#run.writer.add(linkHeader(entry.path, member));
    this.#counts.addFile('new', member.sizeBytes);
  }

  async #settle(entry: ListedEntry, told: ReadOutcome, sent: Sent | null): Promise<void> {
    if (entry.type !== 'file') return this.#settleOther(entry, told, sent);
    if (isAway(told) && sent === null && !this.#triedAgain.has(entry)) {
      this.#triedAgain.add(entry);
      this.#again.push(entry, ...this.#links.settle(entry, null));
      return;
    }
    this.#triedAgain.delete(entry);
    const outcome = judged(told, sent);
    if (outcome.kind !== 'read') this.#run.problems.add(outcome.kind, entry.path, outcome.message);
    else if (outcome.warning !== null) this.#run.problems.warn(entry.path, outcome.warning);
    const isKept = sent !== null && (outcome.kind === 'read' || outcome.kind === 'changed');
    if (isKept) this.#counts.addFile('new', sent.header.sizeBytes);
    else if (sent !== null) this.#spoil(entry.path);
    const member = outcome.kind === 'read' && sent !== null ? sent.header : null;
    for (const other of this.#links.settle(entry, member)) {
      if (member === null) this.#again.push(other);
      else await this.#addLink(other, member);
    }
  }

  /** An entry without content is saved as it was listed, whatever became of it: it has no other state. */
  async #settleOther(entry: ListedEntry, outcome: ReadOutcome, sent: Sent | null): Promise<void> {
    const { problems, accounts } = this.#run;
    if (outcome.kind === 'unreadable')
      problems.warn(entry.path, `its extended attributes are not saved: ${outcome.message}`);
    else if (outcome.kind === 'read' && outcome.warning !== null) problems.warn(entry.path, outcome.warning);
    if (sent === null) await this.#addOther(entry, entryHeader(entry, accounts));
  }

  #spoil(path: ByteString): void {
    this.spoiled.push(path);
    if (this.spoiled.length <= MAX_SPOILED) return;
    throw new HoldfastError(
      'source-unreadable',
      `Cannot make the archive: more than ${MAX_SPOILED} files could not be read to their end. See to the disk of the host.`,
    );
  }

  #tell(): void {
    this.#run.reporter.onProgress(this.#counts.progress('listing'));
  }
}

/** tar found nothing to send of a file that is there: it went and came back, or another file has come in its place. */
function isAway(outcome: ReadOutcome): boolean {
  return outcome.kind === 'changed' && (outcome.now === null || outcome.now.type === 'file');
}

function judged(told: ReadOutcome, sent: Sent | null): ReadOutcome {
  if (told.kind !== 'changed') return told;
  const isOther = told.now !== null && told.now.type !== 'file';
  if (sent === null) return { kind: isOther ? 'vanished' : 'unreadable', message: told.message };
  return sent.isShort ? { kind: 'unreadable', message: told.message } : told;
}
