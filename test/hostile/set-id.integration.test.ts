import { beforeEach, expect, test } from 'vitest';
import { fromText } from '../../src/bytestring.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { unprivilegedHost } from '../files/altered-host.ts';
import { all, hostWithTools, type ToolMakers } from '../files/tool-hosts.ts';
import { Bench } from '../operations/restore/harness.ts';

// Another account's setuid program, restored by one that isn't root, would belong to that one: whoever runs it would be them.

const OTHER = 12345;
const RESTORER = 65534;

let bench: Bench;
let local: Host;

beforeEach(async () => {
  bench = await Bench.make();
  local = localHost();
  await bench.sh(`mkdir source target; cd source; mkdir folder
    for f in theirs own group; do printf '#!/bin/sh\\nid\\n' >$f; done; ln theirs second; truncate -s 1M holes
    chown ${OTHER}:${OTHER} theirs holes folder; chown ${RESTORER}:${RESTORER} own; chgrp ${OTHER} group
    chmod 6755 theirs own holes; chmod 2755 group; chmod 3777 folder
    cd ..; chmod 755 .; chown ${RESTORER}:${RESTORER} target`);
  await bench.restic(['backup', '.'], undefined, bench.path('source'));
  return async () => {
    await local.close();
    await bench[Symbol.asyncDispose]();
  };
});

const modes = () =>
  bench.sh("cd target; find . -name '.holdfast*' -prune -o ! -name . -printf '%m %P\\n' | sort -k 2");

const HOSTS: [string, ToolMakers][] = [
  ['GNU', {}],
  ['busybox', all('busybox')],
  ['toybox', all('toybox')],
  ['GNU with bsdtar', { tar: 'bsdtar' }],
];

test.each(HOSTS)('without root nothing of others is setuid or setgid, on a host of %s', async (_, makers) => {
  const host = unprivilegedHost(await hostWithTools(local, makers));
  const target = fromText(bench.path('target'));
  await bench.restore(host, { target });
  const expected = '3777 folder\n755 group\n755 holes\n6755 own\n755 second\n755 theirs\n';
  expect(await modes()).toBe(expected);
  // In place what lost them is as it was saved; what somebody gave them is not.
  await bench.sh('chmod 4755 target/group');
  const again = await bench.restore(host, { target, overwrite: 'if-changed' });
  expect(again.replaced).toBe(1);
  expect(await modes()).toBe(expected);
});

test('root gives them back, with their owners', async () => {
  await bench.restore(local, { target: fromText(bench.path('target')) });
  expect(await modes()).toBe('3777 folder\n2755 group\n6755 holes\n6755 own\n6755 second\n6755 theirs\n');
  expect(await bench.sh('stat -c %u target/theirs')).toBe(`${OTHER}\n`);
});
