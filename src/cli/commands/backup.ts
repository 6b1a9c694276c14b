import { tmpdir } from 'node:os';
import type { Command } from 'commander';
import type { OpenRepository } from '../../repository/open.ts';
import { addSealingFlags, refuseSealingFlags } from '../age-flags.ts';
import { addApplicationFlags } from '../application-flags.ts';
import { type BackupFlags, DATABASE_ON } from '../backup-flags.ts';
import { addExamples } from '../examples.ts';
import { ExitStatus } from '../exit-status.ts';
import { addHostFlags, collect } from '../flags.ts';
import { type AboutCommand, addNotifyFlags, type NotifyFlags } from '../notify-flags.ts';
import { addQuiesceFlags } from '../quiesce-flags.ts';
import type { Task, TaskRunner } from '../task.ts';
import { told } from '../told.ts';
import { addVolumeFlags } from '../volume-flags.ts';

const ABOUT: AboutCommand = {
  action: 'Backup',
  isOfAHost: true,
  ifNotWell: 'incomplete',
  byEnvironment: true,
};

export function addBackupCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('backup')
    .summary('save files of a host as a new snapshot')
    .description(
      'Saves files and folders of a host as a new snapshot. Only what changed since the last one is read.',
    )
    .argument('[path...]', 'absolute paths on the host (on this machine also relative ones)');
  addHostFlags(command);
  command
    .option(
      '--files-from <file>',
      'also the paths in a file of this machine, one a line, `#` for comments; no patterns; -: standard input; several',
      collect,
      [],
    )
    .option('--files-from-verbatim <file>', 'the same, each line as it is; several', collect, [])
    .option('--files-from-raw <file>', 'the same, a NUL after each path; several', collect, [])
    .option('-e, --exclude <pattern>', 'leave out what matches; several', collect, [])
    .option('--iexclude <pattern>', 'the same, letter case ignored; several', collect, [])
    .option('--exclude-file <file>', 'read such patterns from a file of this machine; several', collect, [])
    .option('--iexclude-file <file>', 'the same, letter case ignored; several', collect, [])
    .option(
      '--database <url>',
      'also a dump of this database: postgresql://user@host/name?option=value, mysql://…, sqlite:/path, redis://…, dolt://…, ' +
        'opensearch://…, or command:NAME=COMMAND; several',
      collect,
      [],
    )
    .option('--database-on <where>', DATABASE_ON, 'host')
    .option(
      '--bucket <url>',
      'also the objects of this bucket, s3:https://host/bucket/prefix, as far as they are new or changed; several',
      collect,
      [],
    )
    .option('--exclude-caches', 'leave out what is in folders with a CACHEDIR.TAG')
    .option(
      '--exclude-if-present <name>',
      'leave out what is in folders with such a file (NAME or NAME:HEADER)',
      collect,
      [],
    )
    .option('--exclude-larger-than <size>', 'leave out files larger than this (units k, m, g, t)')
    .option('-x, --one-file-system', 'do not go into other filesystems')
    .option(
      '-H, --host <name>',
      'host name to record (default: $RESTIC_HOST, else what the host calls itself)',
    )
    .option('--of <target>', 'the application that the files belong to')
    .option('--tag <tag,…>', 'tags for the new snapshot; several', collect, [])
    .option(
      '--keep-because <reason>',
      'keep the new snapshot whatever policy forgets others, until that is taken back, such as "before upgrading"',
    )
    .option(
      '--parent <snapshot>',
      'compare with this snapshot (default: the newest of the same host and paths)',
    )
    .option(
      '-g, --group-by <what>',
      'which snapshot is the newest: of the same host, paths, tags, with commas between; empty: of all',
      'host,paths',
    )
    .option('-f, --force', 'compare with none: read every file again')
    .option('--skip-if-unchanged', 'make no snapshot that holds what the one before does')
    .option(
      '--ignore-ctime',
      'a file is unchanged whatever its change time (ctime): new extended attributes alone go unseen',
    )
    .option(
      '--ignore-inode',
      'the same, and whatever its inode number: for network filesystems that give new ones',
    )
    .option('--time <time>', 'time to record: 2026-11-21T10:47:54 (default: now)')
    .option('--before <command>', 'shell command on the host, before files are read; several', collect, [])
    .option(
      '--after <command>',
      'shell command on the host, after files are read, whatever happened; several',
      collect,
      [],
    )
    .option(
      '--on-unreadable <policy>',
      'fail or warn when something can’t be read (a missing path always fails)',
      'fail',
    )
    .option(
      '--on-changed <policy>',
      'fail or warn when a file changes while it is read; auto: fail with --before',
      'auto',
    )
    .option(
      '--checkpoint-interval <time>',
      'how often to save what is read so far, for the next run to go on from (default: 15m; 0: never)',
    )
    .option(
      '--copy-to <location>',
      'a second repository, to copy the new snapshot to (default: $HOLDFAST_COPY_TO_REPOSITORY)',
    )
    .option(
      '--copy-to-password-file <file>',
      'read its password from a file (default: $HOLDFAST_COPY_TO_PASSWORD_FILE)',
    )
    .option('--copy-to-password-command <command>', 'get its password from a command')
    .option('--copy-to-key-hint <key>', 'ID of its key to try first')
    .option(
      '--spool-size <size>',
      'with --stop or --before and a repository in S3: how much may wait in $TMPDIR to be uploaded (default: 10g, at most half of what is free; 0: nothing)',
    )
    .option('-n, --dry-run', 'list and compare only: read nothing, write nothing, run none of your commands')
    .option(
      '--archive-to <location>',
      'instead of a snapshot: one archive of everything, in a folder or at s3:https://HOST/BUCKET/PREFIX',
    );
  addApplicationFlags(command);
  addQuiesceFlags(command);
  addNotifyFlags(command, ABOUT);
  addVolumeFlags(command);
  addSealingFlags(command);
  addExamples(
    command,
    ['holdfast backup /etc /srv/data', 'Folders of this machine'],
    [
      'holdfast backup --on ssh://deploy@db.example --identity ~/.ssh/backup /srv/data',
      'A folder of another machine',
    ],
    [
      "holdfast backup --on ssh://deploy@db.example --of wiki --before 'docker stop wiki' --after 'docker start wiki' /srv/wiki",
      'An application that must hold still meanwhile',
    ],
    [
      'holdfast backup --on ssh://root@wiki.example --of wiki --database postgresql:///wiki?as=postgres /srv/wiki',
      'An application’s files with its database, in one snapshot',
    ],
    ['holdfast backup --on ssh://looker@bi.example --of looker --app looker', 'Looker, as its profile says'],
    [
      "holdfast backup --exclude '*.tmp' --exclude-caches --tag nightly /home",
      'Without what can be made again',
    ],
    [
      'holdfast backup --archive-to /srv/archives --age-recipient age1… --of wiki /srv/wiki',
      'One encrypted archive, which is restored by hand with three standard tools',
    ],
  );
  runner.handle<BackupFlags & NotifyFlags>(command, told(ABOUT, runBackup));
}

/** A backup by its flags: `dump-db` is one, too. */
export async function runBackup(task: Task<BackupFlags>, paths: readonly string[]): Promise<ExitStatus> {
  if (task.flags.archiveTo !== undefined) {
    const { backupToArchive } = await import('../backup-to-archive.ts');
    return backupToArchive(task, paths, task.flags.archiveTo);
  }
  refuseSealingFlags(task.flags);
  const [
    { connect },
    { backupOptions },
    { databaseHost },
    { withOpeningRepository },
    { unlessFails },
    { backup },
    { AfterFailure },
    { showBackup },
    { prepareCopy },
    { heldBy },
    { quiesceOptions, refuseUnlessHeld },
    { spoolOf },
    { parseSpoolSize },
    applications,
  ] = await Promise.all([
    import('../connect.ts'),
    import('../backup-options.ts'),
    import('../database-flags.ts'),
    import('../session.ts'),
    import('../../operations/unless-fails.ts'),
    import('../../operations/backup.ts'),
    import('../../operations/backup/after-failure.ts'),
    import('../show-backup.ts'),
    import('../copy-backup.ts'),
    import('../../operations/backup/result.ts'),
    import('../quiesce-options.ts'),
    import('../../progress/spool.ts'),
    import('../../settings/spool-size.ts'),
    namesApplication(task.flags) ? import('../application-options.ts') : null,
  ]);
  refuseUnlessHeld(task.flags);
  const application = applications?.applicationOf(task) ?? null;
  const given = {
    ...(await backupOptions(task.flags, paths, task.terminal)),
    quiesce: application === null ? quiesceOptions(task) : undefined,
  };
  const connectDatabase = databaseHost(task);
  const dumps = given.dumps?.map(({ database }) => ({ database, connect: connectDatabase }));
  const maxBytes = parseSpoolSize(task.flags.spoolSize, '--spool-size');
  const spool = spoolOf({ ...given, mayBeHeld: application !== null }, { folder: tmpdir(), maxBytes }, task);
  const options = { ...given, dumps, onApplication: spool?.onApplication };
  const work = async (opening: Promise<OpenRepository>) => {
    const copy = await unlessFails(opening, prepareCopy(task), async () => {});
    const host = await unlessFails(opening, connect(task), (late) => late.close());
    try {
      const planned =
        applications === null || application === null
          ? options
          : await applications.planApplication(task, host, { application, options });
      return { copy, result: await backup(host, opening, planned, task.reporter, task.signal) };
    } finally {
      await host.close();
    }
  };
  const { copy, result } = await withOpeningRepository(task, work, spool?.wrap).catch(
    async (error: unknown) => {
      // What was saved is saved, whatever became of the application.
      if (error instanceof AfterFailure) await showBackup(task.output, error.result);
      throw error;
    },
  );
  await showBackup(task.output, result);
  const held = heldBy(result);
  if (held !== null) await copy?.(held);
  return result.complete ? ExitStatus.ok : ExitStatus.incomplete;
}

/** Whether profiles are needed, with the schemas of their settings: half of what a backup would load. */
function namesApplication({ app, appOption }: BackupFlags): boolean {
  return app !== undefined || appOption.length > 0;
}
