import { closeSync, lchownSync, lutimesSync, symlinkSync, unlinkSync } from 'node:fs';
import { type ByteString, toBytes } from '../bytestring.ts';
import { isSystemError, systemCode } from '../system-error.ts';
import { OpenFolders } from './open-folders.ts';
import { type FileEnd, finish, type Refusal, refusalOf } from './write-files.ts';

/** What has no content, at its path relative to a folder that is ours alone. */
export type EntryToMake =
  /** Ours alone until it is closed. */
  | { readonly is: 'folder'; readonly path: ByteString }
  /** What is last done to a folder that is there. */
  | { readonly is: 'closing'; readonly path: ByteString; readonly end: FileEnd }
  | {
      readonly is: 'symlink';
      readonly path: ByteString;
      readonly target: ByteString;
      /** A symlink has no permissions of its own. */
      readonly end: Omit<FileEnd, 'permissions'>;
    };

/**
 * Makes `entries` below `folder`, one after the other, and the folders on the way to them, ours alone. What stands in a symlink's
 * place goes. Nothing is done through a symlink. Blocks the thread.
 * @returns What was refused: then nothing of what follows was made. Null: nothing.
 */
export function makeEntries(folder: string, entries: readonly EntryToMake[]): Refusal | null {
  const folders = new OpenFolders(folder);
  try {
    for (const entry of entries) {
      try {
        makeEntry(folders, entry);
      } catch (error) {
        if (!isSystemError(error)) throw error;
        return { path: entry.path, ...refusalOf(error) };
      }
    }
    return null;
  } finally {
    folders.close();
  }
}

function makeEntry(folders: OpenFolders, entry: EntryToMake): void {
  switch (entry.is) {
    case 'folder':
      folders.make(entry.path);
      break;
    case 'closing':
      closeFolder(folders.open(entry.path), entry.end);
      break;
    case 'symlink': {
      const path = folders.pathOf(entry.path);
      makeSymlink(toBytes(entry.target), path);
      finishSymlink(path, entry.end);
    }
  }
}

function closeFolder(descriptor: number, end: FileEnd): void {
  try {
    finish(descriptor, end);
  } finally {
    closeSync(descriptor);
  }
}

function makeSymlink(target: Buffer, path: Buffer): void {
  try {
    symlinkSync(target, path);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    unlinkSync(path); // a run that was cut off left it
    symlinkSync(target, path);
  }
}

/** Of the symlink itself, never of what it leads to. */
function finishSymlink(path: Buffer, { owner, mtimeSeconds }: Omit<FileEnd, 'permissions'>): void {
  if (owner !== null) lchownSync(path, owner.uid, owner.gid);
  if (mtimeSeconds !== null) lutimesSync(path, Date.now() / 1000, mtimeSeconds);
}
