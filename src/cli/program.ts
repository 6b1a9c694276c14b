import { Command, Help } from 'commander';
import { PROGRAM_VERSION } from '../version.ts';
import { addArchivesCommand } from './commands/archives.ts';
import { addAuditCommand } from './commands/audit.ts';
import { addBackupCommand } from './commands/backup.ts';
import { addCheckCommand } from './commands/check.ts';
import { addCopyCommand } from './commands/copy.ts';
import { addDiffCommand } from './commands/diff.ts';
import { addDrillCommand } from './commands/drill.ts';
import { addDumpCommand } from './commands/dump.ts';
import { addDumpDbCommand } from './commands/dump-db.ts';
import { addEvidenceCommand } from './commands/evidence.ts';
import { addExplainCommand } from './commands/explain.ts';
import { addFindCommand } from './commands/find.ts';
import { addForgetCommand } from './commands/forget.ts';
import { addHelpCommand } from './commands/help.ts';
import { addInitCommand } from './commands/init.ts';
import { addKeyCommand } from './commands/key.ts';
import { addLsCommand } from './commands/ls.ts';
import { addPlanCommand } from './commands/plan.ts';
import { addPruneCommand } from './commands/prune.ts';
import { addReportCommand } from './commands/report.ts';
import { addRestoreCommand } from './commands/restore.ts';
import { addSetupCommand } from './commands/setup.ts';
import { addSnapshotsCommand } from './commands/snapshots.ts';
import { addUnlockCommand } from './commands/unlock.ts';
import { addValidateCommand } from './commands/validate.ts';
import { addVersionCommand } from './commands/version.ts';
import { refuseEmptyValues } from './empty-values.ts';
import { EXIT_STATUS_MEANINGS, ExitStatus } from './exit-status.ts';
import { addGlobalFlags } from './flags.ts';
import { Output, type OutputMode } from './output.ts';
import { adviceOnUnknown } from './restic-flags.ts';
import type { TaskRunner } from './task.ts';
import { refuseOpposites, refuseSecondNames, refuseWayToNowhere } from './unmeant-flags.ts';

const DESCRIPTION =
  'Back up hosts over SSH, without installing anything on them, into a repository that stock restic reads.\n\n' +
  'Flags are restic’s own wherever restic has one. What is new: --on says where the files are (this machine, or ' +
  'ssh://user@host), and --of names the application that they belong to.';

const FIRST_STEPS = `
First steps:
  export RESTIC_REPOSITORY=/srv/backup RESTIC_PASSWORD_FILE=~/.backup-password
  holdfast init                                        # make the repository
  holdfast backup --on ssh://deploy@db.example /etc    # back up a folder of a host
  holdfast snapshots                                   # what is in it
  holdfast restore latest --target /tmp/look           # put it somewhere to look at
  holdfast check --read-data                           # prove that all of it is readable

Help on one command, with examples: holdfast help backup`;

/**
 * The whole command line. Its commands run under `runner`.
 * @param errors How mistakes of the command line itself are told; a command tells its failures by itself.
 */
export function createProgram(runner: TaskRunner, errors: OutputMode = 'text'): Command {
  const program = new Command('holdfast')
    .description(DESCRIPTION)
    .version(PROGRAM_VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'show this help, or a command’s')
    .exitOverride()
    // An empty list is how flags that can be given several times begin: no default worth showing.
    .configureHelp({
      optionDescription: (option) =>
        Array.isArray(option.defaultValue) ? option.description : new Help().optionDescription(option),
    })
    .configureOutput({
      writeOut: (text) => void runner.terminal.stdout.write(text),
      writeErr: (text) => void runner.terminal.stderr.write(text),
    })
    .addHelpText('after', `${FIRST_STEPS}\n\n${exitStatusHelp()}`);
  addGlobalFlags(program);
  for (const add of COMMANDS) add(program, runner);
  addHelpCommand(program);
  program.hook('preAction', (_program, command) => {
    refuseEmptyValues(command);
    refuseWayToNowhere(command);
  });
  for (const command of withSubcommands(program)) {
    refuseSecondNames(command);
    refuseOpposites(command);
    command.configureOutput({
      outputError: (text) =>
        new Output(runner.terminal, errors, 1).failure(usageError(text, command), ExitStatus.fatal),
    });
  }
  return program;
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** commander's `error: unknown option '--x'`, with what to do about it; without the value: `--password=…` has a secret for one. */
function usageError(text: string, command: Command): string {
  const said = text
    .trim()
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .replace(/^(unknown option '-[^'=]*=).*'/, "$1…'");
  const advice = adviceOnUnknown(said, command.name()) ?? adviceOnDash(said);
  return `${said.replace(/([^.?)])$/, '$1.')} ${advice ?? `\`${helpOn(command)}\` shows what it takes.`}`;
}

/** A folder's name may begin so: restic's flags with one dash have one letter. */
function adviceOnDash(said: string): string | null {
  return /^unknown option '-[^-]/.test(said)
    ? 'A path that begins with a dash is given after `--`, or as `./-…`.'
    : null;
}

function helpOn(command: Command): string {
  const names: string[] = [];
  for (let at: Command | null = command; at?.parent != null; at = at.parent) names.unshift(at.name());
  return ['holdfast help', ...names].join(' ');
}

const COMMANDS = [
  addInitCommand,
  addBackupCommand,
  addRestoreCommand,
  addSnapshotsCommand,
  addArchivesCommand,
  addLsCommand,
  addReportCommand,
  addFindCommand,
  addDiffCommand,
  addDumpCommand,
  addDumpDbCommand,
  addCopyCommand,
  addCheckCommand,
  addDrillCommand,
  addEvidenceCommand,
  addForgetCommand,
  addPruneCommand,
  addUnlockCommand,
  addKeyCommand,
  addSetupCommand,
  addValidateCommand,
  addPlanCommand,
  addAuditCommand,
  addExplainCommand,
  addVersionCommand,
];

function exitStatusHelp(): string {
  const lines = Object.entries(EXIT_STATUS_MEANINGS).map(
    ([status, meaning]) => `  ${status.padEnd(4)} ${meaning}`,
  );
  return ['Exit status:', ...lines].join('\n');
}
