import { hostname } from 'node:os';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { connectSsh } from '../../../src/hosts/ssh.ts';
import { reachedAt } from '../../../src/operations/backup/host-name.ts';
import { restic } from '../../services/restic.ts';
import { type Sshd, startSshd } from '../../services/sshd.ts';
import { BackupFixture } from './fixture.ts';

let web: Sshd;
let other: Sshd;
let fixture: BackupFixture;

beforeAll(async () => {
  [web, other] = await Promise.all([startSshd(), startSshd()]);
});
afterAll(() => Promise.all([web.stop(), other.stop()]));
beforeEach(async () => {
  fixture = await BackupFixture.create();
  await fixture.sh('echo data > source/file');
});
afterEach(() => fixture.remove());

/** Of the machine that `sshd` leads to; all of them call themselves alike. */
async function backupOf(sshd: Sshd, name: string | null = null) {
  const host = await connectSsh(sshd.address, { identity: sshd.identityFile, knownHosts: sshd.hostKeyLine });
  try {
    return await fixture.backup({ hostname: name }, { host });
  } finally {
    await host.close();
  }
}

const place = (sshd: Sshd) => `ssh://127.0.0.1:${sshd.port}`;

async function countSnapshots(): Promise<number> {
  return JSON.parse(await restic(fixture.restic, ['snapshots', '--json'])).length;
}

test('a host that calls itself as another one is not backed up by that name', async () => {
  await backupOf(web);
  await backupOf(web);
  await expect(backupOf(other)).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringMatching(
      `^Cannot back up ${place(other)}: it calls itself "${hostname()}", and so does ${place(web)}, .* say so by --host ${hostname()} `,
    ),
  });
  expect(await countSnapshots()).toBe(2);
  await backupOf(web);
});

test('one that has moved is backed up by its name when that is given once', async () => {
  await backupOf(web);
  await backupOf(other, hostname());
  await backupOf(other);
  await expect(backupOf(web)).rejects.toThrow(`and so does ${place(other)}`);
  await backupOf(web, 'web');
  expect(await countSnapshots()).toBe(4);
});

test('this machine has its name by itself, whoever came before', async () => {
  await backupOf(web);
  await fixture.backup({ hostname: null });
  await expect(backupOf(web)).rejects.toThrow('and so does this machine');
});

test('a manifest that is lost keeps nothing from being saved anew', async () => {
  await backupOf(web);
  await fixture.sh('find repository/data -type f -delete');
  expect(await backupOf(web)).toMatchObject({ complete: true });
});

test('snapshots that do not say where they came from prove nothing', async () => {
  await restic(fixture.restic, ['backup', '--host', hostname(), fixture.source]);
  await backupOf(web);
  expect(await countSnapshots()).toBe(2);
});

test('of a snapshot that names the user in a container, too, the place is the same', async () => {
  const local = localHost();
  const inside = (name: string) => ({
    ...local,
    name,
    close: async () => {},
    start: (...words: Parameters<Host['start']>) => local.start(...words),
  });
  await fixture.backup({ hostname: null }, { host: inside('compose:shop/db on this machine') });
  await fixture.backup({ hostname: null }, { host: inside('compose:root@shop/db on this machine') });
  await local.close();
  expect(await countSnapshots()).toBe(2);
});

test.each([
  ['ssh://deploy@db.example:22', 'ssh://db.example:22'],
  ['docker:999:999@db on ssh://deploy@db.example:22', 'docker:db on ssh://db.example:22'],
  ['compose:root@shop/db on this machine', 'compose:shop/db on this machine'],
  ['compose:shop/db on ssh://a@db.example', 'compose:shop/db on ssh://db.example'],
  ['ssh://a%40b@[::1]:22', 'ssh://[::1]:22'],
  ['the container "web" on ssh://root@db.example:22', 'the container "web" on ssh://db.example:22'],
  ['this machine', 'this machine'],
])('%s is at %s', (name, at) => expect(reachedAt({ name })).toBe(at));
