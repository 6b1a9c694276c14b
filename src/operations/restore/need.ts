import type { ByteString } from '../../bytestring.ts';

/** What is still missing in a staging folder: everything, or what the folders name. */
export type Need = 'all' | NeededFolder;

/** A folder that is sent (its own entry), with those of its children that are needed. */
export class NeededFolder {
  readonly children = new Map<ByteString, Need>();
  /** Whether its own metadata is wrong. */
  isWrong: boolean;

  constructor(isWrong: boolean) {
    this.isWrong = isWrong;
  }
}

/** Drops folders of which nothing is needed. */
export function dropComplete(folder: NeededFolder): void {
  for (const [name, need] of folder.children) {
    if (need === 'all') continue;
    dropComplete(need);
    if (need.children.size === 0 && !need.isWrong) folder.children.delete(name);
  }
}
