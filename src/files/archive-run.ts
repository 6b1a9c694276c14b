import { type ByteString, display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { isSuccess } from '../hosts/exit-status.ts';
import type { ExitStatus, Host } from '../hosts/host.ts';
import { CommandFailure } from '../hosts/output.ts';
import { type Archiver, archiverOf, NAMES_BYTES } from './archivers.ts';
import type { ArchiverKind } from './file-reader.ts';
import type { ListedEntry } from './listing.ts';
import { type SentAs, sentAs } from './sent-as.ts';
import { StreamingCommand } from './streaming-command.ts';
import { type ArchiveStep, readArchives, type TarMember } from './tar/decode.ts';
import { TooMuch } from './tar/fault.ts';
import type { TarHeader } from './tar/member.ts';
import type { TarMessages, TarProblem } from './tar-messages.ts';

/** An entry that was asked for, and what came of it. */
export interface SentEntry {
  readonly entry: ListedEntry;
  readonly member: TarMember;
}

/** Entries that one command left to others. */
interface Left {
  readonly behind: readonly ListedEntry[];
  /** Whether the first of them is to be asked for alone: it may be the one of which there is too much. */
  readonly isFirstDoubtful: boolean;
}

/** How far one command came. */
interface Progress {
  readonly asked: readonly ListedEntry[];
  readonly namesPerArchive: number;
  /** Archives that came to their end. */
  archives: number;
  /** Entries that were sent, or passed over because tar could not open them. */
  next: number;
  cut: Extract<ArchiveStep, { kind: 'cut' }> | null;
}

/** Asks a host's tar for entries, and takes account of what it sends. */
export class ArchiveRun {
  readonly archiver: Archiver;
  readonly #host: Host;
  readonly #signal: AbortSignal | undefined;
  readonly #messages: TarMessages;
  /** Of the entries of which all was sent, by path. No headers: thousands of them would wait for the outcomes. */
  readonly #sent = new Map<ByteString, SentAs>();
  /** What there is too much of in an entry, by path. */
  readonly #tooMuch = new Map<ByteString, ByteString>();
  #last: { readonly entry: ListedEntry; readonly header: TarHeader } | null = null;

  constructor(host: Host, archiver: ArchiverKind, signal: AbortSignal | undefined) {
    this.archiver = archiverOf(archiver);
    this.#host = host;
    this.#signal = signal;
    this.#messages = this.archiver.messages();
  }

  /**
   * Sends of `entries` what it can, in their order, but second names of one file after all others where they would come
   * as links. What came at once comes together, and is good until more is asked for: see readArchives. A content that
   * streams may end early: then the entry has no header at the end. One of which there is more than we take in is passed over.
   *
   * @throws HoldfastError command-failed if the stream, or how tar ended, can't be trusted: then nothing counts.
   */
  async *members(
    entries: readonly ListedEntry[],
    options: { readonly sparse: boolean },
  ): AsyncGenerator<readonly SentEntry[], void, undefined> {
    let left: readonly ListedEntry[] = entries.filter(({ path }) => this.archiver.takesName(path));
    let isFirstAlone = false;
    while (left.length > 0) {
      const now: readonly ListedEntry[] = isFirstAlone ? left.slice(0, 1) : left;
      const { asked, later } = this.archiver.linksNames ? namesApart(now) : { asked: now, later: [] };
      const { behind, isFirstDoubtful } = yield* this.#command(asked, options.sparse);
      left = [...behind, ...later, ...left.slice(now.length)];
      isFirstAlone = isFirstDoubtful;
    }
  }

  /** What was sent for the entry at `path`, if all of it was. */
  sentAs(path: ByteString): SentAs | undefined {
    return this.#sent.get(path);
  }

  /** What tar said of the entry at `path`. */
  said(path: ByteString): TarProblem | undefined {
    const tooMuch = this.#tooMuch.get(path);
    if (tooMuch !== undefined) return { kind: 'unreadable', message: tooMuch };
    return this.#messages.about(path, this.#sent.has(path));
  }

  /** Lines of tar that name no entry, once. */
  takeOtherLines(): ByteString[] {
    return this.#messages.takeOthers();
  }

  /** Runs tar once. */
  async *#command(
    asked: readonly ListedEntry[],
    sparse: boolean,
  ): AsyncGenerator<readonly SentEntry[], Left, undefined> {
    const namesPerArchive = namesOfOneArchive(this.archiver, asked);
    const progress: Progress = { asked, namesPerArchive, archives: 0, next: 0, cut: null };
    const command = await StreamingCommand.start(
      this.#host,
      this.archiver.script({ sparse, namesPerArchive }),
      {
        names: archiveNames(asked),
        onErrorLine: (line) => this.#messages.add(line),
        signal: this.#signal,
      },
    );
    try {
      const inARow = Number.isFinite(namesPerArchive);
      for await (const steps of readArchives(command.output(), { inARow })) {
        yield steps.flatMap((step) => this.#take(step, progress));
      }
      if (progress.cut?.fault instanceof TooMuch) return this.#passOver(progress.cut.fault, progress);
      return { behind: this.#judge(await command.finish(), progress), isFirstDoubtful: false };
    } finally {
      await command.end();
    }
  }

  /** What `step` sends: an entry, or nothing. */
  #take(step: ArchiveStep, progress: Progress): SentEntry | [] {
    if (step.kind === 'member') {
      const { header } = step.member;
      const entry = claim(header, progress);
      this.#sent.set(entry.path, sentAs(entry, header, this.archiver));
      this.#last = { entry, header };
      return { entry, member: step.member };
    }
    if (step.kind === 'end') {
      progress.archives++;
      progress.next = Math.min(progress.archives * progress.namesPerArchive, progress.asked.length);
    } else {
      progress.cut = step;
      if (step.unfinished !== null) this.#forget(step.unfinished, progress);
    }
    return [];
  }

  /** Of a member that was cut off: if it streamed, it was taken for sent; else it is the next. */
  #forget(unfinished: TarHeader, progress: Progress): void {
    if (this.#last?.header === unfinished) this.#sent.delete(this.#last.entry.path);
    else claim(unfinished, progress);
  }

  /**
   * Where there was more of an entry than we take in: without its name it is the first of those that weren't sent, or stands behind
   * some that tar could not open.
   */
  #passOver({ found }: TooMuch, { asked, next, cut }: Progress): Left {
    const isNamed = cut?.unfinished !== null;
    const [first] = isNamed ? asked.slice(next - 1) : asked.slice(next);
    if (first === undefined || (!isNamed && asked.length > 1))
      return { behind: asked.slice(next), isFirstDoubtful: true };
    this.#tooMuch.set(first.path, found as ByteString);
    return { behind: asked.slice(isNamed ? next : next + 1), isFirstDoubtful: false };
  }

  /**
   * The entries behind the one at which tar stopped; none if it came to its end.
   *
   * @throws HoldfastError command-failed if it stopped, or failed, without a reason that we know.
   */
  #judge(
    exit: ExitStatus,
    { asked, next, archives, namesPerArchive, cut }: Progress,
  ): readonly ListedEntry[] {
    const isAllSent = asked.slice(0, next).every(({ path }) => this.#sent.has(path));
    const isComplete =
      cut === null && next === asked.length && archives === archivesOf(asked, namesPerArchive);
    if (!isComplete && isSuccess(exit)) throw cut?.fault ?? this.#failure(exit);
    const hasStopped = !isComplete && (!this.archiver.cutsOff || next === 0);
    if (hasStopped || !('code' in exit) || !this.#messages.explains(exit.code, isAllSent)) {
      throw this.#failure(exit);
    }
    return asked.slice(next);
  }

  #failure(exit: ExitStatus): CommandFailure {
    const lines = this.#messages.takeOthers().map(display);
    return new CommandFailure('read files', this.#host, { exit, stderr: Buffer.from(lines.join('\n')) });
  }
}

/** The entry that `header` is of: the next of those asked for, but for some that tar could not open. */
function claim(header: TarHeader, progress: Progress): ListedEntry {
  const { asked, archives, namesPerArchive } = progress;
  const end = Math.min((archives + 1) * namesPerArchive, asked.length);
  while (progress.next < end && !isNamed(header, asked[progress.next] as ListedEntry)) progress.next++;
  const entry = progress.next < end ? asked[progress.next++] : undefined;
  if (entry === undefined) throw unasked(header);
  return entry;
}

/** tar takes off the slash of absolute names and says so: relative to the root there is nothing to take off. */
function* archiveNames(entries: readonly ListedEntry[]): Generator<ByteString, void, undefined> {
  for (const { path } of entries) yield `.${path}` as ByteString;
}

function isNamed({ path }: TarHeader, entry: ListedEntry): boolean {
  return path === `.${entry.path}` || (entry.path === '/' && path === '.');
}

/** As many as a command line takes, however long they are: so it is known where one archive ends. */
function namesOfOneArchive({ maxNamesPerArchive }: Archiver, entries: readonly ListedEntry[]): number {
  if (!Number.isFinite(maxNamesPerArchive)) return maxNamesPerArchive;
  const longest = entries.reduce((length, { path }) => Math.max(length, path.length), 0);
  return Math.min(maxNamesPerArchive, Math.floor(NAMES_BYTES / (longest + POINT_AND_NUL_BYTES)));
}

const POINT_AND_NUL_BYTES = 2;

function archivesOf(asked: readonly ListedEntry[], namesPerArchive: number): number {
  return Math.max(1, Math.ceil(asked.length / namesPerArchive));
}

/** Of each file one name, and the other names. */
function namesApart(entries: readonly ListedEntry[]) {
  const seen = new Set<string>();
  const later: ListedEntry[] = [];
  const asked = entries.filter((entry) => {
    if (entry.links < 2n || entry.type === 'dir') return true;
    const key = `${entry.device}:${entry.inode}`;
    if (seen.has(key)) later.push(entry);
    else seen.add(key);
    return later.at(-1) !== entry;
  });
  return { asked, later };
}

function unasked(header: TarHeader): HoldfastError {
  return new HoldfastError(
    'command-failed',
    `Cannot use what the host's tar sent: "${display(header.path)}" wasn't asked for, or comes out of order. Look at ` +
      'the tar of the host.',
  );
}
