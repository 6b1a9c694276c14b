import { HoldfastError } from '../errors.ts';

/** What a person can say of a restore that not every kind of restore heeds, by the names that flags and inputs share. */
export type RestoreWord =
  | (typeof SELECTING)[number]
  | (typeof PLACING)[number]
  | 'snapshot'
  | 'archive-from'
  | 'trust-archive'
  | 'target'
  | 'tar'
  | 'app'
  | 'app-option'
  | 'database'
  | 'into'
  | 'bucket'
  | 'replace-objects'
  | 'overwrite-database'
  | 'on'
  | 'database-on'
  | 'dry-run';

/** What chooses files of a snapshot. */
const OF_FILES = [
  'include',
  'iinclude',
  'include-file',
  'iinclude-file',
  'exclude',
  'iexclude',
  'exclude-file',
  'iexclude-file',
  'own',
] as const;

/** What chooses the snapshot, and what of it. */
const SELECTING = ['host', 'of', 'tags', 'paths', 'not-after', 'as-of', ...OF_FILES] as const;

/** What says how it is put on a host. */
const PLACING = ['overwrite', 'delete', 'ownership-by-name', 'before', 'after'] as const;

/** What is ignored by a restore that is undone: it puts back all that one restore moved away. */
const IGNORED_BY_UNDO: readonly RestoreWord[] = [
  'snapshot',
  'archive-from',
  'trust-archive',
  'tar',
  'app',
  'app-option',
  'database',
  'bucket',
  'into',
  'overwrite-database',
  'database-on',
  'replace-objects',
  ...SELECTING,
  ...PLACING,
];

/** What is ignored when an archive is written; `dry-run` would write it all the same. */
const IGNORED_BY_TAR: readonly RestoreWord[] = [
  'target',
  'on',
  'dry-run',
  'database',
  'database-on',
  'bucket',
  'app',
  ...PLACING,
];

/** What is ignored when an application is put back: its profile says what goes where, and in which order. */
const IGNORED_BY_APP: readonly RestoreWord[] = [
  'target',
  'database',
  'bucket',
  'into',
  'overwrite-database',
  'database-on',
  'replace-objects',
  'overwrite',
  'delete',
  'before',
  'after',
  ...OF_FILES,
];

/** What is ignored when a dump goes back into its database. */
const IGNORED_BY_DATABASE: readonly RestoreWord[] = [...OF_FILES, 'overwrite', 'delete', 'ownership-by-name'];

/** What is ignored when objects go back into a bucket: no host has a part in it. */
const IGNORED_BY_BUCKET: readonly RestoreWord[] = [
  'archive-from',
  'target',
  'on',
  'database',
  'overwrite-database',
  'database-on',
  ...OF_FILES,
  ...PLACING,
];

/** Whoever can write to its store may have made an archive: nothing of it is run, unless all of an application is put back by a person's word. */
const WITHOUT_DUMPS: readonly RestoreWord[] = ['archive-from'];

/** What says how a dump goes into a database. */
const OF_DATABASES: readonly RestoreWord[] = ['into', 'overwrite-database', 'database-on'];

/**
 * Refuses a restore that was asked for in words of which one would be ignored.
 *
 * @param isGiven Whether a word was given with another value than its default.
 * @param show A word as it is written where it was given: `--tar`, or `the input tar`.
 * @throws HoldfastError bad-input.
 */
export function requireOneMeaning(
  undo: boolean,
  isGiven: (word: RestoreWord) => boolean,
  show: (word: RestoreWord | 'undo') => string,
): void {
  if (undo) {
    const ignored = IGNORED_BY_UNDO.find(isGiven);
    if (ignored === undefined) return;
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${show('undo')} with ${show(ignored)}: it puts back all that one restore moved away, expected no ` +
        `more than the place. Name that alone, with ${show('target')}.`,
    );
  }
  requireApplicationMeaning(isGiven, show);
  requireDatabaseMeaning(isGiven, show);
  requireBucketMeaning(isGiven, show);
  const ignored = isGiven('tar') ? IGNORED_BY_TAR.find(isGiven) : undefined;
  if (ignored === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use both ${show('tar')} and ${show(ignored)}: an archive is written to this machine, expected one of ` +
      'them. Leave out the other.',
  );
}

function requireApplicationMeaning(
  isGiven: (word: RestoreWord) => boolean,
  show: (word: RestoreWord | 'undo') => string,
): void {
  if (isGiven('tar')) return;
  if (!isGiven('app')) {
    const alone = (['app-option', 'trust-archive'] as const).find(isGiven);
    if (alone === undefined) return;
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${show(alone)} without ${show('app')}: expected both. Say that the application is to be restored.`,
    );
  }
  if (isGiven('archive-from') !== isGiven('trust-archive')) throw untrusted(isGiven('archive-from'), show);
  const ignored = IGNORED_BY_APP.find(isGiven);
  if (ignored === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use both ${show('app')} and ${show(ignored)}: an application is put back as its profile says, expected one of them. Leave out the other.`,
  );
}

/** What a profile runs stands in the archive, and is run by whoever the login is: root, as a rule. */
function untrusted(isArchive: boolean, show: (word: RestoreWord) => string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    isArchive
      ? `Cannot restore an application from an archive without ${show('trust-archive')}: whoever can write to its store can have made it, and commands in it are run on ` +
          'the host, expected its SHA-256 as the run that made it said (archive-sha256). Without that, see what it says first: ' +
          '`holdfast restore ID --archive-from … --own --include /.holdfast --target FOLDER`, and give that of `sha256sum` of the file. Or by hand: files by ' +
          '`--target /`, then dumps by `cat DUMP.*`, as docs/how-to/archives.md says.'
      : `Cannot use ${show('trust-archive')} without ${show('archive-from')}: expected both. A snapshot needs no such word: only who has the key can have made it.`,
  );
}

function requireBucketMeaning(
  isGiven: (word: RestoreWord) => boolean,
  show: (word: RestoreWord | 'undo') => string,
): void {
  if (isGiven('tar')) return;
  if (!isGiven('bucket')) {
    if (!isGiven('replace-objects')) return;
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${show('replace-objects')} without ${show('bucket')}: expected both. Say which bucket is to be restored.`,
    );
  }
  const ignored = IGNORED_BY_BUCKET.find(isGiven);
  if (ignored === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use both ${show('bucket')} and ${show(ignored)}: it is about one bucket, expected one of them. Leave out the other.`,
  );
}

function requireDatabaseMeaning(
  isGiven: (word: RestoreWord) => boolean,
  show: (word: RestoreWord | 'undo') => string,
): void {
  if (isGiven('tar')) return;
  const toFile = isGiven('target');
  if (isGiven('database')) {
    const ignored = [
      ...WITHOUT_DUMPS,
      ...(toFile ? [...OF_FILES, ...OF_DATABASES] : IGNORED_BY_DATABASE),
    ].find(isGiven);
    if (ignored === undefined) return;
    throw new HoldfastError(
      'bad-input',
      `Cannot use both ${show('database')} and ${show(ignored)}: it is about one dump, expected one of them. ${
        ignored === 'archive-from'
          ? `Of an archive dumps come back as files (${show('own')} and ${show('include')} /.holdfast), for the database’s own tool: docs/how-to/archives.md.`
          : 'Leave out the other.'
      }`,
    );
  }
  if (isGiven('bucket')) return;
  const alone = OF_DATABASES.find(isGiven);
  if (alone === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${show(alone)} without ${show('database')}: expected both. Say which dump is to be restored.`,
  );
}
