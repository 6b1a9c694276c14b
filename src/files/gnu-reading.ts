import { type ByteString, display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { isSuccess } from '../hosts/exit-status.ts';
import type { ExitStatus, Host } from '../hosts/host.ts';
import { CommandFailure } from '../hosts/output.ts';
import type { ListedEntry } from './listing.ts';
import type { ReadEvent, ReadOptions, ReadOutcome } from './read-files.ts';
import { lookAt, saysVanished } from './second-look.ts';
import { StreamingCommand } from './streaming-command.ts';
import { readTar, type TarMember, withZeros } from './tar/decode.ts';
import type { TarHeader } from './tar/member.ts';
import { TarProblems } from './tar-problems.ts';
import type { ToolMessage } from './tool-message.ts';

/**
 * GNU tar for files named on stdin, with paths below the root. `--hard-dereference`: each name is a file of its own,
 * since links are found by device and inode from the listing. Attributes include ACLs and capabilities; `--acls`
 * would write them with the names of users. Messages name files as in C, so that a name can't pretend to be one.
 */
const TAR =
  'tar -c -f - -b 256 --format=pax --pax-option=delete=atime --numeric-owner --xattrs --xattrs-include="*" ' +
  '--hard-dereference --no-recursion --quoting-style=c';

/** `readFiles` for hosts with GNU tar. */
export async function* readWithTar(
  host: Host,
  files: readonly ListedEntry[],
  { signal }: ReadOptions,
): AsyncGenerator<ReadEvent, void, undefined> {
  const reading = new Reading(host, signal);
  // `--sparse` doesn't read a file without blocks: on filesystems that don't say how many there are, data was lost.
  yield* reading.contents(
    files.filter((file) => !seemsAllHole(file)),
    '--sparse',
  );
  yield* reading.contents(files.filter(seemsAllHole), '');
  yield* reading.notices();
  const look = await lookAt(
    host,
    files.map(({ path }) => path),
    { signal },
  );
  for (const entry of files) {
    const failure = look.failures.get(entry.path);
    const now = look.entries.get(entry.path) ?? null;
    yield { kind: 'outcome', entry, outcome: reading.outcomeOf(entry, now, failure) };
  }
}

function seemsAllHole({ sizeBytes, blocks }: ListedEntry): boolean {
  return blocks === 0n && sizeBytes > 0n;
}

class Reading {
  readonly #host: Host;
  readonly #signal: AbortSignal | undefined;
  readonly #problems = new TarProblems();
  /** Headers of the files that tar sent, by path. */
  readonly #headers = new Map<ByteString, TarHeader>();

  constructor(host: Host, signal: AbortSignal | undefined) {
    this.#host = host;
    this.#signal = signal;
  }

  async *contents(files: readonly ListedEntry[], sparse: string): AsyncGenerator<ReadEvent, void, undefined> {
    if (files.length === 0) return;
    const command = await StreamingCommand.start(this.#host, `cd /; ${TAR} ${sparse} -C / --null -T -`, {
      names: archiveNames(files),
      onErrorLine: (line) => this.#problems.add(line),
      signal: this.#signal,
    });
    try {
      let next = 0;
      for await (const member of this.#membersOf(command)) {
        // In the order asked, but without those that tar could not open.
        while (next < files.length && !isNamed(member.header, files[next] as ListedEntry)) next++;
        const entry = files[next++];
        if (entry === undefined) throw unasked(member.header);
        this.#headers.set(entry.path, member.header);
        if (member.header.type !== 'file') continue;
        const { extendedAttributes } = member.header;
        yield { kind: 'content', entry, content: contentOf(member), extendedAttributes };
      }
      const exit = await command.finish();
      if (!('code' in exit) || !this.#problems.explains(exit.code)) throw this.#failure(exit);
    } finally {
      await command.end();
    }
  }

  /** The members of the command's archive. If that is cut off, how the command ended says why. */
  async *#membersOf(command: StreamingCommand): AsyncGenerator<TarMember, void, undefined> {
    try {
      yield* readTar(command.output());
    } catch (error) {
      if (!command.isDrained) throw error;
      const exit = await command.finish();
      throw isSuccess(exit) ? error : this.#failure(exit);
    }
  }

  /** Lines of tar that name no file, though it succeeded. */
  notices(): ReadEvent[] {
    return this.#problems.takeOthers().map((message) => ({ kind: 'notice', message }));
  }

  #failure(exit: ExitStatus): CommandFailure {
    const lines = this.#problems.takeOthers().map(display);
    return new CommandFailure('read files', this.#host, { exit, stderr: Buffer.from(lines.join('\n')) });
  }

  /** @param now What stands at the file's path after the reading; null: it can't be looked at, as `failure` says. */
  outcomeOf(entry: ListedEntry, now: ListedEntry | null, failure: ToolMessage | undefined): ReadOutcome {
    const said = this.#problems.about(entry.path);
    const header = this.#headers.get(entry.path);
    if (said !== undefined && said.kind === 'unreadable')
      return { kind: 'unreadable', message: said.message };
    if (now === null) {
      const isGone = failure !== undefined && saysVanished(failure);
      const message = failure?.reason ?? said?.message ?? 'no account of it';
      return { kind: isGone ? 'vanished' : 'unreadable', message };
    }
    const change =
      said !== undefined && said.kind !== 'warning' ? said.message : changeOf(entry, now, header);
    if (change !== null) return { kind: 'changed', message: change, now };
    if (header === undefined)
      return { kind: 'unreadable', message: 'tar sent nothing of it, and said nothing' };
    return { kind: 'read', warning: said?.message ?? null };
  }
}

/** What tells that the file isn't the listed one any more, or null. */
function changeOf(entry: ListedEntry, now: ListedEntry, header: TarHeader | undefined): string | null {
  if (now.device !== entry.device || now.inode !== entry.inode) return 'it was replaced by another';
  if (now.type !== entry.type) return `it is a ${now.type} now`;
  if (now.sizeBytes !== entry.sizeBytes)
    return `its size went from ${entry.sizeBytes} to ${now.sizeBytes} bytes`;
  if (now.mtimeNs !== entry.mtimeNs || now.ctimeNs !== entry.ctimeNs) return 'it was written or altered';
  if (header === undefined) return null;
  const isListed =
    header.type === 'file' &&
    header.sizeBytes === entry.sizeBytes &&
    header.mtimeNs === entry.mtimeNs &&
    (header.ctimeNs === null || header.ctimeNs === entry.ctimeNs);
  return isListed ? null : 'another stood in its place while it was read';
}

/** tar takes off the slash of absolute names and says so: relative to the root there is nothing to take off. */
function* archiveNames(files: readonly ListedEntry[]): Generator<ByteString, void, undefined> {
  for (const { path } of files) yield `.${path}` as ByteString;
}

function isNamed({ path }: TarHeader, file: ListedEntry): boolean {
  return path === `.${file.path}`;
}

/** Small contents are copied: a view would hold, or let go with a transfer, what belongs to other files. */
function contentOf({ content }: TarMember) {
  return Buffer.isBuffer(content) ? Buffer.from(new Uint8Array(content).buffer) : withZeros(content);
}

function unasked(header: TarHeader): HoldfastError {
  return new HoldfastError(
    'command-failed',
    `Cannot use what the host's tar sent: "${display(header.path)}" wasn't asked for, or comes out of order. Look at ` +
      'the tar of the host.',
  );
}
