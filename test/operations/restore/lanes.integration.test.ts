import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readlinkSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDirectory } from '../../../src/backends/directory.ts';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import type { Progress } from '../../../src/operations/progress.ts';
import { sealBlob } from '../../../src/repository/blob-sealing.ts';
import { type BlobId, idOf } from '../../../src/repository/format/ids.ts';
import { acquireLock } from '../../../src/repository/lock.ts';
import { openRepository } from '../../../src/repository/open.ts';
import { alteredHost } from '../../files/altered-host.ts';
import { fileNode, snapshotOf } from '../../repository/nodes.ts';
import { smallDisk } from '../../services/small-disk.ts';
import { Bench, describeAttributes, describeTree, PASSWORD } from './harness.ts';

/** Enough for threads: many files in many folders, some larger than a stretch, and all that threads leave to tar. */
const SAVED = `
mkdir -p saved/closed saved/links
head -c 24000000 /dev/urandom > saved/large
head -c 9000000 /dev/urandom > saved/middle
for i in $(seq 30); do mkdir saved/$i; for j in $(seq 40); do echo $i.$j > saved/$i/$j; done; done
: > saved/empty
truncate -s 3M saved/sparse; echo end >> saved/sparse
echo one > saved/links/a; ln saved/links/a saved/links/b; ln -s ../large saved/links/symlink; mkfifo saved/links/fifo
mkdir -p saved/empty-folder/below saved/noted; setfattr -n user.note -v kept saved/noted; ln -s ../../x saved/noted/up
touch -hd '2001-02-03 04:05:06' saved/noted/up; chown -h 1234:5678 saved/noted/up; chmod 2750 saved/empty-folder/below
echo x > saved/closed/file; setfattr -n user.note -v kept saved/closed/file
chmod 4711 saved/middle; chmod 555 saved/closed; chown 1234:5678 saved/1 saved/1/1
touch -d '2001-02-03 04:05:06.123456789' saved/1/1 saved/2 saved/closed
printf odd > "$(printf 'saved/\\377 \\n')"`;

/** Stands in for the tar that unpacks what is restored. */
const unpackingTar = (body: string) => `tar() { ${body}; }`;
/** What it is sent is kept. */
const keepingTar = (archive: string) => unpackingTar(`tee '${archive}' | command tar "$@"`);
const perl = (body: string) => `perl() { ${body}; }`;

let bench: Bench;
let host: Host;
let saved: string[];
beforeAll(async () => {
  bench = await Bench.make();
  host = localHost();
  await bench.sh(SAVED);
  saved = await describeTree(bench.path('saved'));
  await bench.restic(['backup', '.'], undefined, bench.path('saved'));
});
afterAll(async () => {
  await host.close();
  await bench[Symbol.asyncDispose]();
});
beforeEach(async () => {
  bench.messages.length = 0;
  await bench.sh('rm -rf target; mkdir target');
});
afterEach(() => expect(ofOurs()).toEqual([]));

/** Processes that work below the bench's folder. */
function ofOurs(): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(bench.folder);
    } catch {
      return false; // it has ended, or was none
    }
  });
}

/** This machine with `prelude` before the commands that unpack, or set times. */
function altered(prelude: string): Host {
  const other = alteredHost(host, prelude);
  const start: Host['start'] = (script, options) =>
    (/cat received|syscall/.test(script) ? other : host).start(script, options);
  return { ...host, name: host.name, start, close: () => host.close(), sharesFiles: true };
}

const at = () => ({ target: fromText(bench.path('target')) });
const standing = () => readdirSync(bench.path('target')).filter((name) => !name.startsWith('.holdfast-'));

/** Names of files, and of links to them, that a restore left to tar. */
async function leftToTar(prelude: string, options: Parameters<Bench['restore']>[1] = {}): Promise<string[]> {
  const archive = bench.path('archive');
  await bench.restore(altered(`${keepingTar(archive)}\n${prelude}`), { ...at(), ...options });
  const members = await bench.sh(`tar -tvf archive | sed -n 's/^[-h].* new\\/[0-9a-f]*\\///p'`);
  return members.trimEnd().split('\n').sort();
}

/** The link is shown with what it links to. */
const SPECIAL = ['closed/file', 'links/a', 'links/a', 'sparse'];

test.each([true, false])(
  'all comes back as it was, plain files by threads and the rest by tar (verified: %s)',
  async (verify) => {
    expect(await leftToTar('', { verify })).toEqual(SPECIAL);
    expect(await describeTree(bench.path('target'))).toEqual(saved);
    expect(await describeAttributes(bench.path('target'))).toEqual(
      await describeAttributes(bench.path('saved')),
    );
    expect(bench.messages).toEqual([]);
    const blocks = await bench.sh('stat -c %b target/sparse');
    expect(Number(blocks)).toBeLessThan(100);
  },
);

test('folders and symlinks are made by threads, but for folders with attributes', async () => {
  await leftToTar('');
  const members = await bench.sh(`tar -tvf archive | sed -n 's/^[dl].* new\\/[0-9a-f]*\\///p'`);
  expect(members).toBe('noted/\nnoted/\n');
});

test('all that was sent is counted', async () => {
  const result = await bench.restore(host, at());
  expect(result).toMatchObject({ files: 1208, sentFiles: 1208, resumedFiles: 0 });
});

test('what is hardly worth it, and another machine, have tar alone', async () => {
  const small = await leftToTar('', { includes: [fromText('/1')] });
  expect(small).toHaveLength(40);
  const archive = bench.path('archive');
  await bench.restore({ ...altered(keepingTar(archive)), sharesFiles: false }, at());
  expect((await bench.sh('tar -tf archive')).match(/\/30\//g)).toHaveLength(42);
});

describe('times with fractions of seconds', () => {
  test.each(['no Perl', 'a Perl that sets another time', 'a Perl that sets none'])(
    'are left to tar where there is %s',
    async (which) => {
      const bodies: Record<string, string> = {
        'no Perl': 'return 127',
        'a Perl that sets another time': `command perl -e 'utime 1, 1, "trial-of-times"'`,
        'a Perl that sets none': 'cat >/dev/null',
      };
      const left = await leftToTar(perl(bodies[which] ?? ''));
      // All but three have them: the moment at which they were written.
      expect(left.length).toBeGreaterThan(1200);
      expect(await describeTree(bench.path('target'))).toEqual(saved);
      expect(bench.messages).toEqual([]);
    },
  );

  test('that can’t be set any more fail the restore by what was said, and it goes on the next time', async () => {
    const dying =
      perl(`case "$(command cat run; ls new)" in *[0-9a-f]*) [ -e tried ] || { : > tried; command perl "$@"; return; }; esac
      head -c 1000 >/dev/null; echo "it broke" >&2; return 7`);
    await expect(bench.restore(altered(dying), at())).rejects.toMatchObject({
      code: 'command-failed',
      message: expect.stringMatching(/Cannot set times .* 7.*it broke/),
    });
    expect(standing()).toEqual([]);
    await bench.restore(host, at());
    expect(await describeTree(bench.path('target'))).toEqual(saved);
  });
});

describe('the tar beside them', () => {
  test('that ends well too early is found out', async () => {
    const cut = altered(
      unpackingTar(`{ head -c 3000; cat >/dev/null; } | command tar "$@" 2>/dev/null || :`),
    );
    await expect(bench.restore(cut, { ...at(), verify: false })).rejects.toThrow(/Cannot /);
    expect(standing()).toEqual([]);
  });

  test('that is killed fails the restore, which goes on the next time', async () => {
    const killed = altered(unpackingTar('head -c 3000 >/dev/null; kill -KILL $$'));
    await expect(bench.restore(killed, at())).rejects.toMatchObject({
      code: 'command-failed',
      message: expect.stringMatching(/signal KILL|KILL/),
    });
    expect(standing()).toEqual([]);
    await bench.restore(host, at());
    expect(await describeTree(bench.path('target'))).toEqual(saved);
  });
});

test('a workspace that another run took over is written by neither thread nor tar', async () => {
  const takeOver = 'case "$PWD" in */.holdfast-restore-*) echo other > run;; esac';
  const taken: Host = {
    ...altered(''),
    start: (script, options) =>
      host.start(script.includes('mkdir -p new old') ? `${script}\n${takeOver}` : script, options),
  };
  await expect(bench.restore(taken, at())).rejects.toMatchObject({ code: 'restore-blocked' });
  expect(standing()).toEqual([]);
  expect(await bench.sh('find target/.holdfast-*/new -mindepth 1')).toBe('');
});

test('a workspace that another run takes over while threads write is written no more', async () => {
  const phases = new Set<string>();
  const onProgress = ({ phase, bytesDone }: Progress) => {
    phases.add(phase);
    if (phase === 'restoring' && bytesDone > 0)
      execFileSync('/bin/sh', ['-c', 'cd "$0"/.holdfast-restore-*; echo other > run', bench.path('target')]);
  };
  await expect(bench.restore(host, at(), { onProgress })).rejects.toMatchObject({
    code: 'restore-blocked',
    message: expect.stringContaining('another run of the same restore has taken it over'),
  });
  expect(standing()).toEqual([]);
  // It would find out by its next command anyhow, when all is written.
  expect([...phases]).not.toContain('verifying');
});

test.each([
  ['full', 'size=60m', 'head -c 60000000 /dev/zero > filler'],
  ['out of inodes', 'size=60m,nr_inodes=2000', 'touch $(seq 2000)'],
])('a disk that is %s while threads write is emptied of what was written', async (_, options, fill) => {
  await using _disk = await smallDisk(bench.path('target'), options);
  let isFilled = false;
  const onProgress = ({ phase, bytesDone }: Progress) => {
    if (phase !== 'restoring' || bytesDone === 0 || isFilled) return;
    isFilled = true;
    execFileSync('/bin/sh', ['-c', `cd "$0"; ${fill} 2>/dev/null; rm -f 1; :`, bench.path('target')]);
  };
  await expect(bench.restore(host, at(), { onProgress })).rejects.toMatchObject({
    code: 'no-space',
    message: expect.stringMatching(/filesystem is full .*no space left.*was removed again/),
  });
  expect(readdirSync(bench.path('target')).filter((name) => name.startsWith('.holdfast'))).toEqual([]);
});

test('what is cancelled ends all of it, and goes on the next time', async () => {
  const abort = new AbortController();
  const onProgress = ({ phase, bytesDone }: Progress) => {
    if (phase === 'restoring' && bytesDone > 0) abort.abort();
  };
  const slow = altered(unpackingTar('command tar "$@"; sleep 60'));
  await expect(bench.restore(slow, at(), { onProgress, signal: abort.signal })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(ofOurs()).toEqual([]);
  expect(standing()).toEqual([]);
  await bench.restore(host, at());
  expect(await describeTree(bench.path('target'))).toEqual(saved);
});

describe('a disk that changes what was written', () => {
  const change = `f=$(echo "$0"/.holdfast-restore-*/new/*/large); t=$(stat -c %y "$f")
    printf XYZ | dd of="$f" bs=1 seek=2000000 conv=notrunc 2>/dev/null; touch -d "$t" "$f"`;
  const changing = (times: number) => {
    let left = times;
    let last = '';
    return ({ phase }: Progress) => {
      if (phase === 'verifying' && last !== phase && left-- > 0)
        execFileSync('/bin/sh', ['-c', change, bench.path('target')]);
      last = phase;
    };
  };

  test('once is found, and what it changed is written once more', async () => {
    const result = await bench.restore(host, at(), { onProgress: changing(1) });
    expect(result).toMatchObject({ sentFiles: 1208 + 3 });
    expect(bench.messages).toEqual([
      "Some of what was written isn't what was saved. It is read from the repository and written once more.",
    ]);
    expect(await describeTree(bench.path('target'))).toEqual(saved);
  });

  test('again is found, and nothing is swapped in', async () => {
    await expect(bench.restore(host, at(), { onProgress: changing(2) })).rejects.toMatchObject({
      code: 'restore-mismatch',
      message: expect.stringMatching(/large": its content differs/),
    });
    expect(standing()).toEqual([]);
  });
});

test('a pack that lost a blob fails the restore by its name, with nothing touched', async () => {
  const pack = (await bench.sh('find repository/data -type f -size +6M | head -1')).trim();
  await bench.sh(
    `cp -p ${pack} pack; chmod u+w ${pack}; printf XYZ | dd of=${pack} bs=1 seek=3000000 conv=notrunc`,
  );
  try {
    await expect(bench.restore(host, at())).rejects.toMatchObject({
      code: 'repository-damaged',
      message: expect.stringMatching(/Cannot read data blob [0-9a-f]{64}/),
    });
    expect(standing()).toEqual([]);
  } finally {
    await bench.sh(`cp -p pack ${pack}`);
  }
});

test('what was left to a verification that never came is verified, also by a run that was not to', async () => {
  const repository = await openRepository(openDirectory(bench.repositoryPath), PASSWORD);
  await repository.loadIndex();
  const [real, other] = [randomBytes(5_000_000), randomBytes(5_000_000)];
  const lock = await acquireLock(repository);
  // Sealed by who made it, but not what its name says: bad memory, say.
  const wrong = idOf<BlobId>(real);
  repository.addSealedBlob('data', wrong, sealBlob(repository.masterKey, 'off', 'data', other));
  const { id: large } = await repository.saveBlob('data', real.subarray(1));
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const node = (name: string) => fileNode(name, [large], real.length - 1, { mtimeNs: 0n });
  const nodes = [...names.map(node), fileNode('wrong', [wrong], real.length, { mtimeNs: 0n })];
  const { id: tree } = await repository.saveTree({ nodes });
  const spec = await repository.saveSnapshot(snapshotOf(tree, { paths: ['/'] }));
  await lock.release();
  await repository.close();
  const cancelling = new AbortController();
  const onProgress = ({ phase }: Progress) => {
    if (phase === 'verifying') cancelling.abort();
  };
  await expect(
    bench.restore(host, { ...at(), spec }, { signal: cancelling.signal, onProgress }),
  ).rejects.toThrow();
  await expect(bench.restore(host, { ...at(), spec, verify: false })).rejects.toMatchObject({
    code: expect.stringMatching(/^(restore-mismatch|repository-damaged)$/),
  });
  expect(standing()).toEqual([]);
});
