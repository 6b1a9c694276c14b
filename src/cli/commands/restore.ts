import { type Command, Option } from 'commander';
import { HoldfastError } from '../../errors.ts';
import type { HoldOptions } from '../../operations/backup/application-hold.ts';
import type { RestoreOptions } from '../../operations/restore/options.ts';
import type { HeldRestore } from '../../operations/restore-held.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { Repository } from '../../repository/repository.ts';
import { type RestoreWord, requireOneMeaning } from '../../settings/restore-meaning.ts';
import { addOpeningFlags, refuseOpeningFlags } from '../age-flags.ts';
import { DATABASE_ON } from '../backup-flags.ts';
import { addExamples } from '../examples.ts';
import { addAsOfFlag, addFilterFlags, addHostFlags, collect, type GlobalFlags } from '../flags.ts';
import { type AboutCommand, addNotifyFlags, type NotifyFlags } from '../notify-flags.ts';
import type { RestoreFlags } from '../restore-flags.ts';
import type { Task, TaskRunner } from '../task.ts';
import { told } from '../told.ts';

const ABOUT: AboutCommand = {
  action: 'Restore',
  isOfAHost: true,
  ifNotWell: 'incomplete',
  byEnvironment: false,
};

export function addRestoreCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('restore')
    .summary('put a snapshot, or a part of it, back on a host')
    .description(
      'Puts a snapshot, or a part of it, on a host. It is sent beside the destination, read again there and compared, ' +
        'and only then swapped in; what was in the way goes into an undo folder. A restore that was cut off goes on ' +
        'where it was when it is called again.',
    )
    .argument('[snapshot]', 'ID, its beginning, or latest; with :/FOLDER only what is in that folder');
  command.option('-t, --target <folder>', 'folder to restore below; / is the original place');
  addHostFlags(command);
  addFilterFlags(command);
  addAsOfFlag(command);
  addPatternFlags(command)
    .option(
      '--overwrite <when>',
      'replace what is there: always, if-changed (in place), if-newer, never',
      DEFAULT_OVERWRITE,
    )
    .option(
      '--delete',
      'also move away what is not in the snapshot, in folders that stay in place (one that is replaced as a whole takes it along anyway)',
    )
    .option('--ownership-by-name', 'owners by their names on the host (default: by number)')
    .option('--own', 'also what Holdfast added to the snapshot, at /.holdfast')
    .addOption(new Option('--sparse', 'always so').hideHelp())
    .addOption(new Option('--verify', 'always so, but for --no-verify').default(true).hideHelp())
    .option('--no-verify', 'do not read everything again before it is swapped in')
    .option(
      '--before <command>',
      'shell command on the host, before anything is restored; several',
      collect,
      [],
    )
    .option(
      '--after <command>',
      'shell command on the host afterwards, whatever happened; several',
      collect,
      [],
    )
    .option('-n, --dry-run', 'say what would happen; write nothing, run none of your commands')
    .option(
      '--archive-from <location>',
      'from an archive in a folder or at s3:https://HOST/BUCKET/PREFIX, instead of a snapshot: its ID, the beginning of one, or latest',
    )
    .option(
      '--trust-archive <sha256>',
      'with --app and --archive-from: the SHA-256 of the archive that is yours; commands that it names are run on the host',
    )
    .option('--tar <file>', 'instead: write a tar archive to a new file of this machine; -: standard output')
    .option(
      '--app [name]',
      'instead: put an application back as the profile that it was saved by says: stopped, files, databases, what else it takes, started',
    )
    .option(
      '--app-option <key=value>',
      'what is otherwise than when it was saved, as for backup; several',
      collect,
      [],
    )
    .option(
      '--database [dump]',
      'instead: put a dump of the snapshot back into its database and compare (with --target: the dump as a file below it)',
    )
    .option('--bucket [name]', 'instead: put the objects of a bucket of the snapshot back into a bucket')
    .option(
      '--into <url>',
      'which database or bucket that is: as --database and --bucket of backup (default: the bucket that was saved, or the database of that name as its tools reach it without being told how)',
    )
    .option('--database-on <where>', DATABASE_ON, DEFAULT_PLACE)
    .option('--replace-objects', 'objects that are others than were saved, in a bucket that keeps versions')
    .option('--overwrite-database', 'a database that holds something is renamed aside')
    .option(
      '--signing-key <file>',
      'sign the record of the restore with the Ed25519 key in a file (PEM; default: $HOLDFAST_SIGNING_KEY)',
    )
    .option(
      '--evidence <location>',
      'where the record of the restore is kept, as a drill’s (default: beside the repository)',
    )
    .option('--no-evidence', 'keep none')
    .option(
      '--undo',
      'instead: put back what a restore moved out of the way (--target: its undo folder, what it restored, or the folder it restored to)',
    );
  addOpeningFlags(command);
  addNotifyFlags(command, ABOUT);
  addExamples(
    command,
    ['holdfast restore latest --target /tmp/look', 'The newest snapshot, below a folder of this machine'],
    [
      'holdfast restore latest --of wiki --on ssh://root@wiki.example --target / --dry-run',
      'What putting an application back would do',
    ],
    [
      'holdfast restore latest --of looker --on ssh://root@bi.example --app',
      'An application with its databases, as its profile says',
    ],
    ['holdfast restore latest:/srv/wiki --target /srv/wiki-copy', 'One folder, elsewhere'],
    ["holdfast restore 4bd21c8a --include '*.conf' --target /tmp/conf", 'Some files'],
    ['holdfast restore latest --tar everything.tar', 'As a tar archive'],
    [
      'holdfast restore latest --of wiki --on ssh://root@wiki.example --database --into postgresql:///wiki_copy?as=postgres',
      'A database, beside the one that is there',
    ],
    [
      'holdfast restore latest --of wiki --on ssh://wiki.example --database --database-on tunnel --into postgresql://wiki@127.0.0.1/wiki_copy',
      'With the tools of this machine, through the connection to the host',
    ],
    [
      'holdfast restore latest --of kestra --bucket --into s3:https://s3.example/kestra-copy',
      'The objects of a bucket, into another one',
    ],
    [
      'holdfast restore latest --archive-from /srv/archives --age-identity key.txt --target /tmp/look',
      'The newest archive',
    ],
    ['holdfast restore --undo --on ssh://root@wiki.example --target /srv/wiki', 'As it was before'],
  );
  runner.handle<RestoreFlags & NotifyFlags>(command, told(ABOUT, run));
}

function addPatternFlags(command: Command): Command {
  return command
    .option('-i, --include <pattern>', 'only what matches; several', collect, [])
    .option('--iinclude <pattern>', 'the same, letter case ignored; several', collect, [])
    .option('--include-file <file>', 'read such patterns from a file of this machine; several', collect, [])
    .option('--iinclude-file <file>', 'the same, letter case ignored; several', collect, [])
    .option('-e, --exclude <pattern>', 'leave out what matches; several', collect, [])
    .option('--iexclude <pattern>', 'the same, letter case ignored; several', collect, [])
    .option('--exclude-file <file>', 'read such patterns from a file of this machine; several', collect, [])
    .option('--iexclude-file <file>', 'the same, letter case ignored; several', collect, []);
}

async function run(task: Task<RestoreFlags>, [spec]: readonly string[]): Promise<undefined> {
  const { tar, undo } = task.flags;
  requireMeaning(task.flags, spec);
  if (task.flags.archiveFrom === undefined) refuseOpeningFlags(task.flags);
  if (undo) {
    const { undoRestoreAt } = await import('../undo-restore.ts');
    await undoRestoreAt(task);
  } else if (spec === undefined) {
    throw new HoldfastError('bad-input', 'Cannot restore: no snapshot is named. Give an ID, or latest.');
  } else if (task.flags.app !== undefined) {
    const { restoreApplicationOf } = await import('../restore-application.ts');
    await restoreApplicationOf(task, spec);
  } else if (task.flags.database !== undefined && task.flags.target === undefined) {
    const { restoreDatabaseOf } = await import('../restore-database.ts');
    await restoreDatabaseOf(task, spec);
  } else if (task.flags.bucket !== undefined) {
    const { restoreBucketOf } = await import('../restore-bucket.ts');
    await restoreBucketOf(task, spec);
  } else if (tar !== undefined) {
    const { restoreToTar } = await import('../restore-to-tar.ts');
    await restoreToTar(task, spec, tar);
  } else {
    await restoreToHost(task, spec);
  }
}

/** The flags that have another name than the rest of the world has for them. */
const FLAGS: Partial<Record<RestoreWord, keyof (RestoreFlags & GlobalFlags)>> = {
  tags: 'tag',
  paths: 'path',
  'not-after': 'notAfter',
  'as-of': 'asOf',
  'include-file': 'includeFile',
  'iinclude-file': 'iincludeFile',
  'exclude-file': 'excludeFile',
  'iexclude-file': 'iexcludeFile',
  'ownership-by-name': 'ownershipByName',
  'dry-run': 'dryRun',
  'overwrite-database': 'overwriteDatabase',
  'database-on': 'databaseOn',
  'replace-objects': 'replaceObjects',
  'archive-from': 'archiveFrom',
  'trust-archive': 'trustArchive',
  'app-option': 'appOption',
};

/** @throws HoldfastError bad-input for flags of which one would be ignored. */
function requireMeaning(flags: RestoreFlags & GlobalFlags, spec: string | undefined): void {
  const isGiven = (word: RestoreWord): boolean => {
    if (word === 'snapshot') return spec !== undefined;
    const value = flags[FLAGS[word] ?? (word as keyof RestoreFlags)];
    if (word === 'overwrite') return value !== DEFAULT_OVERWRITE;
    if (word === 'on') return value !== DEFAULT_HOST;
    if (word === 'database-on') return value !== DEFAULT_PLACE;
    return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
  };
  const show = (word: RestoreWord | 'undo') => {
    if (word === 'snapshot') return 'a snapshot';
    return `--${word === 'tags' || word === 'paths' ? word.slice(0, -1) : word}`;
  };
  requireOneMeaning(flags.undo ?? false, isGiven, show);
}

const DEFAULT_OVERWRITE = 'always';
/** An archive is written there in any case. */
const DEFAULT_HOST = 'local';
const DEFAULT_PLACE = 'host';

async function restoreToHost(task: Task<RestoreFlags>, spec: string): Promise<void> {
  const [
    { readSourceRequest, readRestoreOptions },
    { withRepository },
    { resolveSnapshot },
    { restoreRecorder },
    { recorded },
    { filesOutcome },
  ] = await Promise.all([
    import('../restore-options.ts'),
    import('../session.ts'),
    import('../../repository/find-snapshot.ts'),
    import('../restore-recorder.ts'),
    import('../../operations/restore-record.ts'),
    import('../../operations/restore-outcome.ts'),
  ]);
  const request = await readSourceRequest(task, spec);
  const options = readRestoreOptions(task.flags, request);
  if (task.flags.archiveFrom === undefined) {
    const { held, shown } = await withRepository(task, 'none', async ({ repository, signal }) => {
      const snapshot = await resolveSnapshot(repository, request.snapshot, request.filter, signal);
      const recorder = await restoreRecorder(task);
      const about = { source: repository, snapshot, what: 'files' } as const;
      const restore = () => putBack(task, repository, { ...options, snapshot }, signal);
      return recorded(recorder, about, restore, ({ held: { result } }) =>
        filesOutcome([result], options.verify),
      );
    });
    return showHeld(task, held, shown);
  }
  const { withArchive } = await import('../from-archive.ts');
  const { held, shown } = await withArchive(task, request.snapshot, (contents) =>
    putBack(task, contents, { ...options, snapshot: contents.snapshot }, task.signal),
  );
  return showHeld(task, held, shown);
}

async function putBack(
  task: Task<RestoreFlags>,
  source: Repository | BlobSource,
  options: RestoreOptions & HoldOptions,
  signal: AbortSignal,
): Promise<{ held: HeldRestore; shown: () => Promise<void> }> {
  const [{ connect }, { restoreHeld }, { showChanges }] = await Promise.all([
    import('../connect.ts'),
    import('../../operations/restore-held.ts'),
    import('../show-restore.ts'),
  ]);
  const { onChange, shown } = showChanges(task);
  const host = await connect(task);
  try {
    const held = await restoreHeld(host, source, { ...options, onChange }, task.reporter, signal);
    return { held, shown };
  } finally {
    await host.close();
  }
}

async function showHeld(
  task: Task<RestoreFlags>,
  held: HeldRestore,
  shown: () => Promise<void>,
): Promise<void> {
  const { showRestore } = await import('../show-restore.ts');
  await shown();
  await showRestore(task, held.result);
  if (held.afterFailure !== null) throw held.afterFailure;
}
