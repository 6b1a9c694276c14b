import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  futimesSync,
  openSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import type { ByteString } from '../bytestring.ts';
import { isSystemError, systemCode, systemErrorText } from '../system-error.ts';
import type { Span } from './blob-tables.ts';
import { OpenFolders } from './open-folders.ts';

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

export function refusalOf(error: Error & { readonly errno: number }): Omit<Refusal, 'path'> {
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
export function finish(file: number, { owner, permissions, mtimeSeconds }: FileEnd): void {
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
