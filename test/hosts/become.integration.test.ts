import { describe, expect, it } from 'vitest';
import { localHost } from '../../src/hosts/local.ts';
import { connectOpenSsh } from '../../src/hosts/openssh.ts';
import { runToEnd } from '../../src/hosts/output.ts';
import { connectSsh } from '../../src/hosts/ssh.ts';
import { hostCore } from '../contract/host.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';
import { createTestUser } from '../services/user.ts';

const ALL = 'ALL=(ALL) NOPASSWD: ALL';

/** An account with these sudo rules (none: no sudo), and the way to it. */
async function setUp(sudo?: string) {
  const user = await createTestUser(sudo === undefined ? {} : { sudo });
  const sshd = await startSshd({ user: user.name });
  const tearDown = async () => {
    await sshd.stop();
    await user.remove();
  };
  return { user, sshd, tearDown };
}

function root(sshd: Sshd) {
  return { identity: sshd.identityFile, knownHosts: sshd.hostKeyLine, become: 'sudo' } as const;
}

for (const [name, connect, sudo] of [
  ['ssh2', connectSsh, ALL],
  ['openssh', connectOpenSsh, ALL],
  ['ssh2 where sudo uses a pseudo-terminal', connectSsh, `${ALL}\nDefaults use_pty`],
] as const) {
  hostCore(
    `root by sudo, over ${name}`,
    async () => {
      const { sshd, tearDown } = await setUp(sudo);
      return { connect: () => connect(sshd.address, root(sshd)), tearDown };
    },
    { tellsSignals: name === 'openssh' },
  );
}

describe('becoming root', () => {
  it('makes every command root, with root’s home', async () => {
    const { sshd, tearDown } = await setUp(ALL);
    const host = await connectSsh(sshd.address, root(sshd));
    expect((await runToEnd(host, 'id -u; echo $HOME $USER')).stdout.toString()).toBe('0\n/root root\n');
    await host.close();
    await tearDown();
  });

  it.each([
    ['there is no rule', undefined],
    ['the rule asks for a password', 'ALL=(ALL) ALL'],
    ['the rule allows another command only', 'ALL=(ALL) NOPASSWD: /usr/bin/tar'],
    ['a terminal is required', `${ALL}\nDefaults requiretty`],
  ])('is refused clearly when %s', async (_why, sudo) => {
    const { sshd, tearDown } = await setUp(sudo);
    await expect(connectSsh(sshd.address, root(sshd))).rejects.toMatchObject({
      code: 'no-permission',
      message: /Cannot become root on "ssh:.*"sudo -n" ended with exit status 1: ".*sudo.*NOPASSWD/,
    });
    await tearDown();
  });

  it('works by a rule that allows our one command line and nothing else', async () => {
    const { sshd, tearDown } = await setUp(
      String.raw`ALL=(root) NOPASSWD: /usr/bin/sh -c IFS\= read -r s && eval "$s"`,
    );
    const host = await connectSsh(sshd.address, root(sshd));
    expect((await runToEnd(host, 'id -u')).stdout.toString()).toBe('0\n');
    await host.close();
    await tearDown();
  });

  it('needs no sudo where the login is root already', async () => {
    const host = localHost({ become: 'sudo' });
    expect((await runToEnd(host, 'id -u')).stdout.toString()).toBe('0\n');
    await host.close();
  });
});
