import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { statusOf } from '../../../src/apps/control.ts';
import { controlOf } from '../../../src/apps/dolt/control.ts';
import { DOLT_SCHEMA } from '../../../src/apps/dolt/settings.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { runToEnd } from '../../../src/hosts/output.ts';
import { readSettings } from '../../../src/schema.ts';

const local = localHost();
const root = mkdtempSync(join(tmpdir(), 'holdfast-dolt-control-'));
const info = join(root, 'data/.dolt/sql-server.info');
mkdirSync(join(root, 'data/.dolt'), { recursive: true });
afterAll(async () => {
  rmSync(root, { recursive: true });
  await local.close();
});

/** On which `systemctl` starts and stops what calls itself a server, unless it is told to lie. */
writeFileSync(
  join(root, 'systemctl'),
  `#!/bin/sh
echo "$*" >>${root}/events
[ ! -e ${root}/lies ] || exit 0
case $1 in
  start) sh -c 'for i in $(seq 300); do sleep 0.1; done' sql-server >/dev/null 2>&1 & echo "$!:3306:secret" >${info} ;;
  stop) kill "$(cut -d : -f 1 ${info})" ;;
esac
`,
  { mode: 0o755 },
);
const host: Host = {
  name: 'here',
  start: (script, options) => local.start(`PATH=${root}:$PATH\n${script}`, options),
  close: async () => {},
};
const site = { host, signal: new AbortController().signal } as never;

test('a unit is started and stopped by systemd, and seen by the process that the server notes', async () => {
  const given = { 'data-dir': join(root, 'data'), service: 'dolt', 'stop-limit': '1s', 'start-limit': '5s' };
  const control = controlOf(
    readSettings(DOLT_SCHEMA, given, 'the options'),
    join(root, 'data'),
    userInfo().username,
  );
  if (control === null) expect.fail();
  expect(control.settleMs).toBe(185_000); // a lease waits longer than its commands do
  const all = async (commands: readonly string[]) => {
    for (const command of commands)
      expect((await runToEnd(host, command, { signal: new AbortController().signal })).exit).toEqual({
        code: 0,
      });
  };
  expect(await statusOf(site, control)).toBe('stopped');
  await all(control.start);
  expect(await statusOf(site, control)).toBe('runs');
  writeFileSync(join(root, 'lies'), '');
  const lying = await runToEnd(host, control.stop.join('\n'), { signal: new AbortController().signal });
  expect([lying.exit, lying.stderr.toString()]).toEqual([{ code: 1 }, 'Dolt is not stopped after 1 s\n']);
  rmSync(join(root, 'lies'));
  await all(control.stop);
  expect(await statusOf(site, control)).toBe('stopped');
  // What was left by one that died is another process's number by now.
  writeFileSync(info, `${process.pid}:3306:secret`);
  expect(await statusOf(site, control)).toBe('stopped');
});

test('where nothing says how, there is no way', () => {
  const settings = readSettings(DOLT_SCHEMA, { config: '/etc/dolt.yaml' }, 'the options');
  expect(controlOf(settings, '/data', 'dolt')).toBeNull();
});
