import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findApplication } from '../../../src/apps/applications.ts';
import { askStatus } from '../../../src/hosts/ask-status.ts';
import { SystemdMachine } from '../../services/systemd.ts';

const NEVER = new AbortController().signal;

let machine: SystemdMachine;
beforeAll(async () => {
  machine = await SystemdMachine.boot();
  const unit = (name: string, lines: string) =>
    writeFile(
      join(machine.root, `units/${name}.service`),
      `[Service]\nExecStart=/bin/sleep 1000\n${lines}\n`,
    );
  await unit('web', '');
  await unit('worker', '');
  await unit('slow', 'Type=notify\nTimeoutStartSec=600'); // which never says that it is up
  await machine.sh('systemctl daemon-reload');
});
afterAll(() => machine?.remove());

const site = () => ({
  host: machine.host,
  signal: NEVER,
  env: {},
  connect: async () => machine.host,
  onInfo: () => {},
  onWarning: () => {},
});
const configure = (units: readonly string[]) =>
  findApplication('generic', 'app').configure({ paths: ['/srv'], units }, 'the options');
const planOf = (...units: string[]) => configure(units).planBackup(site());

test('units are stopped in their order, started in the opposite one, and seen by what systemd says of them', async () => {
  const { control } = await planOf('worker', 'web');
  if (control?.status == null) expect.fail();
  const status = () => askStatus(machine.host, control.status ?? '', NEVER);
  expect(await status()).toBe('stopped');
  await machine.sh(control.start.join(' && '));
  expect(await status()).toBe('runs');
  await machine.sh(control.stop[0] ?? '');
  expect(await machine.sh('systemctl is-active worker web; true')).toBe('inactive\nactive\n');
  expect(await status()).toBe('unknown');
  await machine.sh(control.stop.join(' && '));
  expect(await status()).toBe('stopped');
});

test.each([
  ['coming up, which is-active calls stopped', ['slow'], 'slow activating'],
  ['not there, which systemd calls inactive', ['webb'], 'webb absent'],
  ['half stopped', ['web', 'worker'], 'web active, worker inactive'],
])('nothing is stopped of what is %s', async (_, units, states) => {
  await machine.sh('systemctl start web; systemctl start --no-block slow; systemctl is-active slow; true');
  const { beforeStop } = await planOf(...units);
  await expect(beforeStop?.(site())).rejects.toMatchObject({
    code: 'application-unfit',
    message: expect.stringContaining(`its units are ${states}, expected all of them to be active, or none`),
  });
});

test('a restore takes a unit that isn’t there yet for stopped', async () => {
  const record = { profile: 'generic', version: null, settings: {}, facts: {}, running: false };
  const { steps } = await configure(['webb']).planRestore(site(), { record, dumps: [] });
  const [stop] = steps;
  if (stop?.kind !== 'run') expect.fail();
  await stop.run(site());
  expect(stop.title).toBe('stop the application');
});
