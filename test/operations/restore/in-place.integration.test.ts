import { appendFile, readdir, stat } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import type { RestoreChange } from '../../../src/operations/restore.ts';
import { undoRestore } from '../../../src/operations/restore-undo.ts';
import { Bench, describeTree } from './harness.ts';

let bench: Bench;
let host: Host;
let saved: string[];

beforeAll(async () => {
  bench = await Bench.make();
  host = localHost();
  await bench.sh(`
    mkdir -p saved/a/b saved/c; cd saved
    for i in 1 2 3 4 5 6 7 8; do echo content $i > a/file$i; done
    head -c 3000000 /dev/urandom > c/big; echo deep > a/b/deep
    ln a/file1 c/linked; ln -s file2 a/link
    touch -d '2020-01-01 00:00:00.5 UTC' a/* a/b c/* a c`);
  await bench.restic(['backup', '.'], undefined, bench.path('saved'));
  saved = await describeTree(bench.path('saved'));
});

afterAll(async () => {
  await host.close();
  await bench[Symbol.asyncDispose]();
});

const target = () => bench.path('target');
const at = () => ({ target: fromText(target()) });
const now = async () => (await describeTree(target())).filter((line) => !line.includes('.holdfast-'));

beforeEach(async () => {
  await bench.sh('rm -rf target; cp -a saved target');
});

describe('overwrite if-changed', () => {
  test('sends nothing where nothing differs, and leaves nothing behind', async () => {
    const inode = (await stat(`${target()}/c/big`)).ino;
    const result = await bench.restore(host, { ...at(), overwrite: 'if-changed' });
    expect(result).toMatchObject({ sentFiles: 0, sentBytes: 0, unchangedFiles: 11, undoFolders: [] });
    expect(await describeTree(target())).toEqual(saved);
    expect((await stat(`${target()}/c/big`)).ino).toBe(inode);
  });

  test('sends only what differs, keeps what is extra, and can be undone', async () => {
    await bench.sh(`
      cd target; echo changed > a/file3; rm a/file4; rm -r a/b; chmod 600 a/file5; echo extra > a/extra
      rm a/file6; mkdir a/file6; echo x > a/file6/x; chmod 700 c; ln -sfn elsewhere a/link`);
    const before = await now();
    const inode = (await stat(`${target()}/c/big`)).ino;
    const result = await bench.restore(host, { ...at(), overwrite: 'if-changed' });
    expect(result).toMatchObject({ sentFiles: 5, created: 2, replaced: 4, unchangedFiles: 6 });
    const extra = (line: string) => line.startsWith('/"a"/"extra"');
    expect((await now()).filter((line) => !extra(line))).toEqual(saved);
    expect((await now()).some(extra)).toBe(true);
    expect((await stat(`${target()}/c/big`)).ino).toBe(inode);
    const path = fromText(target());
    await undoRestore(host, { path, dryRun: false }, bench.reporter, new AbortController().signal);
    expect(await now()).toEqual(before);
  });

  test('moves away what is extra when it is to delete, except what is excluded', async () => {
    await bench.sh(
      'echo 1 > target/a/extra; mkdir target/gone; echo 2 > target/gone/f; echo 3 > target/c/kept.log',
    );
    const result = await bench.restore(host, {
      ...at(),
      overwrite: 'if-changed',
      delete: true,
      excludes: ['*.log'],
    });
    expect(result.removed).toBe(1);
    expect((await now()).filter((line) => !line.startsWith('/"gone"') && !line.includes('kept.log'))).toEqual(
      saved,
    );
    expect(await readdir(`${target()}/c`)).toContain('kept.log');
    const [undo] = result.undoFolders as [string];
    expect(await bench.sh(`cat '${undo}'/old/*/extra`)).toBe('1\n');
  });

  test('sends all names of a file of which one differs, so that they stay one file', async () => {
    await bench.sh('cd target; cp --remove-destination -a c/linked c/copy; mv c/copy c/linked');
    await bench.restore(host, { ...at(), overwrite: 'if-changed' });
    expect(await now()).toEqual(saved);
  });

  test('lists all changes in a dry run and writes nothing', async () => {
    await bench.sh('cd target; echo changed > a/file3; rm a/file4; echo extra > a/extra');
    const before = await describeTree(target());
    const changes: RestoreChange[] = [];
    const onChange = (change: RestoreChange) => void changes.push(change);
    const result = await bench.restore(host, {
      ...at(),
      overwrite: 'if-changed',
      delete: true,
      dryRun: true,
      onChange,
    });
    const shown = changes.map(({ kind, path }) => `${kind} ${path.slice(target().length)}`).sort();
    expect(shown).toEqual(['create /a/file4', 'remove /a/extra', 'replace /a/file3']);
    expect(result).toMatchObject({ dryRun: true, sentFiles: 2, created: 1, replaced: 1, removed: 1 });
    expect(await describeTree(target())).toEqual(before);
  });
});

describe('other ways to overwrite', () => {
  test('if-newer leaves what is newer than the snapshot', async () => {
    await bench.sh("cd target; echo new > a/file3; echo old > a/file4; touch -d '2019-01-01 UTC' a/file4");
    const result = await bench.restore(host, { ...at(), overwrite: 'if-newer' });
    expect(result).toMatchObject({ replaced: 1, unchangedFiles: 9, leftFiles: 1 });
    expect(await bench.sh('cat target/a/file3 target/a/file4')).toBe('new\ncontent 4\n');
  });

  test('never restores only what is missing', async () => {
    await appendFile(`${target()}/a/file3`, 'more');
    await bench.sh('rm target/a/file4; chmod 700 target/c');
    const result = await bench.restore(host, { ...at(), overwrite: 'never' });
    expect(result).toMatchObject({ created: 1, replaced: 0, unchangedFiles: 9, leftFiles: 1 });
    expect(await bench.sh('cat target/a/file3 target/a/file4; stat -c %a target/c')).toBe(
      'content 3\nmorecontent 4\n700\n',
    );
  });
});
