import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFurtherPassword, readNewPassword, readPassword } from '../../src/cli/password.ts';
import { newRecoveryCode } from '../../src/repository/recovery-code.ts';
import { FakeTerminal } from './terminal.ts';

const READ = `
import { readPassword } from '${new URL('../../src/cli/password.ts', import.meta.url)}';
await readPassword({}, process, new AbortController().signal, '').catch((error) => {
  console.error(error.message);
  process.exit(3);
});`;

const never = new AbortController().signal;
const AT = '/srv/backup';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-password-'));
  await writeFile(join(folder, 'password'), '  from the file\r\n\n');
});
afterAll(() => rm(folder, { recursive: true }));

describe('the password', () => {
  test('comes from restic’s variables, white space around a file’s contents cut', async () => {
    const read = (env: Record<string, string>) => readPassword({}, new FakeTerminal({ env }), never, AT);
    expect(await read({ RESTIC_PASSWORD: ' as it is ' })).toBe(' as it is ');
    expect(await read({ RESTIC_PASSWORD_FILE: join(folder, 'password') })).toBe('from the file');
    expect(await read({ RESTIC_PASSWORD_COMMAND: `sh -c "printf '%s\\n' 'from a command'"` })).toBe(
      'from a command',
    );
  });

  test('of a flag wins over the environment', async () => {
    const env = { RESTIC_PASSWORD: 'x', RESTIC_PASSWORD_COMMAND: 'echo y' };
    const flags = { passwordFile: join(folder, 'password') };
    expect(await readPassword(flags, new FakeTerminal({ env }), never, AT)).toBe('from the file');
  });

  test('can’t come from two places of one rank', async () => {
    const flags = { passwordFile: 'a', passwordCommand: 'b' };
    await expect(readPassword(flags, new FakeTerminal(), never, AT)).rejects.toThrow(
      'both a password file and a password',
    );
  });

  test('of a command that fails is no password', async () => {
    for (const passwordCommand of ['sh -c "echo guess; exit 3"', '/nowhere/at-all', 'echo "open', '  ']) {
      await expect(readPassword({ passwordCommand }, new FakeTerminal(), never, AT)).rejects.toMatchObject({
        code: 'bad-input',
      });
    }
  });

  test('that is not UTF-8 is refused, never altered', async () => {
    const file = join(folder, 'latin-1');
    await writeFile(file, Buffer.from('gr\xfcn', 'latin1'));
    for (const flags of [{ passwordFile: file }, { passwordCommand: `cat ${file}` }]) {
      await expect(readPassword(flags, new FakeTerminal(), never, AT)).rejects.toThrow('not valid UTF-8');
    }
  });

  test('that is not UTF-8 is refused in the environment too', () => {
    // A shell puts the bytes there, and only a process of its own gets them.
    const { stderr, status } = spawnSync(
      'sh',
      [
        '-c',
        `RESTIC_PASSWORD=$(printf 'gr\\374n') exec "$0" "$@"`,
        process.execPath,
        '--input-type=module',
        '-e',
        READ,
      ],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('not valid UTF-8'),
    });
  });

  test('that is empty is said to be', async () => {
    const file = join(folder, 'empty');
    await writeFile(file, '');
    await expect(readPassword({ passwordFile: file }, new FakeTerminal(), never, AT)).rejects.toThrow(
      'it is empty',
    );
    await expect(readPassword({ passwordCommand: 'echo' }, new FakeTerminal(), never, AT)).rejects.toThrow(
      'nothing but white space',
    );
  });

  test('is never asked for where nobody can answer: a job must not hang', async () => {
    await expect(readPassword({}, new FakeTerminal(), never, AT)).rejects.toThrow('no password is given');
  });

  test('is typed without an echo, with corrections', async () => {
    const terminal = new FakeTerminal({ typed: ['wrong\x15secreX\x7ft\r'] });
    expect(await readPassword({}, terminal, never, AT)).toBe('secret');
    expect(terminal.stderr.text).toContain('enter password or recovery code of /srv/backup: ');
    expect(terminal.rawModes).toEqual([true, false]);
    expect(terminal.stderr.text).not.toMatch(/secre|wrong/);
  });

  test('typed as a recovery code is put right', async () => {
    const code = newRecoveryCode();
    const typed = code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O');
    for (const text of [typed, code.replaceAll('-', '')])
      expect(await readPassword({}, new FakeTerminal({ typed: [`${text}\r`] }), never, AT)).toBe(code);
  });

  test('given as a recovery code opens however it is written; a password of that shape stays as it is', async () => {
    const code = newRecoveryCode();
    const written = code.toUpperCase().replaceAll('-', ' ');
    const file = join(folder, 'code');
    await writeFile(file, `${written}\n`);
    const given = (password: string) => new FakeTerminal({ env: { RESTIC_PASSWORD: password } });
    expect(await readPassword({}, given(written), never, AT)).toBe(code);
    expect(await readPassword({}, given(code.replaceAll('-', '')), never, AT)).toBe(code);
    expect(await readPassword({ passwordFile: file }, new FakeTerminal(), never, AT)).toBe(code);
    const own = 'SECRET-SECRET-SECRET-SECRET-SECRET-SECRET';
    expect(await readPassword({}, given(own), never, AT)).toBe(own);
    await expect(readNewPassword({}, given(written), never)).rejects.toThrow('not as it was printed');
    await expect(readFurtherPassword(file, new FakeTerminal(), never)).rejects.toThrow(
      'not as it was printed',
    );
  });

  test('for a new key, that is missing, is called so: the repository’s own was given', async () => {
    const given = new FakeTerminal({ env: { RESTIC_PASSWORD: 'x' } });
    await expect(readFurtherPassword(undefined, given, never)).rejects.toThrow(
      'Cannot set a new password: none is given, and nobody can be asked here. Give --new-password-file.',
    );
  });

  test('of an empty flag is not the environment’s', async () => {
    const given = new FakeTerminal({ env: { RESTIC_PASSWORD: 'x' } });
    await expect(readPassword({ passwordFile: '' }, given, never, AT)).rejects.toThrow('from ""');
  });

  test('at Ctrl-C is a cancelled run, and the terminal echoes again', async () => {
    const terminal = new FakeTerminal({ typed: ['half\x03'] });
    await expect(readPassword({}, terminal, never, AT)).rejects.toMatchObject({ code: 'cancelled' });
    expect(terminal.rawModes).toEqual([true, false]);
  });

  test('for a new key is typed twice, the same and not empty', async () => {
    const ask = (...typed: string[]) => readFurtherPassword(undefined, new FakeTerminal({ typed }), never);
    expect(await ask('neu\r', 'neu\r')).toBe('neu');
    await expect(ask('neu\r', 'nue\r')).rejects.toThrow('the two entries differ');
    await expect(ask('\r')).rejects.toThrow('empty password');
  });
});
