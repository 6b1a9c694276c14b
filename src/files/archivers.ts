import type { ByteString } from '../bytestring.ts';
import type { ArchiverKind } from './file-reader.ts';
import type { ListedEntry } from './listing.ts';
import { PlainTarMessages } from './plain-tar-messages.ts';
import type { TarHeader } from './tar/member.ts';
import type { TarMessages } from './tar-messages.ts';
import { TarProblems } from './tar-problems.ts';

/** How one make of tar is asked for entries, and what can be made of its answer. */
export interface Archiver {
  /** Shell that reads names from stdin, each ended by NUL and below `/`, and prints an archive of them, or several. */
  script(options: { readonly sparse: boolean; readonly namesPerArchive: number }): string;
  /** Most names of one archive, of which it then prints as many in a row as it takes; or all in one. */
  readonly maxNamesPerArchive: number;
  /** Whether it can be asked for the entry at `path`. */
  takesName(path: ByteString): boolean;
  /** A file's second name comes as a link to the first: so names of one file must not stand in one archive. */
  readonly linksNames: boolean;
  /**
   * It stops in the midst of a member that it can't read to its end, where others would pad it with zeros. Then what
   * came before is good, and what comes behind can be asked again.
   */
  readonly cutsOff: boolean;
  /** It sends extended attributes, access lists and capabilities. */
  readonly hasAttributes: boolean;
  /** It takes a file that reports no blocks for a hole, unread. */
  readonly trustsBlocks: boolean;
  /** Whether the times in a header are those of the entry, as well as the archive can hold them. */
  hasTimesOf(header: TarHeader, entry: ListedEntry): boolean;
  messages(): TarMessages;
}

/**
 * GNU: `--hard-dereference`: each name is a file of its own, since links are found by device and inode from the
 * listing. Attributes include ACLs and capabilities; `--acls` would write them with the names of users. Messages name
 * files as in C, so that a name can't pretend to be one.
 */
const GNU_TAR =
  'tar -c -f - -b 256 --format=pax --pax-option=delete=atime --numeric-owner --xattrs --xattrs-include="*" ' +
  '--hard-dereference --no-recursion --quoting-style=c';

const GNU: Archiver = {
  script: ({ sparse }) => `cd /; ${GNU_TAR} ${sparse ? '--sparse ' : ''}-C / --null -T -`,
  maxNamesPerArchive: Number.POSITIVE_INFINITY,
  takesName: () => true,
  linksNames: false,
  cutsOff: false,
  hasAttributes: true,
  trustsBlocks: true,
  hasTimesOf: (header, entry) => header.mtimeNs === entry.mtimeNs && hasCtimeOf(header, entry),
  messages: () => new TarProblems(),
};

/**
 * libarchive's. By default it would write attributes under a key that ends at the first `=` in their names, and turn
 * names into UTF-8.
 */
const BSDTAR: Archiver = {
  script: () =>
    'cd /; tar -c -f - -b 256 --format=pax --options=hdrcharset=BINARY,xattrheader=LIBARCHIVE --numeric-owner -n --null -T -',
  maxNamesPerArchive: Number.POSITIVE_INFINITY,
  takesName: () => true,
  linksNames: true,
  cutsOff: true,
  hasAttributes: true,
  trustsBlocks: false,
  // It writes times before 1970 as the second before and a fraction that counts forward: −1.5 as −2.5.
  hasTimesOf: (header, entry) =>
    (header.mtimeNs === entry.mtimeNs || entry.mtimeNs < 0n) && hasCtimeOf(header, entry),
  messages: () => new PlainTarMessages(),
};

/** Of a command line: less than what kernels before 2.6.23 take, and any shell. */
const COMMAND_BYTES = 120_000;
/** Of names on a command line, with room for what stands before them. */
export const NAMES_BYTES = COMMAND_BYTES - 2000;

/**
 * Many of these tars have neither `-T` nor `--null`, and the one with both takes names by line: so they stand on
 * command lines, which xargs makes. It stops at 255: behind an archive that was cut off, nothing could be told apart.
 */
const BUSYBOX: Archiver = {
  script: ({ namesPerArchive }) =>
    `cd /; xargs -0 -r -n ${namesPerArchive} -s ${COMMAND_BYTES} sh -c ` +
    '\'tar -c -f - --no-recursion -- "$@" || exit 255\' tar',
  maxNamesPerArchive: 500,
  takesName: () => true,
  linksNames: true,
  cutsOff: true,
  hasAttributes: false,
  trustsBlocks: false,
  hasTimesOf: hasSecondsOf,
  messages: () => new PlainTarMessages(),
};

const TOYBOX: Archiver = {
  ...BUSYBOX,
  script: () => 'cd /; tar -c -f - --no-recursion --numeric-owner --null -T -',
  maxNamesPerArchive: Number.POSITIVE_INFINITY,
  // It takes a newline off the end of a name, wherever it comes from: that would be another file.
  takesName: (path) => !path.endsWith('\n'),
};

const ARCHIVERS: Readonly<Record<ArchiverKind, Archiver>> = {
  gnu: GNU,
  bsdtar: BSDTAR,
  busybox: BUSYBOX,
  toybox: TOYBOX,
};

export function archiverOf(kind: ArchiverKind): Archiver {
  return ARCHIVERS[kind];
}

function hasCtimeOf({ ctimeNs }: TarHeader, entry: ListedEntry): boolean {
  return ctimeNs === null || ctimeNs === entry.ctimeNs;
}

const NS_PER_SECOND = 1_000_000_000n;

/** Whole seconds; before 1970 there are none. */
function hasSecondsOf({ mtimeNs }: TarHeader, entry: ListedEntry): boolean {
  return entry.mtimeNs < 0n || mtimeNs === entry.mtimeNs - (entry.mtimeNs % NS_PER_SECOND);
}
