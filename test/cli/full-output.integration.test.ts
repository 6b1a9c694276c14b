import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeRepository } from '../services/repository.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url);
const SCRIPT = `import('${MAIN}').then((main) => main.runCli())`;
const PASSWORD = 'correct horse battery';
const FULL =
  'Cannot write the output: no space left on device (ENOSPC). Make room where it goes, or send it to another place.';

let folder = '';
let repository = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hf-full-output-'));
  repository = join(folder, 'repository');
  await mkdir(join(folder, 'source'));
  await writeFile(join(folder, 'source', 'a'), 'hello\n');
  await makeRepository(repository, PASSWORD);
  return () => rm(folder, { recursive: true, force: true });
});

/** Runs `words`, a part of a shell command line, with its redirections: /dev/full is a disk that is full. */
function holdfast(words: string) {
  const line = `cd ${folder}; "$NODE" --input-type=module -e "$SCRIPT" - -r repository ${words}`;
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    NODE: process.execPath,
    SCRIPT,
    RESTIC_PASSWORD: PASSWORD,
  };
  const { status, stderr, stdout } = spawnSync('sh', ['-c', line], { env, encoding: 'utf8' });
  return { status, stderr, stdout };
}

describe('a disk that is full where the output goes', () => {
  test.each(['help', 'ls latest', 'dump latest /', 'snapshots'])(
    '%s: fails in words, and leaves no lock',
    async (words) => {
      expect(holdfast('-q backup source').status).toBe(0);
      expect(holdfast(`-q ${words} >/dev/full`)).toEqual({
        status: 1,
        stdout: '',
        stderr: `Fatal: ${FULL}\n`,
      });
      expect(await readdir(join(repository, 'locks'))).toEqual([]);
    },
  );

  test('with --json it is told as JSON', () => {
    const { status, stderr } = holdfast('--json snapshots >/dev/full');
    expect(status).toBe(1);
    expect(JSON.parse(stderr)).toEqual({ message_type: 'exit_error', code: 1, message: FULL });
  });

  test('a backup ends as it would, if its log alone can’t be written', async () => {
    const { status, stdout } = holdfast("backup --before true --after 'echo >released' source 2>/dev/full");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^snapshot [0-9a-f]{8} saved$/m);
    expect(await readFile(join(folder, 'released'), 'utf8')).toBe('\n');
    expect(await readdir(join(repository, 'locks'))).toEqual([]);
  });

  test('a backup whose result can’t be written is saved, and fails', async () => {
    const { status, stderr } = holdfast('backup source >/dev/full');
    expect(status).toBe(1);
    expect(stderr).toContain(`Fatal: ${FULL}\n`);
    expect(await readdir(join(repository, 'snapshots'))).toHaveLength(1);
    expect(await readdir(join(repository, 'locks'))).toEqual([]);
  });
});
