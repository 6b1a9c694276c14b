import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { ABSENT_COMMANDS, ABSENT_FLAGS, ABSENT_FROM } from '../../src/cli/restic-flags.ts';
import { TaskRunner } from '../../src/cli/task.ts';
import { restic } from '../services/restic.ts';
import { FakeTerminal } from './terminal.ts';

const program = createProgram(new TaskRunner(new FakeTerminal()));
const NO_REPOSITORY = { repository: '/nowhere', password: 'none' };

/** Of restic's own: they show restic, not a repository. */
const NOT_OF_REPOSITORIES = ['cache', 'features', 'options', 'generate', 'help'];

async function flagsOfRestic(...command: string[]): Promise<{ short: string | undefined; long: string }[]> {
  const help = await restic(NO_REPOSITORY, ['help', ...command]);
  return [...help.matchAll(/^ +(?:(-\w), )?--([\w-]+)/gm)].map(([, short, long = '']) => ({ short, long }));
}

function ourFlags(path: readonly string[]): Map<string, string | undefined> {
  const command = path.reduce((at, name) => at.commands.find((one) => one.name() === name) ?? at, program);
  const options = [...command.options, ...program.options];
  return new Map(options.map(({ long, short }) => [(long ?? '').slice(2), short]));
}

describe('every flag of restic’s is here or named as absent, with the same letter', () => {
  test.each([
    [['backup']],
    [['restore']],
    [['snapshots']],
    [['ls']],
    [['find']],
    [['diff']],
    [['dump']],
    [['check']],
    [['prune']],
    [['copy']],
    [['forget']],
    [['unlock']],
    [['init']],
    [['key', 'list']],
    [['key', 'add']],
    [['key', 'remove']],
    [['key', 'passwd']],
  ])('%j', async (path) => {
    const ours = ourFlags(path);
    const absent = { ...ABSENT_FLAGS, ...ABSENT_FROM[path[0] ?? ''] };
    const theirs = await flagsOfRestic(...path);
    expect(theirs.length).toBeGreaterThan(20);
    for (const { long, short } of theirs) {
      if (long === 'help') continue;
      const state = ours.has(long) ? 'here' : absent[long] === undefined ? 'unknown' : 'absent';
      expect({ long, state }).not.toEqual({ long, state: 'unknown' });
      if (state === 'here' && short !== undefined)
        expect({ long, short: ours.get(long) }).toEqual({ long, short });
    }
  });
});

test('what is named as absent is not here', () => {
  const names = new Set(program.commands.flatMap((command) => [...ourFlags([command.name()]).keys()]));
  for (const name of Object.keys(ABSENT_FLAGS)) expect(names).not.toContain(name);
});

test('every command of restic’s is here or named as absent', async () => {
  const help = await restic(NO_REPOSITORY, ['help']);
  const theirs = [...help.matchAll(/^ {2}(\w+) {2,}[A-Z]/gm)].map(([, name = '']) => name);
  expect(theirs).toContain('backup');
  const ours = program.commands.map((command) => command.name());
  for (const name of theirs) {
    expect([...ours, ...ABSENT_COMMANDS, ...NOT_OF_REPOSITORIES]).toContain(name);
  }
});
