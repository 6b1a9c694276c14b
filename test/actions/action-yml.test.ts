import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { TaskRunner } from '../../src/cli/task.ts';
import { FakeTerminal } from '../cli/terminal.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Inputs that a command line has by other ways: arguments, restic's own flags, another command. */
const NOT_FLAGS: Readonly<Record<string, string>> = {
  paths: 'arguments, --path',
  snapshot: 'argument',
  repository: '--repo',
  password: '--password-file',
  'identity-passphrase': '--identity-passphrase-file',
  'ssh-password': '--ssh-password-file',
  tags: '--tag',
  init: 'holdfast init',
  databases: 'arguments, --database',
  'database-password': 'the environment',
};

describe.each([
  [
    'backup-host',
    'backup',
    ['backup-host', 'backup-inputs', 'database-inputs', 'snapshot-inputs', 'access', 'post'],
  ],
  [
    'dump-db',
    'dump-db',
    ['dump-db', 'dump-db-inputs', 'database-inputs', 'snapshot-inputs', 'access', 'post'],
  ],
  [
    'restore',
    'restore',
    ['restore', 'restore-inputs', 'restore-to-tar', 'restore-database', 'database-inputs', 'access', 'post'],
  ],
])('actions/%s/action.yml', (action, verb, modules) => {
  const file = `${ROOT}actions/${action}/action.yml`;

  test('declares the inputs and outputs that the code has, and no others', async () => {
    const yaml = await readFile(file, 'utf8');
    const code = (
      await Promise.all(modules.map((name) => readFile(`${ROOT}src/actions/${name}.ts`, 'utf8')))
    ).join();
    const read = new Set([...code.matchAll(/(?:I|i)nput\(\s*'([\w-]+)'/g)].map(([, name]) => name));
    if (action === 'restore') for (const name of ['init', 'databases', 'database-on']) read.delete(name);
    expect(namesIn(yaml, 'inputs').sort()).toEqual([...read].sort());
    const given = [...code.matchAll(/setOutputs\(\{(.*?)\}\)/gs)].flatMap(([, body = '']) =>
      [...body.matchAll(/^ *'?([\w-]+)'?:|\{ '([\w-]+)'/gm)].map(([, a, b]) => a ?? b),
    );
    expect(namesIn(yaml, 'outputs').sort()).toEqual([...new Set(given)].sort());
  });

  test('has inputs that are the command line’s flags', async () => {
    const program = createProgram(new TaskRunner(new FakeTerminal()));
    const command = program.commands.find((one) => one.name() === verb) as Command;
    const flags = [...command.options, ...program.options].map((option) => option.long);
    for (const name of namesIn(await readFile(file, 'utf8'), 'inputs')) {
      const other = NOT_FLAGS[name];
      if (other === undefined || other.startsWith('--')) expect(flags).toContain(other ?? `--${name}`);
    }
  });

  test('runs what is built, on the Node that we build for', async () => {
    const yaml = await readFile(file, 'utf8');
    expect(yaml).toMatch(/^ {2}using: node24$/m);
    for (const [, script = ''] of yaml.matchAll(/^ {2}(?:main|post): (\S+)$/gm)) {
      expect(existsSync(resolve(dirname(file), script))).toBe(true);
    }
  });
});

test('every action has a README', async () => {
  for (const action of await readdir(`${ROOT}actions`)) {
    expect(existsSync(`${ROOT}actions/${action}/README.md`)).toBe(true);
  }
});

/** Names of the entries of a top-level section of an action.yml of ours. */
function namesIn(yaml: string, section: string): string[] {
  const body = new RegExp(`^${section}:\\n((?: .*\\n)*)`, 'm').exec(yaml)?.[1] ?? '';
  return [...body.matchAll(/^ {2}([\w-]+):/gm)].map(([, name = '']) => name);
}
