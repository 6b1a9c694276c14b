import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import type { Progress } from '../../../src/operations/progress.ts';
import { undoRestore } from '../../../src/operations/restore-undo.ts';
import { Bench, describeTree, losing } from './harness.ts';

let bench: Bench;
let host: Host;
let saved: string[];
let before: string[];

beforeAll(async () => {
  bench = await Bench.make();
  host = localHost();
  await bench.sh(
    'mkdir -p saved/folder saved/fresh; echo 1 > saved/folder/f; echo 2 > saved/fresh/f; echo 3 > saved/file',
  );
  await bench.restic(['backup', '.'], undefined, bench.path('saved'));
  saved = await describeTree(bench.path('saved'));
});

afterAll(async () => {
  await host.close();
  await bench[Symbol.asyncDispose]();
});

const target = () => bench.path('target');
const now = async () => (await describeTree(target())).filter((line) => !line.includes('.holdfast-'));

beforeEach(async () => {
  await bench.sh('rm -rf target; mkdir -p target/folder; echo old > target/folder/f; echo old > target/file');
  before = await now();
});

/** How far the renames of one name have come: not begun, the old one away, the new one there. */
const STATES = [0, 1, 2] as const;

/** Of `fresh`, nothing old is there to be put away. */
const cases = STATES.flatMap((folder) =>
  STATES.map((file) => ({ folder, file, fresh: (folder + file) % 2 === 0 ? 0 : 2 })),
);

/** Restores up to the first rename, loses the connection for good, and does some of the renames by hand. */
async function cutOff(progress: Record<string, number>): Promise<void> {
  let isLost = false;
  const flaky = losing(host, (script) => {
    isLost ||= script.includes('away()');
    return isLost;
  });
  await expect(bench.restore(flaky, { target: fromText(target()) })).rejects.toThrow(
    /half done.*"restore --undo --target /,
  );
  const undo = (await readdir(target())).find((name) => name.startsWith('.holdfast-undo')) as string;
  const [group] = (await readdir(`${target()}/${undo}/new`)) as [string];
  const [fresh, old] = [`${target()}/${undo}/new/${group}`, `${target()}/${undo}/old/${group}`];
  await mkdir(old, { recursive: true });
  for (const [name, steps] of Object.entries(progress)) {
    if (steps > 0 && name !== 'fresh') await rename(`${target()}/${name}`, `${old}/${name}`);
    if (steps > 1) await rename(`${fresh}/${name}`, `${target()}/${name}`);
  }
}

function undo(path = target()) {
  return undoRestore(
    host,
    { path: fromText(path), dryRun: false },
    bench.reporter,
    new AbortController().signal,
  );
}

describe('a swap that is cut off between any two renames', () => {
  test.each(cases)('is ended by the next run of the same restore: %o', async (progress) => {
    await cutOff(progress);
    const result = await bench.restore(host, { target: fromText(target()) });
    expect(result.finishedEarlierRun).toBe(true);
    expect(await now()).toEqual(saved);
    expect(result.undoFolders).toHaveLength(1);
    await undo(result.undoFolders[0]);
    expect(await now()).toEqual(before);
  });

  test.each(cases)('is taken back by undo: %o', async (progress) => {
    await cutOff(progress);
    await undo();
    expect(await now()).toEqual(before);
  });
});

describe('what a power failure leaves of the disk', () => {
  beforeEach(() =>
    bench.sh(`truncate -s 16M disk; mkfs.ext4 -q disk; mv target before; mkdir target; mount -o loop disk target
      rmdir target/lost+found; cp -a before/. target; sync -f target`),
  );
  afterEach(() => bench.sh('umount target; rm -r disk later before'));

  /** What the device has at this moment, and no cache of its filesystem. */
  const loseThePower = () => bench.sh('cp disk later; umount -l target; mount -o loop later target');

  test('while it is staged is enough to go on from', async () => {
    let isCut = false;
    const onProgress = ({ phase }: Progress) => {
      if (phase !== 'verifying' || isCut) return;
      isCut = true;
      const script = 'echo > target/other; sync target/other; rm target/other; cp disk later';
      execFileSync('sh', ['-ec', script], { cwd: bench.folder });
    };
    await bench.restore(host, { target: fromText(target()) }, { onProgress });
    await bench.sh('umount -l target; mount -o loop later target; rm target/other');
    expect((await readdir(target())).some((name) => name.startsWith('.holdfast-restore-'))).toBe(true);
    await bench.restore(host, { target: fromText(target()) });
    expect(await now()).toEqual(saved);
  });

  test('in the middle of a swap is enough to end it', async () => {
    await cutOff({ folder: 2, file: 1 });
    // Whoever has a file of theirs on the disk has the renames there, too.
    await bench.sh('echo > target/other; sync target/other; rm target/other');
    await loseThePower();
    await bench.sh('rm target/other');
    const result = await bench.restore(host, { target: fromText(target()) });
    expect(result.finishedEarlierRun).toBe(true);
    expect(await now()).toEqual(saved);
  });

  test.each([
    ['something is in the way', ':'],
    ['nothing is', 'rm -r target/*; sync -f target'],
  ])('after a restore is what was restored: %s', async (_, script) => {
    await bench.sh(script);
    await bench.restore(host, { target: fromText(target()) });
    await loseThePower();
    expect(await now()).toEqual(saved);
  });
});

describe('undo', () => {
  test('leaves what it took away as a staging folder, from which the same restore goes on without sending', async () => {
    await bench.restore(host, { target: fromText(target()) });
    expect(await now()).toEqual(saved);
    const { keptIn } = await undo(`${target()}/file`);
    expect(await now()).toEqual(before);
    expect(keptIn).toHaveLength(1);
    const again = await bench.restore(host, { target: fromText(target()) });
    expect(again).toMatchObject({ sentFiles: 0, resumedFiles: 3 });
    expect(await now()).toEqual(saved);
  });

  test('keeps what was changed after the restore', async () => {
    await bench.restore(host, { target: fromText(target()) });
    await bench.sh('echo precious > target/folder/f');
    const { keptIn } = await undo();
    expect(await bench.sh(`cat ${keptIn[0]}/new/*/folder/f`)).toBe('precious\n');
  });

  test('takes back two runs of one restore, the second beside what the first has left', async () => {
    await bench.restore(host, { target: fromText(target()) });
    await bench.sh('echo between > target/file');
    await bench.restore(host, { target: fromText(target()) });
    const kept = (await undo()).keptIn[0] as string;
    expect(await bench.sh('cat target/file')).toBe('between\n');
    await bench.sh('echo 3 > target/file; touch -r saved/file target/file');
    expect((await undo()).keptIn).toEqual([`${kept}-2`]);
    expect(await now()).toEqual(before);
    expect(
      await bench.sh(`ls ${kept} ${kept}-2; find target -name '.holdfast-undo-*' -o -name journal`),
    ).not.toMatch(/undo|journal|done/);
    expect(await bench.restore(host, { target: fromText(target()) })).toMatchObject({ sentFiles: 0 });
  });

  test('takes the newest of two runs that began at one time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    try {
      const [first] = (await bench.restore(host, { target: fromText(target()) })).undoFolders;
      await bench.sh('echo between > target/file');
      const [second] = (await bench.restore(host, { target: fromText(target()) })).undoFolders;
      expect(second).not.toBe(first);
      await undo();
      expect(await bench.sh('cat target/file')).toBe('between\n');
    } finally {
      vi.useRealTimers();
    }
  });

  test('that is cut off before its folder gets another name can be done again', async () => {
    await bench.restore(host, { target: fromText(target()) });
    const flaky = losing(host, (script) => script.includes('rm -f done'));
    const options = { path: fromText(target()), dryRun: false };
    await expect(undoRestore(flaky, options, bench.reporter, new AbortController().signal)).rejects.toThrow(
      /cut/,
    );
    await undo();
    expect(await now()).toEqual(before);
  });

  describe('at the folder that was restored to, deep below which the undo folders lie', () => {
    const deep = () => bench.path('deep');
    const below = (...names: string[]) => join(deep(), bench.path('apps', ...names));
    const [wiki, shop] = [{ spec: '' }, { spec: '' }];
    const restored = async (app: { spec: string }) =>
      (await bench.restore(host, { ...app, target: fromText(deep()) })).undoFolders[0] as string;
    const contents = () => bench.sh(`cat ${below('wiki/data/f')} ${below('shop/data/f')}`);

    beforeAll(async () => {
      await bench.sh(
        'mkdir -p apps/wiki/data apps/shop/data; for f in apps/*/data; do echo new > $f/f; done',
      );
      for (const [app, name] of [
        [wiki, 'wiki'],
        [shop, 'shop'],
      ] as const) {
        const args = ['backup', '--json', '--time', '2001-01-01 00:00:00', bench.path('apps', name, 'data')];
        const said = await bench.restic(args);
        app.spec = JSON.parse(said.trimEnd().split('\n').at(-1) as string).snapshot_id;
      }
    });
    beforeEach(async () => {
      await bench.sh(
        `rm -rf deep; for d in ${below('wiki/data')} ${below('shop/data')}; do mkdir -p $d; echo old > $d/f; done`,
      );
    });

    test('finds the one', async () => {
      expect(await restored(wiki)).toContain(`${below('wiki')}/.holdfast-undo-`);
      expect(await contents()).toBe('new\nold\n');
      await undo(deep());
      expect(await contents()).toBe('old\nold\n');
      expect((await bench.restore(host, { ...wiki, dryRun: true })).target).toBe('its original place');
    });

    test('takes the newest of several runs of one restore', async () => {
      await restored(wiki);
      await bench.sh(`echo between > ${below('wiki/data/f')}`);
      await restored(wiki);
      await undo(deep());
      expect(await contents()).toBe('between\nold\n');
      await undo(deep());
      expect(await contents()).toBe('old\nold\n');
    });

    test('asks for one of several restores, and names them', async () => {
      const folders = [await restored(wiki), await restored(shop)];
      const failure = await undo(deep()).catch((error: Error) => error.message);
      for (const folder of folders) expect(failure).toContain(`"${folder}" (restored "${below()}/`);
      expect(failure).toContain('expected those of one restore alone');
      expect(await contents()).toBe('new\nnew\n');
      await undo(below('shop'));
      expect(await contents()).toBe('new\nold\n');
    });

    test('does not guess where the search took too long, and still knows what is beside a path', async () => {
      const folder = await restored(wiki);
      const slow: Host = {
        name: host.name,
        start: (script, options) =>
          host.start(script.replace('timeout 20 find', 'sh -c "exit 124" find'), options),
        close: async () => {},
      };
      const undoBy = (path: string) =>
        undoRestore(
          slow,
          { path: fromText(path), dryRun: false },
          bench.reporter,
          new AbortController().signal,
        );
      await bench.sh(`mv ${folder} ${deep()}/tmp`);
      await expect(undoBy(deep())).rejects.toThrow(
        /expected to have searched everywhere for others\. Name the undo/,
      );
      await bench.sh(`mv ${deep()}/tmp/.holdfast-undo-* ${below('wiki')}`);
      await undoBy(below('wiki'));
      expect(await contents()).toBe('old\nold\n');
    });

    test('does not search what was moved away or staged', async () => {
      await bench.sh('mkdir -p deep/.holdfast-restore-x/new');
      const inner = await restored(wiki);
      await bench.sh(`mv ${inner} deep/.holdfast-restore-x/new`);
      await expect(undo(deep())).rejects.toThrow(
        /no undo folder in it, beside it, above it or up to 8 folders below/,
      );
    });
  });

  test('refuses, and touches nothing, where there is no undo folder', async () => {
    await expect(undo()).rejects.toMatchObject({ code: 'restore-blocked' });
    expect(await now()).toEqual(before);
  });

  describe('beside the undo folder of a newer restore of something else', () => {
    const before = async () => [await bench.sh('cat target/folder/f'), await bench.sh('cat target/file')];
    let [folderUndo, fileUndo] = ['', ''];

    beforeEach(async () => {
      const only = async (name: string) => {
        const options = { target: fromText(target()), includes: [`/${name}`] };
        return (await bench.restore(host, options)).undoFolders[0] as string;
      };
      folderUndo = await only('folder');
      fileUndo = await only('file');
      expect(await before()).toEqual(['1\n', '3\n']);
    });

    test('takes back the one that it names', async () => {
      await undo(`${target()}/folder`);
      expect(await before()).toEqual(['old\n', '3\n']);
    });

    test('takes the newest for the folder around both', async () => {
      await undo();
      expect(await before()).toEqual(['1\n', 'old\n']);
    });

    test('finds it through a symlink', async () => {
      await bench.sh('ln -sfn target link');
      await undo(bench.path('link', 'folder'));
      expect(await before()).toEqual(['old\n', '3\n']);
    });

    test('refuses a path that none concerns, and tells what there is', async () => {
      const failure = await undo(`${target()}/other`).catch((error: Error) => error.message);
      expect(failure).toContain(`"${folderUndo}" (restored "${target()}/folder" from `);
      expect(failure).toContain(`"${fileUndo}" (restored "${target()}/file" from `);
      expect(await before()).toEqual(['1\n', '3\n']);
    });

    test('takes the very folder that is named', async () => {
      await undo(folderUndo);
      expect(await before()).toEqual(['old\n', '3\n']);
    });
  });

  test('refuses to go on where somebody made a new one of a name that the restore removed', async () => {
    await bench.sh('echo extra > target/folder/extra');
    await bench.restore(host, { target: fromText(target()), overwrite: 'if-changed', delete: true });
    expect(await readdir(`${target()}/folder`)).toEqual(['f']);
    await bench.sh('echo third > target/folder/extra');
    await expect(undo()).rejects.toThrow(/third in their place/);
    expect(await bench.sh('cat target/folder/extra')).toBe('third\n');
  });

  test('refuses to go on where a third one of a name turned up', async () => {
    await cutOff({ folder: 1, file: 0, fresh: 0 });
    await bench.sh('mkdir target/folder; echo third > target/folder/f');
    await expect(undo()).rejects.toThrow(/third in their place/);
    expect(await bench.sh('cat target/folder/f')).toBe('third\n');
  });
});
