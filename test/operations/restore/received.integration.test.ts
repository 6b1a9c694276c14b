import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { alteredHost } from '../../files/altered-host.ts';
import { Bench } from './harness.ts';

/** A tar that gets so many bytes of what is sent, as over a connection that was cut, and ends well all the same. */
const CUT_AFTER = (bytes: number) =>
  `tar() { case $1 in -x) { head -c ${bytes}; cat >/dev/null; } | command tar "$@" 2>/dev/null || : ;; *) command tar "$@" ;; esac; }`;

let bench: Bench;
let host: Host;
beforeAll(async () => {
  bench = await Bench.make();
  host = localHost();
  await bench.sh(
    'mkdir saved; for i in 1 2 3; do echo $i > saved/$i; done; mkdir target; echo old > target/1',
  );
  await bench.restic(['backup', '.'], undefined, bench.path('saved'));
});
afterAll(async () => {
  await host.close();
  await bench[Symbol.asyncDispose]();
});

test.each([512, 2048, 5120])(
  'a tar that got only %i bytes and ended well is found out, though nothing is verified after it',
  async (bytes) => {
    const options = { target: fromText(bench.path('target')), verify: false };
    await expect(bench.restore(alteredHost(host, CUT_AFTER(bytes)), options)).rejects.toThrow(/Cannot /);
    expect((await readdir(bench.path('target'))).filter((name) => !name.startsWith('.holdfast-'))).toEqual([
      '1',
    ]);
  },
);

test('what stands in a file’s place and never ends is found out, and not read for ever', async () => {
  const target = bench.path('elsewhere');
  const pipe =
    'tar() { command tar "$@" || return; case $1 in -x) (cd new/*/elsewhere && rm 2 && mkfifo 2) ;; esac; }';
  await expect(bench.restore(alteredHost(host, pipe), { target: fromText(target) })).rejects.toThrow(
    /2": it is a fifo, expected a file/,
  );
});
