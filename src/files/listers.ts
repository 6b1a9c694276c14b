import type { FileReader, ListerKind } from './file-reader.ts';
import { FIND_LISTER } from './find-lister.ts';
import type { Lister } from './lister.ts';
import { STAT_LISTER } from './stat-lister.ts';

const LISTERS: Readonly<Record<ListerKind, Lister>> = { find: FIND_LISTER, stat: STAT_LISTER };

/** How a host with these tools is looked at. */
export function listerOf({ lister }: Pick<FileReader, 'lister'>): Lister {
  return LISTERS[lister];
}
