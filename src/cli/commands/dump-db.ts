import type { Command } from 'commander';
import { HoldfastError } from '../../errors.ts';
import { type BackupFlags, DATABASE_ON } from '../backup-flags.ts';
import { addExamples } from '../examples.ts';
import type { ExitStatus } from '../exit-status.ts';
import { addHostFlags, collect, type HostFlags } from '../flags.ts';
import { type AboutCommand, addNotifyFlags, type NotifyFlags } from '../notify-flags.ts';
import type { Task, TaskRunner } from '../task.ts';
import { told } from '../told.ts';
import { runBackup } from './backup.ts';

/** What it has in common with `backup`, whose other flags are about files. */
type DumpDbFlags = HostFlags &
  Pick<BackupFlags, 'databaseOn' | 'host' | 'of' | 'tag' | 'time' | 'before' | 'after' | 'dryRun'>;

const ABOUT: AboutCommand = {
  action: 'Dump',
  isOfAHost: true,
  ifNotWell: 'incomplete',
  byEnvironment: false,
};

export function addDumpDbCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('dump-db')
    .summary('save dumps of databases as a new snapshot')
    .description(
      'Streams dumps of databases, made by their own tools, into a new snapshot: never through a disk (but SQLite’s), fingerprinted ' +
        'in the moment that they are of. With an application’s files beside them: backup --database.',
    )
    .argument(
      '<url...>',
      'postgresql://user@host/name?option=value, mysql://… or mariadb://…, sqlite:/path, redis://…, dolt://…, opensearch://…, ' +
        'or command:NAME=COMMAND (docs/how-to)',
    );
  addHostFlags(command);
  command
    .option('--database-on <where>', DATABASE_ON, 'host')
    .option(
      '-H, --host <name>',
      'host name to record (default: $RESTIC_HOST, else what the host calls itself)',
    )
    .option('--of <target>', 'the application that the databases belong to')
    .option('--tag <tag,…>', 'tags for the new snapshot; several', collect, [])
    .option('--time <time>', 'time to record: 2026-11-21T10:47:54 (default: now)')
    .option('--before <command>', 'shell command on the host, before the dumps begin; several', collect, [])
    .option(
      '--after <command>',
      'shell command on the host, as soon as the dumps’ moment is pinned, whatever happened; several',
      collect,
      [],
    )
    .option('-n, --dry-run', 'look at the databases only: dump nothing, write nothing');
  addNotifyFlags(command, ABOUT);
  addExamples(
    command,
    ['holdfast dump-db --of wiki postgresql:///wiki?as=postgres', 'A database of this machine'],
    [
      'holdfast dump-db --on ssh://root@db.example postgresql:///?all=true&as=postgres',
      'All databases of a server, and its roles',
    ],
    [
      "holdfast dump-db --of etcd 'command:etcd.snapshot=etcdctl snapshot save /dev/stdout'",
      'What a command prints',
    ],
  );
  runner.handle<DumpDbFlags & NotifyFlags>(command, told(ABOUT, run));
}

/** What `backup` has by default, and this command no flags for. */
const NO_FILES = {
  appOption: [],
  ageRecipient: [],
  ageRecipientsFile: [],
  exclude: [],
  iexclude: [],
  excludeFile: [],
  iexcludeFile: [],
  excludeIfPresent: [],
  filesFrom: [],
  filesFromVerbatim: [],
  filesFromRaw: [],
  stop: [],
  start: [],
  groupBy: 'host,paths',
  onUnreadable: 'fail',
  onChanged: 'auto',
} as const;

async function run(task: Task<DumpDbFlags>, urls: readonly string[]): Promise<ExitStatus> {
  if (urls.length === 0)
    throw new HoldfastError('bad-input', 'Cannot dump: no database is named. Give its URL.');
  return runBackup({ ...task, flags: { ...NO_FILES, ...task.flags, database: urls } }, []);
}
