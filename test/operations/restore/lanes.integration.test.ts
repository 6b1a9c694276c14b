import { execFileSync } from 'node:child_process';
import { readdirSync, readlinkSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import type { Progress } from '../../../src/operations/progress.ts';
import { alteredHost } from '../../files/altered-host.ts';
import { Bench, describeAttributes, describeTree } from './harness.ts';

const LANES = 3;

/** Enough for lanes: many files in many folders, some larger than a stretch, and all that lanes leave to the other tar. */
const SAVED = `
mkdir -p saved/closed saved/links
head -c 24000000 /dev/urandom > saved/large
head -c 9000000 /dev/urandom > saved/middle
for i in $(seq 30); do mkdir saved/$i; for j in $(seq 40); do echo $i.$j > saved/$i/$j; done; done
: > saved/empty
truncate -s 3M saved/sparse; echo end >> saved/sparse
echo one > saved/links/a; ln saved/links/a saved/links/b; ln -s ../large saved/links/symlink; mkfifo saved/links/fifo
echo x > saved/closed/file; setfattr -n user.note -v kept saved/closed/file
chmod 4711 saved/middle; chmod 555 saved/closed; chown 1234:5678 saved/1 saved/1/1
touch -d '2001-02-03 04:05:06.123456789' saved/1/1 saved/2 saved/closed
printf odd > "$(printf 'saved/\\377 \\n')"`;

/** Stands in for the tar of a lane alone: what all else goes to reads no pipe. */
const laneTar = (body: string) =>
  `tar() { if [ "$1" = -x ] && [ -p /dev/stdin ]; then ${body}; else command tar "$@"; fi; }`;

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

function altered(prelude: string) {
  return { ...alteredHost(host, prelude), sharesFiles: true };
}

const at = () => ({ target: fromText(bench.path('target')) });
const standing = () => readdirSync(bench.path('target')).filter((name) => !name.startsWith('.holdfast-'));

test.each([true, false])(
  'all comes back as it was by several tars at once (verified: %s)',
  async (verify) => {
    const watched = altered('');
    const result = await bench.restore(watched, { ...at(), verify });
    expect(watched.scripts.filter((script) => script.includes('<feed-'))).toHaveLength(LANES);
    expect(result).toMatchObject({ files: 1208, sentFiles: 1208, resumedFiles: 0 });
    expect(await describeTree(bench.path('target'))).toEqual(saved);
    expect(await describeAttributes(bench.path('target'))).toEqual(
      await describeAttributes(bench.path('saved')),
    );
    expect(bench.messages).toEqual([]);
    const blocks = await bench.sh('stat -c %b target/sparse');
    expect(Number(blocks)).toBeLessThan(100);
  },
);

test('what is hardly worth it, another machine, and a tar of another make have one tar', async () => {
  const small = altered('');
  await bench.restore(small, { ...at(), includes: [fromText('/1')] });
  const other = alteredHost(host, '');
  await bench.restore(other, at());
  for (const { scripts } of [small, other]) expect(scripts.join('')).not.toContain('feed-');
});

describe('a lane’s tar', () => {
  test.each([0, 100_000])('that ends well after %i bytes is found out', async (bytes) => {
    const cut = altered(laneTar(`{ head -c ${bytes}; cat >/dev/null; } | command tar "$@" 2>/dev/null || :`));
    await expect(bench.restore(cut, { ...at(), verify: false })).rejects.toThrow(/Cannot /);
    expect(standing()).toEqual([]);
  });

  test('that stops reading and is killed fails the restore, which goes on the next time', async () => {
    const killed = altered(laneTar('head -c 100000 >/dev/null; kill -KILL $$'));
    await expect(bench.restore(killed, at())).rejects.toMatchObject({
      code: 'command-failed',
      message: expect.stringMatching(/signal KILL|KILL/),
    });
    expect(standing()).toEqual([]);
    await bench.restore(host, at());
    expect(await describeTree(bench.path('target'))).toEqual(saved);
  });

  test('that warns is heard, and one that fails is judged by its words', async () => {
    await bench.restore(altered(laneTar('command tar "$@"; echo "tar: odd" >&2')), at());
    expect(bench.messages).toEqual(Array(LANES).fill('tar on this machine: tar: odd'));
    await bench.sh('rm -rf target; mkdir target');
    const full = altered(laneTar('cat >/dev/null; echo "tar: x: No space left on device" >&2; return 2'));
    await expect(bench.restore(full, at())).rejects.toMatchObject({ code: 'no-space' });
    expect(readdirSync(bench.path('target'))).toEqual([]);
  });
});

test('what is cancelled ends every tar, and goes on the next time', async () => {
  const abort = new AbortController();
  const onProgress = ({ phase, bytesDone }: Progress) => {
    if (phase === 'restoring' && bytesDone > 0) abort.abort();
  };
  const slow = altered(laneTar('command tar "$@"; sleep 60'));
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
