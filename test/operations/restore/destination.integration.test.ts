import { execFileSync } from 'node:child_process';
import { renameSync, symlinkSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import type { Progress } from '../../../src/operations/progress.ts';
import { undoRestore } from '../../../src/operations/restore-undo.ts';
import { alteredHost } from '../../files/altered-host.ts';
import { Bench, describeTree } from './harness.ts';

let bench: Bench;
let host: Host;
let saved: string[];

beforeAll(async () => {
  bench = await Bench.make(tmpdir()); // on a disk: memory's filesystem knows all times
  host = localHost();
  await bench.sh(`
    mkdir -p saved/app/data/sub saved/app/conf
    echo conf > saved/app/conf/file; echo data > saved/app/data/sub/file; echo top > saved/app/top
    head -c 3000000 /dev/urandom > saved/app/data/blob; chmod 0750 saved/app/data
    touch -d '2020-01-01 00:00:00.5 UTC' saved/app/data saved/app`);
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
const undo = () =>
  undoRestore(
    host,
    { path: fromText(target()), dryRun: false },
    bench.reporter,
    new AbortController().signal,
  );

beforeEach(async () => {
  await bench.sh(
    'rm -rf target; mkdir -p target/app/data/sub victim; echo old > target/app/data/old; echo victim > victim/v',
  );
});

afterEach(async () => {
  await bench.sh(
    'for m in $(grep -o "$PWD/[^ ]*" /proc/self/mounts | sort -r); do umount $m; done; rm -rf victim',
  );
});

describe('mount points', () => {
  test('stay mounted: what is in them is swapped one by one, the rest around them too', async () => {
    await bench.sh(
      'mount -t tmpfs -o size=20m tmpfs target/app/data; echo old > target/app/data/blob; echo kept > target/app/data/kept',
    );
    const before = await now();
    const result = await bench.restore(host, at());
    const isKept = (line: string) => line.includes('"kept"');
    expect((await now()).filter((line) => !isKept(line))).toEqual(saved);
    expect((await now()).some(isKept)).toBe(true);
    expect(await bench.sh('mountpoint target/app/data')).toContain('is a mountpoint');
    expect(result.undoFolders.map((path) => path.replace(/\/[^/]*$/, '').slice(target().length))).toEqual([
      '',
      '/app/data',
    ]);
    await undo();
    expect(await now()).toEqual(before);
  });

  test('below what is restored, and not in the snapshot, are left where they are', async () => {
    await bench.sh(
      'mkdir target/app/conf target/app/conf/mnt; mount -t tmpfs tmpfs target/app/conf/mnt; echo inside > target/app/conf/mnt/f',
    );
    await bench.restore(host, at());
    expect(await bench.sh('cat target/app/conf/mnt/f target/app/conf/file')).toBe('inside\nconf\n');
  });

  test('lose what is extra when it is to delete, but for what is mounted in them', async () => {
    await bench.sh(
      'mount -t tmpfs tmpfs target/app/data; cd target/app/data; echo x > extra; mkdir gone mnt; mount -t tmpfs tmpfs mnt',
    );
    const result = await bench.restore(host, { ...at(), delete: true });
    expect(result.removed).toBe(2);
    expect((await bench.sh('ls target/app/data')).split('\n')).toEqual(['blob', 'mnt', 'sub', '']);
    expect(
      await bench.sh(`cat '${result.undoFolders.find((path) => path.includes('/data/'))}'/old/*/extra`),
    ).toBe('x\n');
  });

  test('that are read-only are refused before anything is written', async () => {
    await bench.sh('mount -t tmpfs -o ro tmpfs target/app/data');
    await expect(bench.restore(host, at())).rejects.toMatchObject({ code: 'restore-blocked' });
    expect(await readdir(target())).toEqual(['app']);
  });

  test('that are too small are refused before anything is written', async () => {
    await bench.sh('mount -t tmpfs -o size=1m tmpfs target/app/data');
    await expect(bench.restore(host, at())).rejects.toMatchObject({ code: 'no-space' });
    expect(await readdir(target())).toEqual(['app']);
  });

  test('that have too few inodes are refused before anything is written', async () => {
    await bench.sh('mount -t tmpfs -o nr_inodes=12 tmpfs target/app/data');
    await expect(bench.restore(host, at())).rejects.toMatchObject({
      code: 'no-space',
      message: expect.stringMatching(/app\/data" on .*: 11 inodes are free there, expected 14 at least/),
    });
    expect(await readdir(target())).toEqual(['app']);
    expect(await readdir(`${target()}/app/data`)).toEqual([]);
  });

  test.each([
    ['run full while we send', 'size=8m', 'restoring', 'dd if=/dev/zero of=filler 2>/dev/null; true'],
    [
      'run out of inodes while we send',
      'size=8m,nr_inodes=60',
      'restoring',
      'for i in $(seq 60); do touch filler$i; done; true',
    ],
    ['run full before the swap', 'size=8m', 'swapping', 'dd if=/dev/zero of=filler 2>/dev/null; true'],
  ])('that %s are emptied of what was sent, and nothing else is touched', async (_, options, phase, fill) => {
    await bench.sh(
      `mount -t tmpfs -o ${options} tmpfs target; mkdir -p target/app/data; echo old > target/app/data/old`,
    );
    const before = await now();
    let isFilled = false;
    const onProgress = (progress: Progress) => {
      if (progress.phase !== phase || isFilled) return;
      isFilled = true;
      execFileSync('sh', ['-c', `cd ${target()}; { ${fill}; } 2>/dev/null`]);
    };
    await expect(bench.restore(host, at(), { onProgress })).rejects.toMatchObject({
      code: 'no-space',
      message: expect.stringMatching(
        /filesystem is full .*Nothing that stood there was touched.*was removed again/,
      ),
    });
    expect((await describeTree(target())).filter((line) => !line.includes('filler'))).toEqual(before);
  });
});

describe('symlinks at the destination', () => {
  test('of root on the way are followed', async () => {
    await bench.sh('mkdir elsewhere; ln -s ../elsewhere target/link');
    await bench.restore(host, { target: fromText(`${target()}/link/below`) });
    expect(await describeTree(bench.path('elsewhere/below'))).toEqual(saved);
    await bench.sh('rm -r elsewhere');
  });

  test('of another user on the way are refused', async () => {
    await bench.sh('rm -r target/app; ln -s ../victim target/app; chown -h 4242 target/app');
    const options = { ...at(), includes: ['/app/conf/file'] };
    await expect(bench.restore(host, options)).rejects.toMatchObject({ code: 'restore-unsafe' });
    expect(await readdir(bench.path('victim'))).toEqual(['v']);
  });

  test('in place of what is restored go into the undo folder; what they lead to is not touched', async () => {
    await bench.sh('rm -r target/app; ln -s ../victim target/app');
    await bench.restore(host, at());
    expect(await now()).toEqual(saved);
    expect(await readdir(bench.path('victim'))).toEqual(['v']);
  });

  test('deep in what is compared in place are replaced, never followed', async () => {
    await bench.sh(
      'cp -a saved/. target/; rm -r target/app/data; ln -s ../../victim target/app/data; ln -sf ../../victim/v target/app/top',
    );
    await bench.restore(host, { ...at(), overwrite: 'if-changed' });
    expect(await now()).toEqual(saved);
    expect(await bench.sh('cat victim/v; ls victim')).toBe('victim\nv\n');
  });
});

describe('what was prepared where staging goes', () => {
  async function stagingName(): Promise<string> {
    const abort = new AbortController();
    const onProgress = ({ phase }: Progress) => {
      if (phase === 'restoring') abort.abort();
    };
    await bench.restore(host, at(), { onProgress, signal: abort.signal }).catch(() => {});
    const name = (await readdir(target())).find((entry) => entry.startsWith('.holdfast-restore')) as string;
    await bench.sh(`rm -rf target/${name}`);
    return name;
  }

  test.each([
    ['a symlink', (name: string) => `ln -s ../victim target/${name}`],
    ['a symlink that leads nowhere', (name: string) => `ln -s ../victim/new target/${name}`],
    ['a file', (name: string) => `echo x > target/${name}`],
    ['a folder of another user', (name: string) => `mkdir -m 700 target/${name}; chown 4242 target/${name}`],
    ['a folder that others can write', (name: string) => `mkdir -m 777 target/${name}`],
    [
      'a folder with something in it',
      (name: string) => `mkdir -m 700 target/${name}; echo x > target/${name}/x`,
    ],
    [
      'a folder of another restore',
      (name: string) => `mkdir -m 700 target/${name}; echo other > target/${name}/key`,
    ],
  ])('%s is refused', async (_, prepare) => {
    const name = await stagingName();
    await bench.sh(prepare(name));
    const before = await describeTree(target());
    await expect(bench.restore(host, at())).rejects.toMatchObject({ code: 'restore-unsafe' });
    expect(await describeTree(target())).toEqual(before);
    expect(await readdir(bench.path('victim'))).toEqual(['v']);
  });

  test('a symlink put in place of the staging folder while we send leads nowhere', async () => {
    let moved = false;
    const onProgress = ({ phase, bytesDone }: Progress) => {
      const name = `${target()}/${staged}`;
      if (phase !== 'restoring' || bytesDone === 0 || moved) return;
      renameSync(name, bench.path('stolen'));
      symlinkSync('../victim', name);
      moved = true;
    };
    const staged = await stagingName();
    const failure = bench.restore(host, at(), { onProgress });
    await expect(failure).rejects.toMatchObject({ code: expect.stringMatching(/restore-(unsafe|mismatch)/) });
    expect(moved).toBe(true);
    expect(await readdir(bench.path('victim'))).toEqual(['v']);
    expect(await readFile(`${target()}/app/data/old`, 'utf8')).toBe('old\n');
    await bench.sh('rm -rf stolen');
  });
});

describe.each([
  ['read by this process', (here: Host) => here],
  // What isn't known to be this machine.
  ["hashed by the host's commands", (here: Host) => alteredHost(here, '')],
])('what the disk changed between writing and reading, %s,', (_, as) => {
  test('is found before anything is swapped in, even one byte under an unchanged time', async () => {
    const before = await now();
    const onProgress = ({ phase }: Progress) => {
      if (phase !== 'verifying') return;
      execFileSync('/bin/sh', [
        '-c',
        'f=$(echo "$0"/.holdfast-restore-*/new/*/app/data/blob); t=$(stat -c %y "$f"); printf X | dd of="$f" bs=1 seek=2000000 conv=notrunc 2>/dev/null; touch -d "$t" "$f"',
        target(),
      ]);
    };
    const failure = bench.restore(as(host), at(), { onProgress });
    await expect(failure).rejects.toMatchObject({
      code: 'restore-mismatch',
      message: expect.stringMatching(/blob": its content differs/),
    });
    expect(await now()).toEqual(before);
  });

  test('is found in a file that an earlier run had sent, too', async () => {
    const abort = new AbortController();
    const cut = ({ phase }: Progress) => {
      if (phase === 'verifying') abort.abort();
    };
    await expect(
      bench.restore(as(host), at(), { onProgress: cut, signal: abort.signal }),
    ).rejects.toMatchObject({
      code: 'cancelled',
    });
    await bench.sh(
      'f=$(echo target/.holdfast-restore-*/new/*/app/data/blob); t=$(stat -c %y "$f"); printf X | dd of="$f" bs=1 seek=2000000 conv=notrunc 2>/dev/null; touch -d "$t" "$f"',
    );
    await expect(bench.restore(as(host), at())).rejects.toMatchObject({
      code: 'restore-mismatch',
      message: expect.stringMatching(/What differs was removed again/),
    });
    // It has the right size and time still: who takes it for complete fails at it for ever.
    const result = await bench.restore(as(host), at());
    expect(result).toMatchObject({ sentFiles: 1, resumedFiles: 3 });
    expect(await now()).toEqual(saved);
  });
});

describe('a rename that fails', () => {
  test('takes back the ones before it', async () => {
    await bench.sh('mkdir -p target/app; echo mine > target/app/top; chattr +i target/app/top');
    const before = await now();
    try {
      await expect(bench.restore(host, { ...at(), overwrite: 'if-changed' })).rejects.toThrow(
        /all is as it was/,
      );
    } finally {
      await bench.sh('chattr -i target/app/top');
    }
    expect(await now()).toEqual(before);
  });
});

describe('a file attribute that forbids renames even root', () => {
  test.each([
    ['+i on the folder to be replaced', '+i', 'target/app', 'always'],
    ['+a on it', '+a', 'target/app', 'always'],
    ['+a on the folder that stays', '+a', 'target/app', 'if-changed'],
    ['+a on the folder around it, where the swap cannot begin', '+a', 'target', 'always'],
  ] as const)('%s: nothing is half done, and nobody is told to be root', async (_, flag, path, overwrite) => {
    await bench.sh(`echo mine > target/app/top; chattr ${flag} ${path}`);
    const before = await now();
    let message = '';
    try {
      await bench.restore(host, { ...at(), overwrite }).catch((error: Error) => {
        message = error.message;
      });
    } finally {
      await bench.sh(`chattr -i -a ${path}`);
    }
    expect(message).toMatch(/Operation not permitted.*lsattr/);
    expect(message).toMatch(/all is as it was|Nothing that stood there was touched/);
    expect(message).not.toMatch(/half done|such as root/);
    expect(await now()).toEqual(before);
    await bench.restore(host, { ...at(), overwrite, delete: true });
    expect(await now()).toEqual(saved);
  });

  test('+i on a folder that stays: root is not told to be root', async () => {
    await bench.sh('chattr +i target/app');
    try {
      await expect(bench.restore(host, { ...at(), overwrite: 'if-changed' })).rejects.toThrow(
        /"[^"]*\/target\/app" on this machine: user 0 can't write that folder. .*lsattr/,
      );
    } finally {
      await bench.sh('chattr -i target/app');
    }
  });
});

describe('a filesystem that keeps no owners and modes', () => {
  test('is told as such, and nothing is left on it', async () => {
    const keepsNone = alteredHost(host, 'mkdir() { command mkdir "$@" && chmod 777 "$3"; }');
    const before = await describeTree(target());
    await expect(bench.restore(keepsNone, at())).rejects.toMatchObject({
      code: 'restore-blocked',
      message: expect.stringMatching(/keeps no owners and modes .*has mode 777 of user 0.* holdfast dump /),
    });
    expect(await describeTree(target())).toEqual(before);
  });
});

describe('folders around what is restored', () => {
  test('keep their mode; a target that is made is ours alone', async () => {
    await bench.sh('chmod 0711 target');
    await bench.restore(host, { target: fromText(`${target()}/new/deep`) });
    expect((await stat(target())).mode & 0o7777).toBe(0o711);
    expect((await stat(`${target()}/new`)).mode & 0o7777).toBe(0o700);
    expect(await describeTree(`${target()}/new/deep`)).toEqual(saved);
  });

  test('with a default ACL do not hand it on', async () => {
    await bench.sh('rm -r target/app; setfacl -d -m u:4242:rwx target');
    bench.messages.length = 0;
    await bench.restore(host, at());
    expect(await bench.sh('getfacl -RpcE target/app | grep 4242 || echo none')).toBe('none\n');
    expect(bench.messages).toEqual([]);
  });

  test('with a default ACL that nothing there can keep back are named', async () => {
    await bench.sh('rm -r target/app; setfacl -d -m u:4242:rwx target');
    bench.messages.length = 0;
    await bench.restore(alteredHost(host, 'setfacl() { false; }'), at());
    expect(bench.messages).toEqual([
      expect.stringContaining(`"${target()}" on this machine hands its default one on`),
    ]);
    expect(await bench.sh('getfacl -RpcE target/app | grep 4242 || echo none')).not.toBe('none\n');
  });
});

describe('times', () => {
  test('that the filesystem does not know are named, and no reason to refuse', async () => {
    await bench.sh(`mkdir late; mount -t tmpfs tmpfs late; mkdir late/d; echo x > late/d/f; ln -s x late/d/l
      touch -h -d @20000000000.5 late/d/f late/d/l; touch -d @-9000000000 late/d`);
    await bench.restic(['backup', '.'], undefined, bench.path('late'));
    try {
      bench.messages.length = 0;
      await bench.restore(host, at()); // ext4 knows the years 1901 to 2446
      expect(bench.messages).toEqual([
        expect.stringMatching(/^Not all times can be kept on this machine \(entries: 3\)/),
      ]);
      await bench.sh('rm -rf target; mkdir target');
      const failure = bench.restore(host, at(), {
        onProgress: ({ phase }: Progress) => {
          if (phase === 'verifying')
            execFileSync('sh', ['-c', `touch -d @7 ${target()}/.holdfast-restore-*/new/*/d/f`]);
        },
      });
      await expect(failure).rejects.toMatchObject({
        code: 'restore-mismatch',
        message: expect.stringMatching(/d\/f": its mtime is 7000000000, expected 20000000000500000000/),
      });
    } finally {
      await bench.restic(['forget', 'latest']);
      await bench.sh('umount late');
    }
  });
});
