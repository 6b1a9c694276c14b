/**
 * What looks at entries: `find` alone prints all that an lstat gives (GNU), or a `stat` behind a find that prints
 * names only.
 */
export type ListerKind = 'find' | 'stat';

/** Whose tar sends contents. */
export type ArchiverKind = 'gnu' | 'bsdtar' | 'busybox' | 'toybox';

/** How a host's files are listed and read: by which of its tools. The two are chosen apart, since hosts mix them. */
export interface FileReader {
  readonly lister: ListerKind;
  readonly archiver: ArchiverKind;
}

/** Of hosts with GNU find and GNU tar. */
export const GNU_READER: FileReader = { lister: 'find', archiver: 'gnu' };
