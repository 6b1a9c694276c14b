import type { FileHandle, FileKind } from './backend.ts';

/** Folders of restic's default layout, by kind of file. */
export const FOLDERS: Record<Exclude<FileKind, 'config'>, string> = {
  key: 'keys',
  lock: 'locks',
  index: 'index',
  snapshot: 'snapshots',
  pack: 'data',
};

/** Packs lie in 256 folders named for the first two digits of their IDs. */
const PACK_PREFIX_DIGITS = 2;

/** The 256 names `00` to `ff`. */
export function packPrefixes(): string[] {
  return Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(PACK_PREFIX_DIGITS, '0'));
}

/** Where a file lies below the repository's root, folders first: `['data', '1f', '1f0c…']`. */
export function pathOf(file: FileHandle): string[] {
  switch (file.kind) {
    case 'config':
      return ['config'];
    case 'pack':
      return [FOLDERS.pack, file.name.slice(0, PACK_PREFIX_DIGITS), file.name];
    default:
      return [FOLDERS[file.kind], file.name];
  }
}

const STORED_NAME = /^[0-9a-f]{64}$/;

/** Whether `name` is that of a stored file. Others (`…-tmp-123`, `.nfs…`) are left alone. */
export function isStoredName(name: string): boolean {
  return STORED_NAME.test(name);
}
