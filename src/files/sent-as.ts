import type { Archiver } from './archivers.ts';
import type { ListedEntry } from './listing.ts';
import type { FileAccess } from './read-event.ts';
import type { TarHeader, TarType } from './tar/member.ts';

/** What an archive says of an entry that was asked for, beside what the listing says. */
export interface SentAs {
  readonly type: TarType;
  /** It is a file of the size, times, owner and permissions that were listed. */
  readonly isListedFile: boolean;
  /** See `otherAccess`. */
  readonly readAs: FileAccess | null;
}

/** Nearly all are so: one for all of them. */
const AS_LISTED: SentAs = { type: 'file', isListedFile: true, readAs: null };

export function sentAs(entry: ListedEntry, header: TarHeader, archiver: Archiver): SentAs {
  const readAs = otherAccess(entry, header);
  const isListedFile =
    header.type === 'file' &&
    header.sizeBytes === entry.sizeBytes &&
    archiver.hasTimesOf(header, entry) &&
    readAs === null;
  return isListedFile ? AS_LISTED : { type: header.type, isListedFile, readAs };
}

/** busybox cuts owners to so many bits. */
const OWNER_BITS = 24;

/** Who may read the file that tar read, where that isn't who may read the listed one; null where it is. */
export function otherAccess(entry: ListedEntry, header: TarHeader): FileAccess | null {
  const isSame = (a: number, b: number) => (a - b) % 2 ** OWNER_BITS === 0;
  const { uid, gid, permissions } = header;
  if (isSame(uid, entry.uid) && isSame(gid, entry.gid) && permissions === entry.permissions) return null;
  return { uid, gid, permissions };
}
