import { HoldfastError } from '../errors.ts';
import { type FromFlags, isFromNamed } from './from-flags.ts';
import { otherTask } from './other-repository.ts';
import { withRepository } from './session.ts';
import type { Task } from './task.ts';

/**
 * The chunker's polynomial of the other repository: with it equal files become equal chunks, so that `restic copy` adds
 * little. Null when it isn't asked for.
 * @throws HoldfastError bad-input if only one of the two flags is there; what opening a repository throws.
 */
export async function chunkerPolynomialFrom(task: Task<FromFlags>): Promise<bigint | null> {
  const { flags } = task;
  if (!flags.copyChunkerParams) {
    const alone = firstOfFrom(flags);
    if (alone === undefined) return null;
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${alone} alone: expected --copy-chunker-params with it. Nothing else is taken from another repository; ` +
        'leave it out if nothing is to be.',
    );
  }
  if (!isFromNamed(task)) {
    throw new HoldfastError(
      'bad-input',
      'Cannot copy chunker parameters: no repository is named to copy them from. Give --from-repo.',
    );
  }
  return withRepository(fromTask(task), 'none', async ({ repository }) => repository.chunkerPolynomial);
}

/** Of the flags about the other repository the first that is given. */
function firstOfFrom(flags: FromFlags): string | undefined {
  const values = {
    '--from-repo': flags.fromRepo,
    '--from-repository-file': flags.fromRepositoryFile,
    '--from-password-file': flags.fromPasswordFile,
    '--from-password-command': flags.fromPasswordCommand,
    '--from-key-hint': flags.fromKeyHint,
  };
  return Object.entries(values).find(([, value]) => value !== undefined)?.[0];
}

/** `task` as if the other repository were the one that is meant. */
export function fromTask(task: Task<FromFlags>): Task<object> {
  const { flags } = task;
  return otherTask(task, {
    flags: {
      repo: flags.fromRepo,
      repositoryFile: flags.fromRepositoryFile,
      passwordFile: flags.fromPasswordFile,
      passwordCommand: flags.fromPasswordCommand,
      keyHint: flags.fromKeyHint,
    },
    called: 'the repository of --from-repo',
    flagsBegin: '--from',
    variables: 'RESTIC_FROM_',
    storageVariables: 'HOLDFAST_FROM_',
  });
}
