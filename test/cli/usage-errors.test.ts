import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { holdfast } from './terminal.ts';

describe('a command line that can’t be parsed', () => {
  test.each([
    [['backup', '--exlude', 'x'], 'Did you mean --exclude?'],
    [['key', 'add', '--recovry'], 'Did you mean --recovery?'],
    [['snapsots'], 'Did you mean snapshots?'],
    [['ls'], "missing required argument 'snapshot'. `holdfast help ls` shows what it takes."],
    [['key', 'remove'], '`holdfast help key remove` shows'],
    [['--nonsense', 'ls'], '`holdfast help` shows'],
    [['backup', '-folder'], 'is given after `--`, or as `./-…`'],
    [['backup', '--with-atime', '/x'], 'access times are not saved'],
    [['--limit-upload', '5', 'snapshots'], 'absent here'],
    [['check', '--host', 'x'], 'the whole repository'],
    [['mount'], '`restic mount`'],
    [['forget'], 'no policy is given'],
    [['help', 'backp'], 'Did you mean backup?'],
    [['help', 'key', 'ad'], 'Did you mean add?'],
  ])('%j: says what to do, as text and as JSON on stderr', async (args, message) => {
    const text = await holdfast(args);
    expect(text).toMatchObject({ status: 1, stdout: '' });
    expect(text.stderr).toMatch(/^Fatal: .*\n$/);
    expect(text.stderr).toContain(message);
    const json = await holdfast(['--json', ...args]);
    expect(json).toMatchObject({ status: 1, stdout: '' });
    const told = JSON.parse(json.stderr);
    expect(told).toMatchObject({ message_type: 'exit_error', code: 1 });
    expect(`Fatal: ${told.message}\n`).toBe(text.stderr);
  });

  test.each([
    [['snapshots', "--password=hunter's 2"], 'unknown option'],
    [['--password=hunter2', 'snapshots'], 'unknown option'],
    [['backup', '--ssh-password=hunter2', '/x'], 'unknown option'],
    [['backup', '--on', 'ssh://root:hunter2@db.example', 'data'], 'it is a relative path'],
  ])('%j: a secret in the wrong place is not repeated', async (args, message) => {
    for (const words of [args, ['--json', ...args]]) {
      const { status, stderr } = await holdfast(words);
      expect(status).toBe(1);
      expect(stderr).toContain(message);
      expect(stderr).not.toContain('hunter');
    }
  });

  test('is told as text when --json is a file’s name', async () => {
    expect((await holdfast(['snapshots', '--nonsense', '--', '--json'])).stderr).toMatch(/^Fatal: /);
  });
});

test('the version is told by restic’s command, too', async () => {
  const { stdout } = await holdfast(['--version']);
  expect(await holdfast(['version'])).toMatchObject({ status: 0, stdout, stderr: '' });
  expect((await holdfast(['version', '--json'])).json).toEqual([
    { message_type: 'version', json_version: 1, version: stdout.trim().replace('holdfast ', '') },
  ]);
});

describe('help', () => {
  test.each([
    [['key', 'add'], 'holdfast key add [options]'],
    [['backup'], 'holdfast backup [options]'],
    [['snapshots', 'latest'], 'holdfast snapshots [options]'],
    [[], 'holdfast [options] [command]'],
  ])('%j shows that command’s, and runs none', async (words, usage) => {
    const shown = await holdfast(['help', ...words], { env: { RESTIC_REPOSITORY: '/nowhere' } });
    expect(shown).toMatchObject({ status: 0, stderr: '' });
    expect(shown.stdout).toContain(`Usage: ${usage}`);
  });

  test.each(['help key add', '--json help'])(
    '%s, cut off by its reader, ends without a stack trace',
    (words) => {
      const script = `import('${new URL('../../src/main.ts', import.meta.url)}').then((main) => main.runCli())`;
      const line = `"$NODE" --input-type=module -e "$SCRIPT" - ${words} | :`;
      const env = { ...process.env, NODE: process.execPath, SCRIPT: script };
      expect(spawnSync('sh', ['-c', line], { env, encoding: 'utf8' })).toMatchObject({ stderr: '' });
    },
  );
});
