import type { Command } from 'commander';
import type { Task } from './task.ts';

/** The other repository of an `init` or a `copy`, by restic's own flags. */
export interface FromFlags {
  readonly copyChunkerParams?: boolean;
  readonly fromRepo?: string;
  readonly fromRepositoryFile?: string;
  readonly fromPasswordFile?: string;
  readonly fromPasswordCommand?: string;
  readonly fromKeyHint?: string;
}

/** Flags of a command that reads another repository, too. */
export function addFromFlags(command: Command): Command {
  return command
    .option('--from-repo <location>', 'that other repository (default: $RESTIC_FROM_REPOSITORY)')
    .option('--from-repository-file <file>', 'read its location from a file')
    .option(
      '--from-password-file <file>',
      'read its password from a file (default: $RESTIC_FROM_PASSWORD_FILE)',
    )
    .option('--from-password-command <command>', 'get its password from a command')
    .option('--from-key-hint <key>', 'ID of its key to try first');
}

/** Whether the other repository is named, by flags or the environment. */
export function isFromNamed({ flags, terminal: { env } }: Task<FromFlags>): boolean {
  return (
    flags.fromRepo !== undefined ||
    flags.fromRepositoryFile !== undefined ||
    Boolean(env['RESTIC_FROM_REPOSITORY'] || env['RESTIC_FROM_REPOSITORY_FILE'])
  );
}
