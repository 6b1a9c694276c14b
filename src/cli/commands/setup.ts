import type { Command } from 'commander';
import { addExamples } from '../examples.ts';
import { requirePlaceForRecoveryCode } from '../recovery-code-place.ts';
import { addSetupFlags, type SetupFlags } from '../setup/flags.ts';
import type { Task, TaskRunner } from '../task.ts';
import type { Terminal } from '../terminal.ts';

export function addSetupCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('setup')
    .summary('write a backup.yml and its workflows, and make the repository')
    .description(
      'Asks where applications and backups are, looks at the host for the applications it knows, makes the repository with a recovery ' +
        'code (or opens the one that is there), writes backup.yml and the workflows that call ours, and says which secrets are to be made. Each question ' +
        'has a flag; without a terminal, or with --yes, nothing is asked.',
    );
  addSetupFlags(command);
  addExamples(
    command,
    ['holdfast setup', 'Asks for everything'],
    [
      'holdfast setup --yes --on ssh://root@wiki.example --identity ~/.ssh/backup -r s3:https://s3.example/backups -p ~/.backup-password --recovery-key',
      'Asks nothing',
    ],
  );
  runner.handle<SetupFlags>(command, run);
}

async function run(given: Task<SetupFlags>): Promise<undefined> {
  const { flags } = given;
  const task = flags.yes ? { ...given, terminal: withNobody(given.terminal) } : given;
  if (flags.recoveryKey) requirePlaceForRecoveryCode(task.terminal);
  const [{ planSetup }, { carryOut }] = await Promise.all([
    import('../setup/plan-setup.ts'),
    import('../setup/carry-out.ts'),
  ]);
  await carryOut(task, await planSetup(task));
}

/** The same terminal, at which nobody is asked for a password either. */
function withNobody({ stdin, stdout, stderr, env }: Terminal): Terminal {
  return { stdin: Object.create(stdin, { isTTY: { value: false } }), stdout, stderr, env };
}
