import type { Command } from 'commander';
import { parseChoice } from '../../choice.ts';
import { addExamples } from '../examples.ts';
import { addFromFlags, type FromFlags } from '../from-flags.ts';
import { requirePlaceForRecoveryCode } from '../recovery-code-place.ts';
import { recoveryCodeLines } from '../show-recovery-code.ts';
import type { Task, TaskRunner } from '../task.ts';

interface InitFlags extends FromFlags {
  readonly repositoryVersion: string;
  /** Undefined: ask where somebody can be asked. */
  readonly recoveryKey?: boolean;
}

export function addInitCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('init')
    .summary('make a new repository')
    .description(
      'Makes a new repository. A recovery code is a second password, printed once, to be kept on paper:\n' +
        'who loses the place where the password is kept (a GitHub secret can’t be read back) loses no backup.',
    )
    .option('--recovery-key', 'make a recovery code without asking')
    .option('--no-recovery-key', 'make none')
    .option(
      '--repository-version <version>',
      'of the format: 2, stable, latest (all the same), or 1',
      'stable',
    )
    .option('--copy-chunker-params', 'cut files as the repository of --from-repo does, for `copy`');
  addFromFlags(command);
  addExamples(
    command,
    ['holdfast init -r /srv/backup', 'In a folder; asks for a password'],
    ['holdfast init -r /srv/backup --password-file ~/.backup-password --recovery-key', 'Without questions'],
  );
  runner.handle<InitFlags>(command, run);
}

async function run(task: Task<InitFlags>): Promise<undefined> {
  const [
    { openStorage },
    { readNewPassword },
    { initRepository },
    { addRecoveryKey },
    { chunkerPolynomialFrom },
  ] = await Promise.all([
    import('../session.ts'),
    import('../password.ts'),
    import('../../repository/init.ts'),
    import('../../operations/recovery-key.ts'),
    import('../from-repository.ts'),
  ]);
  const { output, signal } = task;
  if (task.flags.recoveryKey) requirePlaceForRecoveryCode(task.terminal);
  const version = versionOf(task.flags);
  const backend = await openStorage(task);
  const chunkerPolynomial = await chunkerPolynomialFrom(task);
  const password = await readNewPassword(task.flags, task.terminal, signal);
  const repository = await initRepository(backend, password, {
    version,
    ...(chunkerPolynomial === null ? {} : { chunkerPolynomial }),
  });
  try {
    const code = (await wantsRecoveryKey(task)) ? await addRecoveryKey(repository) : null;
    await output.json({
      message_type: 'initialized',
      id: repository.id,
      repository: repository.location,
      ...(code === null ? {} : { recovery_code: code }),
    });
    await output.line(`created repository ${repository.id.slice(0, 10)} at ${repository.location}`);
    for (const line of code === null ? WITHOUT_CODE : recoveryCodeLines(code)) await output.line(line);
  } finally {
    await repository.close();
  }
}

function versionOf({ repositoryVersion }: InitFlags): 1 | 2 {
  const word = parseChoice(repositoryVersion, '--repository-version', ['1', '2', 'stable', 'latest']);
  return word === '1' ? 1 : 2;
}

async function wantsRecoveryKey({ flags, terminal, output, signal }: Task<InitFlags>): Promise<boolean> {
  if (flags.recoveryKey !== undefined) return flags.recoveryKey;
  const { askYes, canAsk } = await import('../prompt.ts');
  if (output.mode === 'json' || !canAsk(terminal)) return false;
  return askYes(terminal, 'Make a recovery code, to be kept on paper?', signal);
}

const WITHOUT_CODE = [
  'The password is the only key: without it all backups are lost.',
  '`holdfast key add --recovery` makes a second one, to be kept on paper.',
];
