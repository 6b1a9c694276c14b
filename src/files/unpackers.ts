import type { ArchiverKind } from './file-reader.ts';
import type { TarDialect } from './tar/ustar.ts';

/** How one make of tar takes an archive, and what it makes of it. */
export interface Unpacker {
  /** Shell that unpacks the archive on stdin in the working directory. */
  readonly script: string;
  readonly dialect: TarDialect;
  /** It restores extended attributes, access lists and capabilities. */
  readonly keepsAttributes: boolean;
  readonly makesHoles: boolean;
  /** Without root it sets the modes of folders, */
  readonly keepsFolderModes: boolean;
  /** and setuid, setgid and sticky bits. */
  readonly keepsSpecialBits: boolean;
  /** It restores fractions of seconds. */
  readonly keepsFractions: boolean;
  /**
   * It puts some entries into a folder after all else (symlinks that lead upwards), or sets what it should on folders by
   * a rule of its own: so the final metadata of folders is sent to it in a second archive.
   */
  readonly closesApart: boolean;
  /** Whose larger ones it can't make, and larger numbers of users or groups than which it doesn't read in access lists. */
  readonly maxDeviceMinor: number;
  readonly maxAclId: number;
  /** The time to send for one that was saved: whatever else it would make a mess of, or die of. */
  timeToSend(mtimeNs: bigint): bigint;
  /** Whether it leaves the owner or the time of an entry wrong, so that chown and touch have to set it. Null: never. */
  readonly leavesWrong: ((entry: { readonly type: string; readonly mtimeNs: bigint }) => boolean) | null;
  /** Whether `mtimeNs` is, as well as tar and touch can restore it, the time that was saved. */
  isTime(mtimeNs: bigint, savedNs: bigint): boolean;
}

const NS_PER_SECOND = 1_000_000_000n;

/** The second that `ns` lies in. */
export function wholeSeconds(ns: bigint): bigint {
  const rest = ns % NS_PER_SECOND;
  return ns - (rest < 0n ? rest + NS_PER_SECOND : rest);
}

/**
 * Times in the future are what was saved, no reason to warn. `-p`: modes as sent, whatever the umask. Folders get their
 * metadata at the very end. `-b`: reads and writes of 128 KiB, where its own 10 KiB take half as much time again, most of
 * it in the kernel. Of a pipe it takes what is there.
 */
const GNU: Unpacker = {
  script:
    "tar -x -p -b 256 --numeric-owner --xattrs --xattrs-include='*' --delay-directory-restore --warning=no-timestamp -f -",
  dialect: 'pax',
  keepsAttributes: true,
  makesHoles: true,
  keepsFolderModes: true,
  keepsSpecialBits: true,
  keepsFractions: true,
  closesApart: false,
  maxDeviceMinor: Number.POSITIVE_INFINITY,
  maxAclId: Number.POSITIVE_INFINITY,
  timeToSend: (mtimeNs) => mtimeNs,
  leavesWrong: null,
  isTime: (mtimeNs, savedNs) => mtimeNs === savedNs,
};

/** Before 1970 its versions differ in what a fraction means. Of what is no file it takes the umask off. */
const BSDTAR: Unpacker = {
  ...GNU,
  script: 'umask 0; tar -x -p --numeric-owner -f -',
  dialect: 'libarchive',
  keepsSpecialBits: false,
  closesApart: true,
  maxAclId: 2 ** 31 - 1,
  timeToSend: (mtimeNs) => (mtimeNs < 0n ? wholeSeconds(mtimeNs) : mtimeNs),
  leavesWrong: ({ mtimeNs }) => mtimeNs < 0n && mtimeNs % NS_PER_SECOND !== 0n,
  isTime: (mtimeNs, savedNs) => mtimeNs === savedNs || (savedNs < 0n && mtimeNs === wholeSeconds(savedNs)),
};

/** Of symlinks it sets neither owner nor time; modes, without root, only by what the umask lets through. */
const BUSYBOX: Unpacker = {
  script: 'umask 0; tar -x -p --numeric-owner -f -',
  dialect: 'gnu',
  keepsAttributes: false,
  makesHoles: false,
  keepsFolderModes: false,
  keepsSpecialBits: false,
  keepsFractions: false,
  closesApart: true,
  maxDeviceMinor: Number.POSITIVE_INFINITY,
  maxAclId: Number.POSITIVE_INFINITY,
  timeToSend: wholeSeconds,
  leavesWrong: ({ type }) => type === 'symlink',
  isTime: (mtimeNs, savedNs) => mtimeNs === savedNs || mtimeNs === wholeSeconds(savedNs),
};

/** It takes a header with a time before 1970 for a damaged one. */
const TOYBOX: Unpacker = {
  ...BUSYBOX,
  script: 'tar -x -p --numeric-owner -f -',
  keepsFolderModes: true,
  keepsSpecialBits: true,
  maxDeviceMinor: 2 ** 19 - 1,
  timeToSend: (mtimeNs) => (mtimeNs < 0n ? 0n : wholeSeconds(mtimeNs)),
  leavesWrong: ({ mtimeNs }) => mtimeNs < 0n,
};

const UNPACKERS: Readonly<Record<ArchiverKind, Unpacker>> = {
  gnu: GNU,
  bsdtar: BSDTAR,
  busybox: BUSYBOX,
  toybox: TOYBOX,
};

export function unpackerOf(kind: ArchiverKind): Unpacker {
  return UNPACKERS[kind];
}
