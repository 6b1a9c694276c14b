import { expect, onTestFinished, test } from 'vitest';
import { connectOpenSsh } from '../../src/hosts/openssh.ts';
import { runToEnd } from '../../src/hosts/output.ts';
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

test('dropbear mixes up the ends of commands that start and end at once: each is started, and ends as it should', async () => {
  const { address, identityFile, hostKeyLine, stop } = await startDropbear();
  onTestFinished(stop);
  const host = await connectSsh(address, { identity: identityFile, knownHosts: hostKeyLine });
  onTestFinished(() => host.close());
  for (let i = 0; i < 40; i++) expect((await runToEnd(host, `exit ${i}`)).exit).toEqual({ code: i });
});
