import { type ByteString, display, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { TarHeader } from '../files/tar/member.ts';
import { TarParser } from '../files/tar/parser.ts';
import type { Host } from '../hosts/host.ts';
import { runSuccessfully } from '../hosts/output.ts';
import { quote, quoteAll } from '../hosts/quote.ts';
import { dumpFailed, dumpOutput, type ToolMessages } from './tool-output.ts';

export interface FolderTar {
  readonly host: Host;
  /** Absolute. */
  readonly folder: string;
  /** Files, by their paths below `folder`, in the order in which they are to stand. */
  readonly files: readonly ByteString[];
  readonly messages: ToolMessages;
  readonly signal: AbortSignal;
  /** For messages: `dump the database "app"`. */
  readonly what: string;
}

/** A folder with more files isn't one that an engine keeps its backup in. */
const MAX_LIST_BYTES = 256 * 1024 * 1024;

/**
 * The regular files below `folder`, by their paths there; ordered by name, so that two days' archives have the same order.
 * @throws HoldfastError command-failed where it can't be read.
 */
export async function listFolder(
  host: Host,
  folder: string,
  what: string,
  signal: AbortSignal,
): Promise<ByteString[]> {
  const script = `cd ${quote(fromText(folder))} && find -L . -type f -print`;
  const { stdout } = await runSuccessfully(host, what, script, { limitBytes: MAX_LIST_BYTES, signal });
  const paths = stdout
    .toString('latin1')
    .split('\n')
    .filter((path) => path !== '');
  return paths.map((path) => path.replace(/^\.\//, '') as ByteString).sort();
}

/**
 * Exactly those files as one tar, as the host's own tar writes it. Ends in order only if all were in it, whole: a file that
 * changed or vanished meanwhile is an error.
 * @throws HoldfastError dump-failed with tar's own words.
 */
export async function* folderTar(options: FolderTar): AsyncGenerator<Buffer, void, undefined> {
  const { host, folder, files, messages, signal, what } = options;
  const parser = new TarParser();
  const missing = new Set<string>(files);
  const packed = new Set<string>();
  // A name that began with a dash would be an option to GNU tar, of which some run commands.
  const input = Buffer.from(files.map((path) => `./${path}\n`).join(''), 'latin1');
  const script = `cd ${quote(fromText(folder))} && exec tar -c -h -f - -T -`;
  const output = dumpOutput({ host, script, input, messages, signal, what });
  try {
    for await (const chunk of output) {
      for (const event of parser.push(chunk)) {
        if (event.kind !== 'member' && event.kind !== 'start') continue;
        if (isInside(event.header, packed)) missing.delete(plain(event.header.path));
      }
      yield chunk;
    }
    parser.finish();
  } catch (error) {
    // It is a tar of the host's that we can't read: nobody else may be able to, either.
    if (error instanceof HoldfastError && error.code === 'command-failed')
      throw dumpFailed(what, host, error.message);
    throw error;
  }
  const [first] = missing;
  if (first === undefined) return;
  throw dumpFailed(what, host, `tar left out ${display(first as ByteString)}, expected every file`);
}

/**
 * Unpacks what `folderTar` gave into `folder`, which is made, for nobody else to read.
 * @throws HoldfastError command-failed with tar's own words, no-space; what `content` throws.
 */
export async function unpackTar(
  host: Host,
  options: {
    readonly folder: string;
    readonly content: AsyncIterable<Uint8Array>;
    readonly what: string;
    readonly signal: AbortSignal;
    /** Of files that go to their own places, by root; else they are whose the account is. */
    readonly keepOwners?: boolean;
  },
): Promise<void> {
  const { folder, content, what, signal, keepOwners = false } = options;
  const flags = keepOwners ? '-p' : '-o';
  const failed = new AbortController();
  const script = `umask 077 && ${quoteAll(['mkdir', '-p', '--', folder].map(fromText))} && cd ${quote(fromText(folder))} && exec tar -x -f - ${flags}`;
  try {
    const stdin = safely(content, failed);
    await runSuccessfully(host, what, script, { stdin, signal: AbortSignal.any([signal, failed.signal]) });
  } catch (error) {
    // Ended because of what it was given.
    throw failed.signal.aborted ? failed.signal.reason : asNoSpace(error, folder);
  }
}

/** GNU tar doesn't always say it in the system's words. */
function asNoSpace(error: unknown, folder: string): unknown {
  if (!(error instanceof HoldfastError) || !/No space left|Wrote only \d+ of \d+ bytes/i.test(error.message))
    return error;
  const advice = `The disk of ${JSON.stringify(folder)} is full: make room there.`;
  return new HoldfastError('no-space', `${error.message} ${advice}`, { cause: error });
}

/**
 * The members as they come, none of which leads out of the folder: a snapshot's dump may be anybody's. Where reading fails
 * tar is ended, for which a part would look like a whole.
 */
async function* safely(
  content: AsyncIterable<Uint8Array>,
  failed: AbortController,
): AsyncGenerator<Uint8Array> {
  const parser = new TarParser();
  const unpacked = new Set<string>();
  try {
    for await (const chunk of content) {
      for (const event of parser.push(chunk)) {
        if (event.kind === 'member' || event.kind === 'start') requireInside(event.header, unpacked);
      }
      yield chunk;
    }
    parser.finish();
  } catch (error) {
    failed.abort(error);
    throw error;
  }
}

/**
 * Whether it is a file or folder below the archive's own, or a file that repeats one that came before it (as tar writes the
 * second of two links to one file); what it is is added to `before`.
 */
function isInside({ path, type, linkTarget }: TarHeader, before: Set<string>): boolean {
  if (path.startsWith('/') || path.split('/').includes('..')) return false;
  if (type === 'dir') return true;
  if (type !== 'file' && !(type === 'hardlink' && before.has(plain(linkTarget)))) return false;
  before.add(plain(path));
  return true;
}

function plain(path: ByteString): ByteString {
  return path.replace(/^\.\//, '') as ByteString;
}

function requireInside(header: TarHeader, before: Set<string>): void {
  if (isInside(header, before)) return;
  throw new HoldfastError(
    'repository-damaged',
    `Cannot unpack the dump: it holds ${display(header.path)} (${header.type}), expected files and folders below its own. Choose another snapshot.`,
  );
}
