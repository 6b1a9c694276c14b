import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { quickFolder } from '../memory-disk.ts';
import { makeRepository } from '../services/repository.ts';
import { holdfast } from './terminal.ts';

test('what no snapshot needs check speaks of, with what removes all of it', async () => {
  const folder = await mkdtemp(join(quickFolder(), 'holdfast-unused-'));
  try {
    const env = { RESTIC_REPOSITORY: join(folder, 'repository'), RESTIC_PASSWORD: 'secret' };
    const run = async (...args: string[]) => (await holdfast(args, { env })).stdout;
    await makeRepository(env.RESTIC_REPOSITORY, 'secret');
    const source = join(folder, 'source');
    await mkdir(source);
    await writeFile(join(source, 'large'), randomBytes(2_000_000));
    for (const text of ['one', 'two']) {
      await writeFile(join(source, 'small'), text);
      await run('backup', source);
    }
    await run('forget', '--keep-last', '1');
    const [, command = ''] = /"holdfast (prune --max-unused 0)"/.exec(await run('check')) ?? [];
    await run(...command.split(' '));
    expect(await run('check')).not.toContain('prune');
  } finally {
    await rm(folder, { recursive: true });
  }
});
