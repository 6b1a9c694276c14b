import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDirectory } from '../../src/backends/directory.ts';
import { fromText } from '../../src/bytestring.ts';
import { Output, toJsonLine } from '../../src/cli/output.ts';
import { initRepository } from '../../src/repository/init.ts';
import { addKey } from '../../src/repository/keys.ts';
import { acquireLock } from '../../src/repository/lock.ts';
import { FakeTerminal, holdfast } from '../cli/terminal.ts';
import { workflowCommands } from '../e2e/runner.ts';
import { quickFolder } from '../memory-disk.ts';
import { FAST_KEY, PASSWORD } from '../repository/fast-key.ts';
import { fileNode, folderNode, snapshotOf } from '../repository/nodes.ts';

// Whoever writes to a repository chooses every text in it. Whatever it is, at a terminal it moves no cursor, and in a
// workflow's log it is no command.

/** All that a terminal or the runner could act on, several times over. */
const HOSTILE =
  '::error::x\n::error::x\r::error::x\x1b[2J\x1b]0;x\x07##[add-mask]x\u202e\u2028::stop-commands::x\u0085\x9b31m\x7f';
const NAME = `##[error]${HOSTILE}`.replaceAll('/', '');

let folder = '';
let env: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-shown-'));
  env = { RESTIC_REPOSITORY: join(folder, 'repository'), RESTIC_PASSWORD: PASSWORD };
  const repository = await initRepository(openDirectory(join(folder, 'repository')), PASSWORD, {
    key: FAST_KEY,
    threads: 0,
  });
  await addKey(repository, 'other', { ...FAST_KEY, username: HOSTILE, hostname: HOSTILE } as never);
  const lock = await acquireLock(repository);
  for (const content of ['a', 'b']) {
    const { id } = await repository.saveBlob('data', Buffer.from(content));
    const link = fileNode(`${NAME}-link`, [], 0, {
      type: 'symlink',
      linkTarget: fromText(HOSTILE),
      content: null,
    });
    const inner = await repository.saveTree({
      nodes: [fileNode(NAME, [id], 1, { user: HOSTILE, group: HOSTILE }), link],
    } as never);
    const { id: tree } = await repository.saveTree({ nodes: [folderNode(NAME, inner.id)] } as never);
    const texts = {
      hostname: HOSTILE,
      username: HOSTILE,
      tags: [HOSTILE],
      paths: [`/${HOSTILE}`],
      excludes: [HOSTILE],
      programVersion: HOSTILE,
    };
    await repository.saveSnapshot(
      snapshotOf(tree, { ...texts, timeNs: BigInt(content.charCodeAt(0)) * 1_000_000_000n }),
    );
  }
  await lock.release();
  await repository.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function expectHarmless(text: string): void {
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
  expect(workflowCommands(text)).toEqual([]);
}

describe.each([[[]], [['-vv']], [['--json']]])('%j', (flags) => {
  test.each([
    ['snapshots'],
    ['ls latest'],
    ['ls -l latest'],
    ['find *'],
    ['diff latest latest'],
    ['key list'],
    ['check --read-data'],
    ['restore latest --dry-run --target TARGET'],
    ['restore latest --target TARGET'],
    ['dump latest /nothing'],
    ['snapshots --host nobody none'],
    ['key remove 0'],
  ])('%s shows nothing that acts', async (line) => {
    const args = line.split(' ').map((word) => (word === 'TARGET' ? join(folder, 'target') : word));
    const { stdout, stderr } = await holdfast([...args, ...flags], { env });
    expect(stdout + stderr).not.toBe('');
    expectHarmless(stdout);
    expectHarmless(stderr);
  });
});

test('what a host’s files are called, and what its commands print, shows nothing that acts', async () => {
  const source = join(folder, 'source');
  await mkdir(source);
  await writeFile(join(source, NAME), 'x');
  await writeFile(join(folder, 'printed'), `${HOSTILE}\n  ::error::x\n\t::error::x\n`);
  for (const flags of [[], ['-vv'], ['--json']]) {
    const before = ['--before', `cat ${folder}/printed; cat ${folder}/printed >&2`, '--tag', '##[error]x'];
    const { status, stdout, stderr } = await holdfast(['backup', ...flags, ...before, source], { env });
    expect(status).toBe(0);
    expectHarmless(stdout);
    expectHarmless(stderr);
  }
});

test('no text whatever becomes a command, whichever way it is said, and JSON stays what it is', async () => {
  const pieces = fc.constantFrom('::', ':', '##[', '#', '[', ']', 'error', ' ', '\t', '\n', 'x', '"', '\\');
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 10 }), async (parts) => {
      const text = parts.join('');
      const terminal = new FakeTerminal();
      const output = new Output(terminal, 'text', 3);
      await output.line(text);
      for (const say of [output.note, output.warning]) say.call(output, text);
      output.failure(text, 1);
      expect(workflowCommands(terminal.stdout.text + terminal.stderr.text)).toEqual([]);
      const json = toJsonLine({ text });
      expect(workflowCommands(json)).toEqual([]);
      expect(JSON.parse(json)).toEqual({ text });
    }),
    { numRuns: 1000 },
  );
});
