import { connectOpenSsh } from '../../src/hosts/openssh.ts';
import { connectSsh } from '../../src/hosts/ssh.ts';
import { hostContract } from '../contract/host.ts';
import { startSshd } from '../services/sshd.ts';

for (const [name, connect] of [
  ['ssh2', connectSsh],
  ['openssh', connectOpenSsh],
] as const) {
  hostContract(name, async () => {
    const sshd = await startSshd({ shell: '/bin/bash' });
    return {
      connect: () => connect(sshd.address, { identity: sshd.identityFile, knownHosts: sshd.hostKeyLine }),
      tearDown: () => sshd.stop(),
    };
  });
}
