import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import type { Progress } from '../../../src/operations/progress.ts';
import { undoRestore } from '../../../src/operations/restore-undo.ts';
import { unprivilegedHost } from '../../files/altered-host.ts';
import { all, hostWithTools, type ToolMakers } from '../../files/tool-hosts.ts';
import { ATTRIBUTES, EVERY_KIND } from '../backup/every-kind.ts';
import { fingerprint } from '../backup/fixture.ts';
import { Bench } from './harness.ts';

interface Expected {
  /** Left out, for the host's tar can't restore it: refused before anything is written. */
  readonly impossible: string | null;
  readonly losses: RegExp | null;
  /** Its touch can't set the second before 1970, and its tar leaves symlinks without a time. */
  readonly isWithoutMinusOne: boolean;
  /** Of the others the first test tells all that is different. */
  readonly isTriedInFull: boolean;
}

const ALL = /can't restore extended attributes.*, fractions of seconds in times, holes in files/;
const NONE: Expected = { impossible: null, losses: null, isWithoutMinusOne: false, isTriedInFull: false };

const HOSTS: [string, ToolMakers, Expected][] = [
  ['busybox', all('busybox'), { ...NONE, losses: ALL, isWithoutMinusOne: true, isTriedInFull: true }],
  ['toybox', all('toybox'), { ...NONE, losses: ALL, impossible: 'huge', isTriedInFull: true }],
  ['GNU with bsdtar', { tar: 'bsdtar' }, { ...NONE, impossible: 'file', isTriedInFull: true }],
  ['busybox with bsdtar', { ...all('busybox'), tar: 'bsdtar' }, { ...NONE, impossible: 'file' }],
  ['GNU with the tar of busybox', { tar: 'busybox' }, { ...NONE, losses: ALL }],
  ['busybox with GNU tar', { ...all('busybox'), tar: 'gnu' }, NONE],
];

let bench: Bench;
let local: Host;

beforeAll(async () => {
  bench = await Bench.make();
  local = localHost();
  await bench.bash('mkdir source');
  await bench.bash(EVERY_KIND + ATTRIBUTES);
  await bench.restic(['backup', 'source']);
});
afterAll(async () => {
  await local.close();
  await bench[Symbol.asyncDispose]();
});

describe.each(HOSTS)('on a host of %s', (name, makers, expected) => {
  let host: Host;
  const target = () => bench.path('target');
  const options = () => ({
    target: fromText(target()),
    excludes: expected.impossible === null ? [] : [expected.impossible],
  });

  beforeAll(async () => {
    host = await hostWithTools(local, makers);
  });
  afterAll(() => host.close());
  beforeEach(async () => {
    await bench.sh('rm -rf target; mkdir target');
    bench.messages.length = 0;
  });

  test('every kind of entry comes back as it was, but for what is said, and is then found unchanged', async () => {
    await bench.restore(host, options());
    expect(bench.messages.filter((message) => message.includes("can't restore"))).toEqual(
      expected.losses === null ? [] : [expect.stringMatching(expected.losses)],
    );
    expect(await restored()).toEqual(await saved());
    if (expected.losses === null) {
      expect(await bench.sh('stat -c %b target/source/holes/all')).toBe('0\n');
    }
    const again = await bench.restore(host, { ...options(), overwrite: 'if-changed' });
    expect(again).toMatchObject({ sentFiles: 0, removed: 0 });
  });

  if (!expected.isTriedInFull) return;

  test('a restore that was cut off goes on, takes the place of what stands there, and can be undone', async () => {
    await bench.sh('mkdir target/source; echo old > target/source/modes; touch target/source/names');
    const abort = new AbortController();
    const onProgress = ({ phase }: Progress) => {
      if (phase === 'verifying') abort.abort();
    };
    const cut = bench.restore(host, options(), { onProgress, signal: abort.signal });
    await expect(cut).rejects.toMatchObject({ code: 'cancelled' });
    // Whatever it finds there, nothing is led out: busybox' tar follows symlinks and changes what they lead to.
    await bench.sh(`mkdir -p victim; chmod 711 victim; echo precious > victim/file; staged=$(echo target/.holdfast-restore-*/new)
      for name in d7777 f0644; do path=$(find $staged -name $name); rm -r $path; ln -s ${bench.path('victim')} $path; done
      path=$(find $staged -name f1644); rm $path; ln -s ${bench.path('victim/file')} $path`);
    const result = await bench.restore(host, options());
    expect(await bench.sh('stat -c "%a %u" victim; cat victim/*')).toBe('711 0\nprecious\n');
    expect(result.resumedFiles).toBeGreaterThan(20);
    expect(await restored()).toEqual(await saved());
    const undo = { path: fromText(target()), dryRun: false };
    await undoRestore(host, undo, bench.reporter, new AbortController().signal);
    expect(await bench.sh('ls target/source; cat target/source/modes')).toBe('modes\nnames\nold\n');
  });

  test('without root all but owners and devices comes back, also what is closed to all', async () => {
    await bench.sh('chmod 755 .; chown 65534 target');
    const excludes = ['block', 'char', 'huge', 'dev', 'capable', ...options().excludes];
    await bench.restore(unprivilegedHost(host), { ...options(), excludes });
    const list = (folder: string) =>
      bench.sh(`cd ${folder}; find . ! -type s ! -path './attributes/*' -printf '%y %m %l %P\\0' | sort -z | tr '\\0' '\\n' |
        grep -vE 'kinds/(block|char|huge)$'; grep -ral "" names modes kinds times holes | sort | xargs -d '\\n' cat | sha256sum`);
    // Files of others lose setuid and setgid: test/hostile/set-id.integration.test.ts.
    await bench.sh('rm -rf plain; cp -a source plain; find plain -type f -perm /6000 -exec chmod ug-s {} +');
    expect(await list('target/source')).toBe(await list('plain'));
  });

  if (expected.impossible !== null) {
    test('what its tar would make something else of is refused before anything is written', async () => {
      await expect(bench.restore(host, { ...options(), excludes: [] })).rejects.toMatchObject({
        code: 'host-unsupported',
        message: expect.stringMatching(new RegExp(`/${expected.impossible}" on .*nothing was written`)),
      });
      expect(await readdir(target())).toEqual([]);
    });
  }

  async function restored(): Promise<string[]> {
    return comparable(await fingerprint(`${target()}/source`));
  }

  async function saved(): Promise<string[]> {
    const { impossible } = expected;
    if (impossible === null) return comparable(await fingerprint(bench.path('source')));
    // What is left out of a folder changes no time that was saved of it.
    await bench.sh(`rm -rf expected; cp -a source expected; find expected -name ${impossible} -delete
      for folder in kinds attributes; do touch -r source/$folder expected/$folder; done; touch -r source expected`);
    return comparable(await fingerprint(bench.path('expected')));
  }

  function comparable(tree: string): string[] {
    const { losses, isWithoutMinusOne } = expected;
    const kept = losses === null ? tree : (tree.split('# file: ')[0] as string);
    const whole = losses === null ? kept : kept.replace(/\.\d{10} /g, '.0000000000 ');
    // busybox' touch gives no fraction back to what bsdtar restores without it, which is before 1970.
    const late = name.startsWith('busybox') ? whole.replace(/ (-\d+)\.\d{10} /g, ' $1.0000000000 ') : whole;
    const lines = late.split('\n').sort();
    return isWithoutMinusOne ? lines.filter((line) => !line.endsWith('times/l-0.000000001')) : lines;
  }
});

test('without root folders that are closed to their owner are placed, moved away and taken back', async () => {
  await bench.sh(`mkdir -p closed/a closed/b target2/a; echo x > closed/a/f; chmod 500 closed/a; chmod 000 closed/b
    echo old > target2/a/old; chmod 500 target2/a; chmod 755 .; chown -R 65534 target2`);
  await bench.restic(['backup', '.'], undefined, bench.path('closed'));
  const host = unprivilegedHost(local);
  const list = (folder: string) =>
    bench.sh(`cd ${folder}; find . -name '.holdfast*' -prune -o -printf '%P %m\\n' | sort`);
  const before = await list('target2');
  const at = fromText(bench.path('target2'));
  await bench.restore(host, { target: at });
  expect(await list('target2')).toBe(await list('closed'));
  await undoRestore(host, { path: at, dryRun: false }, bench.reporter, new AbortController().signal);
  expect(await list('target2')).toBe(before);
});

test.each([
  ['busybox', all('busybox')],
  ['busybox with GNU tar', { ...all('busybox'), tar: 'gnu' as const }],
  ['GNU', {}],
])(
  'a folder that stays gets its time as exactly as the touch of %s can, and what is lost is said',
  async (name, makers) => {
    const host = await hostWithTools(local, makers);
    await bench.sh(`rm -rf dated target; mkdir -p dated/fraction dated/whole dated/early target
    touch -d @1000000000.5 dated/fraction; touch -d @1000000000 dated/whole . ; touch -d @-1 dated/early dated
    cp -a dated/. target; touch target/* target`);
    await bench.restic(['backup', '.'], undefined, bench.path('dated'));
    bench.messages.length = 0;
    try {
      await bench.restore(host, { target: fromText(bench.path('target')), overwrite: 'if-changed' });
      const times = await bench.sh('cd target; stat -c "%n %.1Y" *');
      const said = bench.messages.filter((message) =>
        message.startsWith('Not all times of folders that stay'),
      );
      const isExact = name === 'GNU';
      expect(times).toBe(
        `early ${isExact ? '-1.0' : '0.0'}\nfraction 1000000000.${isExact ? 5 : 0}\nwhole 1000000000.0\n`,
      );
      expect(said).toEqual(isExact ? [] : [expect.stringContaining('(folders: 2)')]);
    } finally {
      await host.close();
    }
  },
);
