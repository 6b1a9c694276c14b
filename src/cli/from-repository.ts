import { HoldfastError } from '../errors.ts';
import { withRepository } from './session.ts';
import type { Task } from './task.ts';

/** The other repository of an `init`, by restic's own flags. */
export interface FromFlags {
  readonly copyChunkerParams?: boolean;
  readonly fromRepo?: string;
  readonly fromRepositoryFile?: string;
  readonly fromPasswordFile?: string;
  readonly fromPasswordCommand?: string;
  readonly fromKeyHint?: string;
}

const VARIABLES = [
  'REPOSITORY',
  'REPOSITORY_FILE',
  'PASSWORD',
  'PASSWORD_FILE',
  'PASSWORD_COMMAND',
  'KEY_HINT',
];

/**
 * The chunker's polynomial of the other repository: with it equal files become equal chunks, so that `restic copy` adds
 * little. Null when it isn't asked for.
 * @throws HoldfastError bad-input if only one of the two flags is there; what opening a repository throws.
 */
export async function chunkerPolynomialFrom(task: Task<FromFlags>): Promise<bigint | null> {
  const { flags } = task;
  const isFlagged = flags.fromRepo !== undefined || flags.fromRepositoryFile !== undefined;
  if (!flags.copyChunkerParams) {
    if (!isFlagged) return null;
    throw new HoldfastError(
      'bad-input',
      'Cannot use --from-repo alone: expected --copy-chunker-params with it.',
    );
  }
  const { env } = task.terminal;
  if (!isFlagged && !env['RESTIC_FROM_REPOSITORY'] && !env['RESTIC_FROM_REPOSITORY_FILE']) {
    throw new HoldfastError(
      'bad-input',
      'Cannot copy chunker parameters: no repository is named to copy them from. Give --from-repo.',
    );
  }
  return withRepository(fromTask(task), 'none', async ({ repository }) => repository.chunkerPolynomial);
}

/** `task` as if the other repository were the one that is meant. */
function fromTask(task: Task<FromFlags>): Task<object> {
  const { flags, terminal } = task;
  const { stdin, stdout, stderr, env } = terminal;
  const variables = VARIABLES.map((name) => [`RESTIC_${name}`, env[`RESTIC_FROM_${name}`]]);
  return {
    ...task,
    terminal: { stdin, stdout, stderr, env: Object.fromEntries(variables) },
    flags: {
      verbose: flags.verbose,
      lock: false,
      cache: false,
      repo: flags.fromRepo,
      repositoryFile: flags.fromRepositoryFile,
      passwordFile: flags.fromPasswordFile,
      passwordCommand: flags.fromPasswordCommand,
      keyHint: flags.fromKeyHint,
      cacert: flags.cacert ?? terminal.env['RESTIC_CACERT'],
    },
  };
}
