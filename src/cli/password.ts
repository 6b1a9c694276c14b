import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import {
  asWritten,
  looksLikeRecoveryCode,
  normalizeRecoveryCode,
  requireAsPrinted,
} from '../repository/recovery-code.ts';
import { environmentSecret, secretText } from '../settings/secret.ts';
import { systemErrorText } from '../system-error.ts';
import { askSecret, canAsk } from './prompt.ts';
import { splitShellWords } from './shell-words.ts';
import type { Terminal } from './terminal.ts';

export interface PasswordFlags {
  readonly passwordFile?: string | undefined;
  readonly passwordCommand?: string | undefined;
}

const HOW =
  'Give --password-file or --password-command, or set RESTIC_PASSWORD, RESTIC_PASSWORD_FILE or RESTIC_PASSWORD_COMMAND.';

/**
 * The repository's password, from where restic looks for it and in the same order: --password-file,
 * --password-command, their environment variables, RESTIC_PASSWORD, the terminal. White space around the contents of
 * a file and the output of a command is cut, as restic does.
 *
 * @param location For the prompt: of two repositories a person must know which is meant.
 * @throws HoldfastError bad-input when none is given and nobody can be asked; cancelled at the prompt.
 */
export async function readPassword(
  flags: PasswordFlags,
  terminal: Terminal,
  signal: AbortSignal,
  location: string,
): Promise<string> {
  const given = await givenPassword(flags, terminal, signal);
  if (given !== null) return asWritten(given);
  requireTerminal(terminal, `Cannot open the repository: no password is given. ${HOW}`);
  const typed = await askSecret(
    terminal,
    `enter password or recovery code of ${displayText(location)}: `,
    signal,
  );
  return looksLikeRecoveryCode(typed) ? normalizeRecoveryCode(typed) : asWritten(typed);
}

/** The password for a new repository or key: as `readPassword`, but asked twice. */
export async function readNewPassword(
  flags: PasswordFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string> {
  const given = await givenPassword(flags, terminal, signal);
  if (given !== null) return requireAsPrinted(given);
  return askNewPassword(terminal, signal, `Cannot make the repository: no password is given. ${HOW}`);
}

/** The password for a further key: from `file`, else asked twice. @throws HoldfastError bad-input, cancelled. */
export async function readFurtherPassword(
  file: string | undefined,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string> {
  if (file !== undefined) return requireAsPrinted(await readSecretFile(file, 'the new password'));
  return askNewPassword(
    terminal,
    signal,
    'Cannot set a new password: none is given, and nobody can be asked here. Give --new-password-file.',
  );
}

/** Asks twice at the terminal. @param nobody What to say when there is none. */
export async function askNewPassword(
  terminal: Terminal,
  signal: AbortSignal,
  nobody: string,
): Promise<string> {
  requireTerminal(terminal, nobody);
  const password = await askSecret(terminal, 'enter new password: ', signal);
  if (password === '')
    throw new HoldfastError('bad-input', 'Cannot use an empty password. Choose a longer one.');
  const again = await askSecret(terminal, 'enter the same again: ', signal);
  if (again !== password)
    throw new HoldfastError('bad-input', 'Cannot use the password: the two entries differ.');
  return requireAsPrinted(password);
}

/** The contents of a file, white space around them cut. @throws HoldfastError bad-input; see `secretText`. */
export async function readSecretFile(path: string, what: string): Promise<string> {
  const where = JSON.stringify(path);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new HoldfastError('bad-input', `Cannot read ${what} from ${where}: ${systemErrorText(cause)}.`, {
      cause,
    });
  });
  return secretText(bytes, what, where);
}

async function givenPassword(
  flags: PasswordFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string | null> {
  const { env } = terminal;
  const { passwordFile, passwordCommand } = flags;
  const isFlagged = passwordFile !== undefined || passwordCommand !== undefined;
  // A flag given empty (an unset variable, say) doesn't mean the environment's; an empty variable is none.
  const file = isFlagged ? passwordFile : env['RESTIC_PASSWORD_FILE'] || undefined;
  const command = isFlagged ? passwordCommand : env['RESTIC_PASSWORD_COMMAND'] || undefined;
  if (file !== undefined && command !== undefined) {
    throw new HoldfastError(
      'bad-input',
      'Cannot use both a password file and a password command: expected one of them.',
    );
  }
  if (file !== undefined) return readSecretFile(file, 'the password');
  if (command !== undefined) return runPasswordCommand(command, signal);
  return environmentSecret(env['RESTIC_PASSWORD'], 'RESTIC_PASSWORD');
}

async function runPasswordCommand(command: string, signal: AbortSignal): Promise<string> {
  const [program = '', ...args] = splitShellWords(command, 'the password command');
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], signal });
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  try {
    const [output, status] = await Promise.all([buffer(child.stdout), ended]);
    if (status === 0) return secretText(output, 'the password', `the output of ${program}`);
    throw new HoldfastError(
      'bad-input',
      `Cannot get the password: ${program} ended with ${status}, expected 0.`,
    );
  } catch (cause) {
    if (cause instanceof HoldfastError) throw cause;
    throw new HoldfastError(
      'bad-input',
      `Cannot get the password: ${program} could not be run: ${systemErrorText(cause)}.`,
      { cause },
    );
  }
}

function requireTerminal(terminal: Terminal, otherwise: string): void {
  if (!canAsk(terminal)) throw new HoldfastError('bad-input', otherwise);
}
