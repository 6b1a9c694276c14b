import { chmod, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { HoldfastError } from '../../../src/errors.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { type RestoreOptions, restore } from '../../../src/operations/restore.ts';
import { undoRestore } from '../../../src/operations/restore-undo.ts';
import { unprivilegedHost } from '../../files/altered-host.ts';
import { Bench } from './harness.ts';

// Without root a folder that its owner may not write is opened for the moment in which it moves. Killed in that moment,
// nobody but the workspace knows what its mode was.

let bench: Bench;
let local: Host;
let host: Host;
let options: RestoreOptions;
let saved: string;
let before: string;

beforeAll(async () => {
  bench = await Bench.make();
  local = localHost();
  host = unprivilegedHost(local);
  await bench.sh(`chmod 755 .; mkdir -p saved/a saved/b tools; echo x > saved/a/f; echo y > saved/b/f
    chmod 555 saved/a; chmod 000 saved/b; touch -d @1 saved`);
  await bench.restic(['backup', '.'], undefined, bench.path('saved'));
  saved = await list('saved');
  options = await bench.options({ target: at() });
});
afterAll(async () => {
  await local.close();
  await bench[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await bench.sh(`rm -rf target; mkdir -p target/a target/b; echo old > target/a/old; chmod 500 target/a
    chmod 055 target/b; chown -R 65534 target tools`);
  before = await list('target');
});

const list = (folder: string) =>
  bench.sh(`cd ${folder}; find . -mindepth 1 -name '.holdfast*' -prune -o -printf '%P %m\\n' | sort`);
const at = () => fromText(bench.path('target'));
const never = new AbortController().signal;
const restoreOn = async (on: Host) => restore(on, await bench.repository(), options, bench.reporter, never);
const undo = (on: Host) => undoRestore(on, { path: at(), dryRun: false }, bench.reporter, never);

/** What is killed: the shell that moves, once the n-th of its calls of a tool is done. */
type Kill = readonly [tool: 'chmod' | 'mv', call: number];

/** A host that is lost for good with that kill. */
async function killed([tool, call]: Kill): Promise<Host> {
  const path = bench.path('tools', tool);
  await bench.sh('rm -f tools/*');
  await writeFile(
    path,
    `#!/bin/sh
/bin/${tool} "$@" || exit
echo >> ${bench.path('tools/calls')}
[ $(wc -l < ${bench.path('tools/calls')}) -ne ${call} ] || kill -9 $PPID\n`,
  );
  await chmod(path, 0o755);
  let isLost = false;
  return {
    name: host.name,
    start(script, options) {
      if (isLost) throw new HoldfastError('host-unreachable', 'The host is lost.');
      isLost = script.includes('carry()');
      return host.start(isLost ? `PATH=${bench.path('tools')}:$PATH\n${script}` : script, options);
    },
    close: async () => {},
  };
}

/** Two folders go away, then two come; each is opened, moved and closed. The first of each, once opened and once moved. */
const KILLS: readonly Kill[] = [
  ['chmod', 1],
  ['mv', 1],
  ['chmod', 5],
  ['mv', 3],
];

describe.each(KILLS)('a swap killed behind its %s number %i', (...kill) => {
  beforeEach(async () => {
    await expect(restoreOn(await killed(kill))).rejects.toThrow(/half done/);
    expect([saved, before]).not.toContain(await list('target'));
  });

  test('is ended by the next run, with the modes that were saved; and undone, with those that were there', async () => {
    await restoreOn(host);
    expect(await list('target')).toBe(saved);
    await undo(host);
    expect(await list('target')).toBe(before);
  });

  test('is undone with the modes that were there', async () => {
    const { keptIn } = await undo(host);
    expect(await list('target')).toBe(before);
    const staged = await bench.sh(`find ${keptIn[0]} -mindepth 3 -maxdepth 3 -printf '%f %m\\n' | sort`);
    expect(staged).toBe('a 555\nb 0\n');
  });
});

test('what was undone is used again, though its owner could not even read it', async () => {
  await restoreOn(host);
  await undo(host);
  expect(await restoreOn(host)).toMatchObject({ sentFiles: 0, resumedFiles: 2 });
  expect(await list('target')).toBe(saved);
});

test.each(KILLS)('an undo killed behind its %s number %i is ended by the next', async (...kill) => {
  await restoreOn(host);
  await expect(undo(await killed(kill))).rejects.toThrow();
  await undo(host);
  expect(await list('target')).toBe(before);
});
