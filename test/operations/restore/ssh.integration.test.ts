import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { connectHost } from '../../../src/hosts/connect.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { undoRestore } from '../../../src/operations/restore-undo.ts';
import { type Sshd, startSshd } from '../../services/sshd.ts';
import { createTestUser } from '../../services/user.ts';
import { Bench, describeAttributes, describeTree } from './harness.ts';

let bench: Bench;
let saved: string[];

beforeAll(async () => {
  bench = await Bench.make();
  await bench.sh(`
    mkdir -p saved/app/data; echo one > saved/app/one; head -c 5000000 /dev/urandom > saved/app/data/big
    printf x > "$(printf 'saved/app/bad\\377')"; ln -s one saved/app/link; ln saved/app/one saved/app/hard
    chown -R 1234:4321 saved/app/data; chmod 02750 saved/app/data; setfattr -n user.a -v b saved/app/one`);
  await bench.restic(['backup', '.'], undefined, bench.path('saved'));
  saved = await describeTree(bench.path('saved'));
});

afterAll(() => bench[Symbol.asyncDispose]());

async function connect(sshd: Sshd, client: 'ssh2' | 'openssh'): Promise<Host> {
  return connectHost(sshd.address, { client, identity: sshd.identityFile, knownHosts: sshd.hostKeyLine });
}

describe.each(['ssh2', 'openssh'] as const)('as root over SSH by %s', (client) => {
  let sshd: Sshd;
  let host: Host;
  beforeAll(async () => {
    sshd = await startSshd();
    host = await connect(sshd, client);
  });
  afterAll(async () => {
    await host.close();
    await sshd.stop();
  });

  test('a snapshot comes back as it was, takes the place of what is there, and goes away again', async () => {
    const target = bench.path(`by-${client}`);
    await bench.sh(`mkdir -p by-${client}/app; echo old > by-${client}/app/one`);
    const before = await describeTree(target);
    const result = await bench.restore(host, { target: fromText(target) });
    const now = async () => (await describeTree(target)).filter((line) => !line.includes('.holdfast-'));
    expect(await now()).toEqual(saved);
    expect(await describeAttributes(`${target}/app`)).toBe(await describeAttributes(bench.path('saved/app')));
    const path = fromText(result.undoFolders[0] as string);
    await undoRestore(host, { path, dryRun: false }, bench.reporter, new AbortController().signal);
    expect(await now()).toEqual(before);
  });
});

describe('as a user who is not root', () => {
  let sshd: Sshd;
  let host: Host;
  let home: string;
  let uid: number;
  beforeAll(async () => {
    sshd = await startSshd({ shell: '/bin/sh' });
    home = `/home/${sshd.user}`;
    uid = (await stat(home)).uid;
    host = await connect(sshd, 'ssh2');
  });
  afterAll(async () => {
    await host.close();
    await sshd.stop();
  });
  beforeEach(() => {
    bench.messages.length = 0;
    execFileSync('/bin/sh', ['-c', `rm -rf ${home}/* ${home}/.holdfast*`]);
  });

  const withoutOwner = (lines: string[]) => lines.map((line) => line.replace(/^(\S+ \S+) \S+ \S+/, '$1'));

  test('all but owners comes back, and that is said', async () => {
    await bench.restore(host, { target: fromText(`${home}/new`) });
    expect(withoutOwner(await describeTree(`${home}/new`))).toEqual(withoutOwner(saved));
    expect((await stat(`${home}/new/app/data`)).uid).toBe(uid);
    expect(bench.messages.join()).toContain('Owners are not restored');
  });

  test('a folder whose parent is not ours is restored from within', async () => {
    await mkdir(`${home}/closed/app`, { recursive: true });
    chownSync(`${home}/closed/app`, uid, uid);
    await bench.restore(host, { target: fromText(`${home}/closed`), spec: 'latest' });
    const now = (await describeTree(`${home}/closed`)).filter((line) => !line.includes('.holdfast-'));
    expect(withoutOwner(now)).toEqual(withoutOwner(saved));
    expect(await readdir(`${home}/closed`)).toEqual(['app']);
  });

  test('a folder that we may not write is refused before anything is sent', async () => {
    await mkdir(`${home}/closed`);
    await chmod(`${home}/closed`, 0o755);
    const failure = bench.restore(host, { target: fromText(`${home}/closed`) });
    await expect(failure).rejects.toMatchObject({ code: 'no-permission' });
    expect(await readdir(`${home}/closed`)).toEqual([]);
  });
});

describe('owners', () => {
  test('go by name where that is asked for: the destination has other numbers', async () => {
    const host = localHost();
    const user = await createTestUser();
    const otherUid = user.uid + 100_000;
    try {
      await bench.sh(`mkdir -p owned; echo x > owned/file; chown ${user.name} owned/file`);
      await bench.restic(['backup', '.'], undefined, bench.path('owned'));
      execFileSync('usermod', ['-o', '-u', String(otherUid), user.name]);
      await bench.restore(host, { target: fromText(bench.path('by-number')) });
      await bench.restore(host, { target: fromText(bench.path('by-name')), owners: 'names' });
      expect((await stat(bench.path('by-number/file'))).uid).toBe(user.uid);
      expect((await stat(bench.path('by-name/file'))).uid).toBe(otherUid);
    } finally {
      await user.remove();
      await host.close();
    }
  });
});
