import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fromText } from '../../src/bytestring.ts';
import { connectHost } from '../../src/hosts/connect.ts';
import type { Host } from '../../src/hosts/host.ts';
import { runToEnd } from '../../src/hosts/output.ts';
import { BackupFixture } from '../operations/backup/fixture.ts';
import { type BusyboxHost, startBusyboxHost } from '../services/busybox-chroot.ts';
import { restic } from '../services/restic.ts';

// What docs/threat-model.md says of a `ChrootDirectory`.

const run = promisify(execFile);

let outside = '';
let chroot: BusyboxHost | null = null;
let host: Host | null = null;

beforeAll(async () => {
  outside = await mkdtemp('/srv/holdfast-outside-');
  await run('chmod', ['755', outside]);
  await writeFile(join(outside, 'secret'), 'of the host\n');
});
afterAll(() => rm(outside, { recursive: true }));
afterEach(async () => {
  await host?.close();
  await chroot?.stop();
});

async function connect(
  client: 'ssh2' | 'openssh',
  hasAccount: boolean,
): Promise<readonly [Host, BusyboxHost]> {
  chroot = await startBusyboxHost({ hasProc: true, hasAccount });
  const { address, identityFile: identity, hostKeyLine: knownHosts } = chroot.sshd;
  host = await connectHost(address, { client, identity, knownHosts });
  return [host, chroot];
}

describe('a ChrootDirectory', () => {
  test('is no limit to root, who leaves it', async () => {
    const [inside] = await connect('ssh2', false);
    expect((await runToEnd(inside, `cat ${outside}/secret`)).exit).toEqual({ code: 1 });
    const leave = `for p in /proc/[0-9]*; do chroot $p/root cat ${outside}/secret 2>/dev/null && exit; done`;
    const { stdout } = await runToEnd(inside, leave);
    expect(stdout.toString()).toBe('of the host\n');
  });

  test.each(['ssh2', 'openssh'] as const)(
    'holds an account that is not root, who saves and restores what is inside, over %s',
    async (client) => {
      const [inside, { root }] = await connect(client, true);
      const attempts = [
        `cat ${outside}/secret`,
        `cat /proc/1/root${outside}/secret`,
        `cat /proc/[0-9]*/root${outside}/secret`,
        `for p in /proc/[0-9]*; do chroot $p/root cat ${outside}/secret && exit; done; exit 1`,
        `ln -s / /tmp/up; cat /tmp/up/..${outside}/secret`,
      ];
      for (const attempt of attempts) {
        const { stdout, exit } = await runToEnd(inside, attempt);
        expect([attempt, stdout.toString(), exit]).toEqual([attempt, '', { code: 1 }]);
      }
      const fixture = await BackupFixture.create();
      try {
        await run('sh', ['-ec', 'cd "$1"; echo kept > data/file; chmod 777 data', '_', root]);
        const result = await fixture.backup({ paths: [fromText('/data')] }, { host: inside });
        expect(result).toMatchObject({ complete: true, problems: [] });
        expect(await restic(fixture.restic, ['ls', 'latest', '/data'])).toContain('\n/data/file\n');
        await fixture.restore(fromText('/data/back'), {}, inside);
        expect((await run('cat', [`${root}/data/back/data/file`])).stdout).toBe('kept\n');
      } finally {
        await fixture.remove();
      }
    },
  );
});
