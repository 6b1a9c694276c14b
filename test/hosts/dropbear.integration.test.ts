import { connectOpenSsh } from '../../src/hosts/openssh.ts';
import { connectSsh } from '../../src/hosts/ssh.ts';
import { hostCore } from '../contract/host.ts';
import { startDropbear } from '../services/dropbear.ts';

for (const [name, connect] of [
  ['ssh2', connectSsh],
  ['openssh', connectOpenSsh],
] as const) {
  hostCore(
    `dropbear, by ${name}`,
    async () => {
      const { address, identityFile, hostKeyLine, stop } = await startDropbear();
      return {
        connect: () => connect(address, { identity: identityFile, knownHosts: hostKeyLine }),
        tearDown: stop,
      };
    },
    { tellsSignals: name === 'openssh' },
  );
}
