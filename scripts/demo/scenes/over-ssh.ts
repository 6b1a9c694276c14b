/** The same over SSH: nothing is installed on the other machine, and a machine that isn't the right one is refused. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { type Sshd, startSshd } from '../../../test/services/sshd.ts';
import { backupFigures } from '../backup-figures.ts';
import { fingerprint } from '../fingerprint.ts';
import { findProgram } from '../programs.ts';
import type { Scene } from '../scene.ts';
import type { Shop } from '../shop.ts';
import { compare, type ShopAfterwards } from './ticket-shop.ts';

const TITLE = 'A host over SSH, with nothing installed on it';

export async function tellOverSsh(scene: Scene, { shop }: ShopAfterwards): Promise<void> {
  const { story } = scene;
  if (['sshd', 'ssh', 'ssh-keygen'].some((name) => findProgram(name) === null)) {
    story.skip(
      TITLE,
      'OpenSSH is not installed. Where it is, the demo starts a server of its own and backs up through it.',
    );
    return;
  }
  if (!hasLoopback()) {
    story.skip(TITLE, 'This machine has no network, not even with itself.');
    return;
  }
  const sshd = await startSshd();
  try {
    if (canLogIn(sshd)) await backUpOverSsh(scene, shop, sshd);
    else story.skip(TITLE, `The account ${sshd.user} can't log in over SSH here.`);
  } finally {
    await sshd.stop();
  }
}

/** A sandbox may have none. */
function hasLoopback(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => internal));
}

/** Accounts without a shell, or locked ones, can't: that is no fault of what we show. */
function canLogIn({ user, port, identityFile }: Sshd): boolean {
  const options = ['BatchMode=yes', 'StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null'];
  const flags = [
    '-p',
    `${port}`,
    '-l',
    user,
    '-i',
    identityFile,
    ...options.flatMap((option) => ['-o', option]),
  ];
  return spawnSync('ssh', [...flags, '127.0.0.1', 'exit 0']).status === 0;
}

async function backUpOverSsh(scene: Scene, shop: Shop, sshd: Sshd): Promise<void> {
  const { story, folder } = scene;
  await story.step(
    TITLE,
    'The demo has started an sshd of its own on a free port of this machine, with throw-away keys. The host needs\n' +
      'sshd, a shell, find and tar; no program, password or key of the backup ever reaches it.',
  );
  writeFileSync(join(folder, 'known_hosts'), `${sshd.hostKeyLine}\n`);
  const login = `--on ${sshd.address} \\\n  --identity ${sshd.identityFile} --known-hosts`;
  const backup = `holdfast backup --of shop-by-ssh --host shop.example ${shop.folder}`;
  const saved = await fingerprint(shop.folder);
  const result = await story.run(`${backup} ${login} known_hosts`);
  scene.figures.backups.push(backupFigures(scene, 'Over SSH, after the restore', result));
  scene.figures.timings.push({ name: 'Backup over SSH', milliseconds: result.milliseconds });
  story.measured(
    'Its files are new ones since the restore, so they are read again; of their contents only what is new is stored.',
  );
  rmSync(shop.folder, { recursive: true });
  await story.run(`holdfast restore latest --of shop-by-ssh --target / ${login} known_hosts`);
  await compare(scene, 'Restored over SSH', { saved, folder: shop.folder });
  await refuseImpostor(scene, `${backup} ${login} impostor_known_hosts`, sshd.port);
}

async function refuseImpostor({ story, folder }: Scene, command: string, port: number): Promise<void> {
  await story.step(
    'Somebody else answers at that address',
    'Host keys are pinned and never trusted on first use. Here the key on file is another one than the\n' +
      'server shows: nothing is sent to it.',
  );
  await story.run("ssh-keygen -q -t ed25519 -N '' -C '' -f other_key");
  await story.run(`sed 's/^/[127.0.0.1]:${port} /' other_key.pub >impostor_known_hosts`);
  const { output } = await story.run(command, 1);
  story.check('the wrong host key is refused', /host key/i.test(output));
  rmSync(join(folder, 'other_key'));
}
