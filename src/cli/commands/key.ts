import type { Command } from 'commander';
import { HoldfastError } from '../../errors.ts';
import type { StoredKey } from '../../repository/keys.ts';
import { addExamples } from '../examples.ts';
import { requirePlaceForRecoveryCode } from '../recovery-code-place.ts';
import type { Task, TaskRunner } from '../task.ts';

interface NewKeyFlags {
  readonly newPasswordFile?: string;
  readonly user?: string;
  readonly host?: string;
  readonly recovery?: boolean;
}

export function addKeyCommand(program: Command, runner: TaskRunner): void {
  const key = program
    .command('key')
    .summary('list, add, remove and change passwords')
    .description('Manages the keys of the repository: each is a password that opens it.');
  const list = key
    .command('list')
    .summary('list the keys')
    .description('Lists the keys; * marks the one in use.');
  const add = key.command('add').summary('add a password').description('Adds a password to the repository.');
  addNewKeyFlags(add).option('--recovery', 'make a recovery code instead, printed once, to be kept on paper');
  const passwd = key
    .command('passwd')
    .summary('change the password')
    .description('Replaces the password in use by a new one.');
  addNewKeyFlags(passwd);
  const remove = key
    .command('remove')
    .summary('remove a password')
    .description('Removes a key, never the one in use.')
    .argument('<id>', 'ID of the key, or its beginning');
  addExamples(
    add,
    ['holdfast key add --new-password-file new.txt', 'A second password'],
    ['holdfast key add --recovery', 'A code for paper'],
  );
  runner.handle(list, listKeysCommand);
  runner.handle<NewKeyFlags>(add, addKeyCommandWork);
  runner.handle<NewKeyFlags>(passwd, changePasswordCommand);
  runner.handle(remove, removeKeyCommand);
}

function addNewKeyFlags(command: Command): Command {
  return command
    .option('--new-password-file <file>', 'read the new password from a file (default: ask)')
    .option('--user <name>', 'user name to note in the key')
    .option('--host <name>', 'host name to note in the key');
}

async function listKeysCommand(task: Task<object>): Promise<undefined> {
  const [{ withRepository }, { listKeys }] = await modules();
  const keys = await withRepository(task, 'shared', ({ repository, signal }) => listKeys(repository, signal));
  await showKeys(task, keys);
}

async function showKeys({ output }: Task<object>, keys: readonly StoredKey[]): Promise<void> {
  const [{ tableLines }, { formatLocalTime }] = await Promise.all([
    import('../table.ts'),
    import('../local-time.ts'),
  ]);
  await output.json(
    keys.map((key) => ({
      current: key.current,
      id: key.id,
      userName: key.username,
      hostName: key.hostname,
      created: formatLocalTime(key.createdNs),
      ...(key.problem === null ? {} : { problem: key.problem }),
    })),
  );
  const rows = keys.map((key) => [
    `${key.current ? '*' : ' '}${key.id.slice(0, 8)}`,
    ...(key.problem === null
      ? [key.username, key.hostname, formatLocalTime(key.createdNs)]
      : ['unusable', key.problem, '']),
  ]);
  const columns = [{ title: ' ID' }, { title: 'User' }, { title: 'Host' }, { title: 'Created' }];
  for (const line of tableLines(columns, rows)) await output.line(line);
}

async function addKeyCommandWork(task: Task<NewKeyFlags>): Promise<undefined> {
  const [{ withRepository }, { addKey }] = await modules();
  const { flags, output } = task;
  if (flags.recovery) {
    refuseOwnPassword(flags);
    requirePlaceForRecoveryCode(task.terminal);
  }
  await withRepository(task, 'shared', async ({ repository }) => {
    if (flags.recovery) {
      const { addRecoveryKey } = await import('../../operations/recovery-key.ts');
      const code = await addRecoveryKey(repository);
      await output.json({ message_type: 'key_added', recovery_code: code });
      await output.line(`Recovery code (shown this once; keep it on paper):\n\n    ${code}\n`);
      return;
    }
    const id = await addKey(repository, await newPassword(task), names(flags));
    await output.json({ message_type: 'key_added', id });
    await output.line(`saved new key as ${id.slice(0, 8)}`);
  });
}

/** Who gives a password believes that it opens the repository from now on. @throws HoldfastError bad-input. */
function refuseOwnPassword({ newPasswordFile, user, host }: NewKeyFlags): void {
  const given =
    (newPasswordFile !== undefined && '--new-password-file') ||
    (user !== undefined && '--user') ||
    (host !== undefined && '--host');
  if (!given) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use both --recovery and ${given}: a recovery code is made here, as a key of its own with the user name ` +
      '"recovery", expected one of them. Leave out the other, or run the command once for each.',
  );
}

async function changePasswordCommand(task: Task<NewKeyFlags>): Promise<undefined> {
  const [{ withRepository }, { changePassword }] = await modules();
  await withRepository(task, 'exclusive', async ({ repository }) => {
    const id = await changePassword(repository, await newPassword(task), names(task.flags));
    await task.output.json({ message_type: 'key_added', id });
    await task.output.line(`saved new key as ${id.slice(0, 8)}; the old password opens nothing any more`);
  });
}

async function removeKeyCommand(task: Task<object>, [spec = '']: readonly string[]): Promise<undefined> {
  const [{ withRepository }, { removeKey }] = await modules();
  await withRepository(task, 'exclusive', async ({ repository }) => {
    const id = await removeKey(repository, spec);
    await task.output.json({ message_type: 'key_removed', id });
    await task.output.line(`removed key ${id.slice(0, 8)}`);
  });
}

function modules() {
  return Promise.all([import('../session.ts'), import('../../repository/keys.ts')]);
}

async function newPassword({ flags, terminal, signal }: Task<NewKeyFlags>): Promise<string> {
  const { readFurtherPassword } = await import('../password.ts');
  return readFurtherPassword(flags.newPasswordFile, terminal, signal);
}

function names({ user, host }: NewKeyFlags): { username?: string; hostname?: string } {
  return {
    ...(user === undefined ? {} : { username: user }),
    ...(host === undefined ? {} : { hostname: host }),
  };
}
