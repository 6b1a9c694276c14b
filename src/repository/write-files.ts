import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  futimesSync,
  mkdirSync,
  openSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import type { ByteString } from '../bytestring.ts';
import { isSystemError, systemCode, systemErrorText } from '../system-error.ts';
import type { Span } from './blob-tables.ts';

/** What a file gets when all of it is there. */
export interface FileEnd {
  /** 0 to 0o7777. */
  readonly permissions: number;
  /** Null: whoever writes it owns it. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** Whole ones since 1970: Node knows no finer times than microseconds. Null: somebody else sets it. */
  readonly mtimeSeconds: number | null;
}

/** A file, or a part of one. */
export interface PartOfFile {
  /** Relative to a folder that is ours alone. */
  readonly path: ByteString;
  /** Where in the file it begins. At 0 the file is made. */
  readonly fileOffset: number;
  /** Null: more of it comes. */
  readonly end: FileEnd | null;
}

export interface PartInMemory extends PartOfFile {
  readonly span: Span;
}

/** What the system didn't allow. */
export interface Refusal {
  readonly path: ByteString;
  /** The system's name of the error: `ENOSPC`. */
  readonly code: string;
  /** Ready to show. */
  readonly text: string;
}

/** Nothing is ever written through a symlink. */
const MAKE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
const GO_ON = constants.O_WRONLY | constants.O_NOFOLLOW;
const ENTER = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/** A thread has no more folders open at once, however deep a tree is. */
const MAX_OPEN_FOLDERS = 64;

/**
 * Writes `parts` below `folder`, and makes the folders on the way to them, ours alone. What stands in a file's place goes. Blocks
 * the thread.
 * @returns What was refused: then nothing of what follows was written. Null: nothing.
 */
export function writeFiles(
  folder: string,
  parts: readonly PartInMemory[],
  bytesOf: (span: Span) => Uint8Array,
): Refusal | null {
  const folders = new OpenFolders(folder);
  try {
    for (const part of parts) {
      try {
        writePart(folders.pathOf(part.path), bytesOf(part.span), part);
      } catch (error) {
        if (!isSystemError(error)) throw error;
        return { path: part.path, ...refusalOf(error) };
      }
    }
    return null;
  } finally {
    folders.close();
  }
}

/** Linux's number of an error that Node has no name for. */
const EDQUOT = 122;

function refusalOf(error: Error & { readonly errno: number }): Omit<Refusal, 'path'> {
  if (error.errno === -EDQUOT) return { code: 'EDQUOT', text: 'the disk quota is used up (EDQUOT)' };
  return { code: systemCode(error), text: systemErrorText(error) };
}

function writePart(path: Buffer, bytes: Uint8Array, { fileOffset, end }: PartOfFile): void {
  const file = fileOffset === 0 ? make(path) : openSync(path, GO_ON);
  try {
    for (let done = 0; done < bytes.length; )
      done += writeSync(file, bytes, done, bytes.length - done, fileOffset + done);
    if (end !== null) finish(file, end);
  } finally {
    closeSync(file);
  }
}

/** A change of owner takes setuid and setgid away, so that modes come after it. */
function finish(file: number, { owner, permissions, mtimeSeconds }: FileEnd): void {
  if (owner !== null) fchownSync(file, owner.uid, owner.gid);
  fchmodSync(file, permissions);
  if (mtimeSeconds !== null) futimesSync(file, Date.now() / 1000, mtimeSeconds);
}

function make(path: Buffer): number {
  try {
    return openSync(path, MAKE, 0o600);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    unlinkSync(path); // a run that was cut off left it
    return openSync(path, MAKE, 0o600);
  }
}

/**
 * Folders that are open. Each is opened from the one around it, never through a symlink: so what is written below them is written
 * in no other place, whatever a tree says and whoever else works in it.
 */
class OpenFolders {
  readonly #root: string;
  /** The latest used last. */
  readonly #open = new Map<string, number>();

  constructor(root: string) {
    this.#root = root;
  }

  /** By which `path` is found, as long as no other one is asked for. */
  pathOf(path: ByteString): Buffer {
    const slash = path.lastIndexOf('/');
    const folder = slash < 0 ? this.#root : this.#enter(path.slice(0, slash));
    return Buffer.from(`${folder}/${path.slice(slash + 1)}`, 'latin1');
  }

  #enter(path: string): string {
    const known = this.#open.get(path);
    if (known !== undefined) {
      this.#open.delete(path);
      this.#open.set(path, known);
      return fromDescriptor(known);
    }
    const slash = path.lastIndexOf('/');
    const around = slash < 0 ? this.#root : this.#enter(path.slice(0, slash));
    const descriptor = openOrMake(Buffer.from(`${around}/${path.slice(slash + 1)}`, 'latin1'));
    this.#open.set(path, descriptor);
    if (this.#open.size > MAX_OPEN_FOLDERS) this.#closeOldest();
    return fromDescriptor(descriptor);
  }

  #closeOldest(): void {
    for (const [path, descriptor] of this.#open) {
      this.#open.delete(path);
      closeSync(descriptor);
      return;
    }
  }

  close(): void {
    for (const descriptor of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
  }
}

function fromDescriptor(descriptor: number): string {
  return `/proc/self/fd/${descriptor}`;
}

function openOrMake(path: Buffer): number {
  try {
    return openSync(path, ENTER);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    makeFolder(path);
    return openSync(path, ENTER);
  }
}

function makeFolder(path: Buffer): void {
  try {
    mkdirSync(path, 0o700);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error; // another thread, or tar, was faster
  }
}
