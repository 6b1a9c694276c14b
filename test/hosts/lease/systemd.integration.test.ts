import { execFile } from 'node:child_process';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lease } from '../../../src/hosts/lease/lease.ts';
import type { LeaseTerms } from '../../../src/hosts/lease/lease-scripts.ts';
import { SystemdMachine } from '../../services/systemd.ts';

const NEVER = new AbortController().signal;

let machine: SystemdMachine;
beforeAll(async () => {
  machine = await SystemdMachine.boot();
  await writeFile(join(machine.root, 'srv/app'), APP);
  const page = await readFile(
    new URL('../../../docs/how-to/stop-an-application.md', import.meta.url),
    'utf8',
  );
  const [, unit = ''] =
    /```ini\n(# \/etc\/systemd\/system\/holdfast-recover\.service\n.*?)```/s.exec(page) ?? [];
  await writeFile(join(machine.root, 'units/holdfast-recover.service'), unit);
});
afterAll(() => machine?.remove());

/** What a start leaves running says nothing: its output goes nowhere. */
const APP = `case $1 in
  start) echo >>/srv/starts; sh -c 'echo $$ >/srv/pid; exec sleep 1000' </dev/null >/dev/null 2>&1 & while [ ! -s /srv/pid ]; do sleep 0.05; done ;;
  stop) kill $(cat /srv/pid); rm -f /srv/pid ;;
  status) [ -s /srv/pid ] && kill -0 $(cat /srv/pid) 2>/dev/null || exit 3 ;;
esac
`;

const terms: LeaseTerms = {
  name: 'wiki',
  start: 'sh /srv/app start',
  status: 'sh /srv/app status',
  leaseSeconds: 600,
  longestSeconds: 600,
  startLimitSeconds: 20,
  maxTries: 2,
  holder: 'a run',
  token: 'one',
};

async function stopped(): Promise<Lease> {
  const { host } = machine;
  const connect = async () => host;
  const lease = await Lease.lay(host, terms, { connect, onEarlier: () => {}, signal: NEVER });
  await lease.arm(NEVER);
  await lease.stop('sh /srv/app stop', NEVER);
  return lease;
}

/** Those of systemd-run, which last as long as what they began with, or as anything of it. */
const units = async () =>
  (await machine.sh("systemctl list-units --plain --no-legend 'run-*' | cut -d ' ' -f 1")).trim();

test('where systemd is, the watchdog and the start are its units, apart from every session, and end without the application', async () => {
  await machine.sh('sh /srv/app start; : >/srv/starts');
  const lease = await stopped();
  const watchdog = (await machine.sh('cat /var/lib/holdfast/wiki.lease/alive')).split(' ')[0];
  expect(await machine.sh(`cat /proc/${watchdog}/cgroup`)).toMatch(/\/run-[^/]+\.service$/m);
  expect(await lease.resume(NEVER)).toMatchObject({ state: 'started' });
  while ((await units()) !== '') await sleep(100);
  expect(await machine.sh('sh /srv/app status && wc -l </srv/starts')).toBe('1\n');
});

test('after a power failure the unit of the how-to starts what was left stopped, and ends without it', async () => {
  const unit = join(machine.root, 'units/holdfast-recover.service');
  const verify = { env: { ...process.env, SYSTEMD_UNIT_PATH: join(machine.root, 'units:') } };
  await promisify(execFile)('systemd-analyze', ['verify', '--man=no', unit], verify);
  await stopped();
  await symlink(
    '../holdfast-recover.service',
    join(machine.root, 'units/multi-user.target.wants/holdfast-recover.service'),
  );
  await machine.turnOff();
  await machine.turnOn();
  expect(
    await machine.sh('systemctl is-active holdfast-recover; sh /srv/app status && wc -l </srv/starts'),
  ).toBe('inactive\n2\n');
  expect(await machine.sh('cat /var/lib/holdfast/wiki.lease/log')).toContain(
    'nobody watched over it any more',
  );
});
