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

/** What a file has as soon as it is made, in each folder below the one that files are written to. */
export interface NewFile {
  readonly owner: { readonly uid: number; readonly gid: number };
  /** Those bits that it gets if they are asked for, of 0o777. */
  readonly permissions: number;
}

/** Where files are written. */
export interface WriteTarget {
  readonly folder: string;
  /** Null: it isn't known. */
  readonly newFile: NewFile | null;
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
const OURS_ALONE = 0o600;

/**
 * Writes `parts` below `folder`, and makes the folders on the way to them, ours alone. What stands in a file's place goes. Blocks
 * the thread.
 * @returns What was refused: then nothing of what follows was written. Null: nothing.
 */
export function writeFiles(
  { folder, newFile }: WriteTarget,
  parts: readonly PartInMemory[],
  bytesOf: (span: Span) => Uint8Array,
): Refusal | null {
  const folders = new OpenFolders(folder);
  try {
    for (const part of parts) {
      try {
        writePart(folders.pathOf(part.path), bytesOf(part.span), part, newFile);
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

export function refusalOf(error: Error & { readonly errno: number }): Omit<Refusal, 'path'> {
  return { code: systemCode(error), text: systemErrorText(error) };
}

function writePart(
  path: Buffer,
  bytes: Uint8Array,
  { fileOffset, end }: PartOfFile,
  known: NewFile | null,
): void {
  // Who comes again to a file must be let in.
  const newFile = fileOffset === 0 && end !== null ? known : null;
  const permissions = end !== null && comesWith(newFile, end.permissions) ? end.permissions : OURS_ALONE;
  const file = fileOffset === 0 ? make(path, permissions) : openSync(path, GO_ON);
  try {
    for (let done = 0; done < bytes.length; )
      done += writeSync(file, bytes, done, bytes.length - done, fileOffset + done);
    if (end !== null) finish(file, end, newFile);
  } finally {
    closeSync(file);
  }
}

/** Each call that is spared is a microsecond of every file. */
function comesWith(newFile: NewFile | null, permissions: number): boolean {
  return newFile !== null && (permissions & ~newFile.permissions) === 0;
}

/**
 * A change of owner takes setuid and setgid away, so that modes come after it.
 * @param newFile What it has already, if it was made with those of its permissions. Null: it isn't known.
 */
export function finish(
  file: number,
  { owner, permissions, mtimeSeconds }: FileEnd,
  newFile: NewFile | null = null,
): void {
  const { uid, gid } = newFile?.owner ?? {};
  if (owner !== null && (owner.uid !== uid || owner.gid !== gid)) fchownSync(file, owner.uid, owner.gid);
  if (!comesWith(newFile, permissions)) fchmodSync(file, permissions);
  if (mtimeSeconds !== null) futimesSync(file, Date.now() / 1000, mtimeSeconds);
}

function make(path: Buffer, permissions: number): number {
  try {
    return openSync(path, MAKE, permissions);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    unlinkSync(path); // a run that was cut off left it
    return openSync(path, MAKE, permissions);
  }
}
