import type { S3Settings } from '../backends/s3-settings.ts';
import { HoldfastError } from '../errors.ts';
import { otherStorage } from '../settings/other-storage.ts';
import type { GlobalFlags } from './flags.ts';
import { canAsk } from './prompt.ts';
import type { Task } from './task.ts';
import type { Terminal } from './terminal.ts';

/** What names a second repository beside the one of `--repo`. */
export interface OtherRepository {
  readonly flags: Pick<
    GlobalFlags,
    'repo' | 'repositoryFile' | 'passwordFile' | 'passwordCommand' | 'keyHint'
  >;
  /** What a person calls it, and how the flags of its password begin: `--from`. */
  readonly called: string;
  readonly flagsBegin: string;
  /** The beginning of its variables, such as `RESTIC_FROM_`: after it the rest of restic's own. */
  readonly variables: string;
  /** The same of those for its storage, before `AWS_ACCESS_KEY_ID` and others. */
  readonly storageVariables: string;
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
 * `task` as if the other repository were the one that is meant.
 * @throws HoldfastError bad-input, also without a password that it could be opened with.
 */
export function otherTask(task: Task<object>, other: OtherRepository): Task<object> {
  requirePassword(task.terminal, other);
  const { flags, variables, storageVariables } = other;
  const { terminal } = task;
  const { stdin, stdout, stderr, env } = terminal;
  const renamed = VARIABLES.map((name) => [`RESTIC_${name}`, env[`${variables}${name}`]]);
  const { verbose, cacert, compression, packSize, option } = task.flags;
  return {
    ...task,
    terminal: { stdin, stdout, stderr, env: Object.fromEntries(renamed) },
    flags: {
      ...flags,
      verbose,
      lock: false,
      compression: compression ?? env['RESTIC_COMPRESSION'],
      packSize: packSize ?? env['RESTIC_PACK_SIZE'],
      cacert: cacert ?? env['RESTIC_CACERT'],
      cache: false,
      option, // restic's -o is of both, too
      s3: storageOf(env, storageVariables),
    },
  };
}

function requirePassword(
  terminal: Terminal,
  { flags, variables, called, flagsBegin }: OtherRepository,
): void {
  const inFlags = flags.passwordFile ?? flags.passwordCommand;
  const inEnvironment = ['', '_FILE', '_COMMAND'].some((rest) => terminal.env[`${variables}PASSWORD${rest}`]);
  if (inFlags !== undefined || inEnvironment || canAsk(terminal)) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot open ${called}: no password of it is given. Give ${flagsBegin}-password-file or ` +
      `${flagsBegin}-password-command, or set ${variables}PASSWORD, ${variables}PASSWORD_FILE or ${variables}PASSWORD_COMMAND.`,
  );
}

function storageOf(env: Terminal['env'], prefix: string): S3Settings | undefined {
  const variable = (word: string) => `${prefix}AWS_${word.toUpperCase().replaceAll('-', '_')}`;
  const given = (word: string) => env[variable(word)] ?? null;
  return otherStorage(
    {
      accessKeyId: given('access-key-id'),
      secretAccessKey: given('secret-access-key'),
      sessionToken: given('session-token'),
      profile: given('profile'),
      region: given('region'),
    },
    variable,
  );
}
