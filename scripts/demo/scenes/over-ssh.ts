/** The same over SSH: nothing is installed on the other machine, and a machine that isn't the right one is refused. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSshd } from '../../../test/services/sshd.ts';
import { backupFigures } from '../backup-figures.ts';
import { fingerprint } from '../fingerprint.ts';
import { findProgram } from '../programs.ts';
import type { Scene } from '../scene.ts';
import { compare, type ShopAfterwards } from './ticket-shop.ts';

const TITLE = 'A host over SSH, with nothing installed on it';

export async function tellOverSsh(scene: Scene, { shop }: ShopAfterwards): Promise<void> {
  const { story, folder } = scene;
  if (findProgram('sshd') === null || findProgram('ssh-keygen') === null) {
    story.skip(
      TITLE,
      'sshd is not installed. Where it is, the demo starts one of its own and backs up through it.',
    );
    return;
  }
  await story.step(
    TITLE,
    'The demo starts an sshd of its own on a free port of this machine, with throw-away keys. The host needs sshd,\n' +
      'a shell, find and tar; no program, password or key of the backup ever reaches it.',
  );
  const sshd = await startSshd();
  try {
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
  } finally {
    await sshd.stop();
  }
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
