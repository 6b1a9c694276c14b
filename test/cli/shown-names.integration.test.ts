import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { quickFolder } from '../memory-disk.ts';
import { makeRepository } from '../services/repository.ts';
import { holdfast } from './terminal.ts';

test('a name that no command line can hold is found as ls shows it, but the very name before that', async () => {
  const folder = await mkdtemp(join(quickFolder(), 'holdfast-shown-names-'));
  try {
    const env = { RESTIC_REPOSITORY: join(folder, 'repository'), RESTIC_PASSWORD: 'secret' };
    const run = async (...args: string[]) => (await holdfast(args, { env })).stdout;
    await makeRepository(env.RESTIC_REPOSITORY, 'secret');
    const source = join(folder, 'source');
    await mkdir(join(source, 'sub\n'), { recursive: true });
    await writeFile(join(source, 'sub\n', 'in'), '');
    for (const name of ['bad\xff', 'new\nline', 'back\\slash', 'back\\\\slash']) {
      await writeFile(Buffer.from(`${source}/${name}`, 'latin1'), `it is ${name.length} long`);
    }
    await run('backup', source);

    const listed = (await run('ls', 'latest', source)).trim().split('\n').slice(1);
    const shown = listed.map((path) => path.slice(source.length + 1));
    expect(shown).toEqual(['back\\\\\\\\slash', 'back\\\\slash', 'bad\\xff', 'new\\nline', 'sub\\n']);
    const dumped = await Promise.all(
      [...shown.slice(0, 4), 'back\\slash'].map((name) => run('dump', 'latest', `${source}/${name}`)),
    );
    // The second is the very name of another file, which is the one that is meant.
    expect(dumped).toEqual([11, 11, 4, 8, 10].map((length) => `it is ${length} long`));
    expect(await run('ls', 'latest', `${source}/sub\\n`)).toBe(`${source}/sub\\n\n${source}/sub\\n/in\n`);
    expect(await run('ls', `latest:${source}/sub\\n`)).toBe('/in\n');
  } finally {
    await rm(folder, { recursive: true });
  }
});
