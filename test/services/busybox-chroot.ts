import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Sshd, startSshd } from './sshd.ts';

const run = promisify(execFile);

export interface BusyboxHost {
  readonly sshd: Sshd;
  /** Where its root is on this machine. */
  readonly root: string;
  stop(): Promise<void>;
}

/** sshd lets nobody else write to a folder above a root: so it isn't below /tmp. */
const PARENT = '/srv';

/** One process instead of four hundred. */
const LINK = 'import os, sys; [os.symlink("busybox", name) for name in sys.argv[1:]]';

/**
 * Everything in the chroot is busybox, down to the shell; root logs in there with the shell that it has outside, as a
 * script that is busybox too.
 */
const FURNISH = String.raw`
  cd "$1"
  mkdir -p bin dev etc lib lib64 proc root tmp data; chmod 1777 tmp; chmod 755 .
  cp "$(command -v busybox)" bin/busybox
  ldd bin/busybox | grep -o '/[^ ]*' | while read -r library; do mkdir -p ".$(dirname "$library")"; cp -L "$library" ".$library"; done
  # Debian's busybox shell finds its own commands by /proc alone: without it, a shell that looks for files.
  [ "$2" = yes ] || { cp -L /bin/dash bin/sh; }
  bin/busybox --list | while read -r applet; do [ -e "bin/$applet" ] || echo "$applet"; done | (cd bin; xargs python3 -c '${LINK}')
  mknod -m 666 dev/null c 1 3; mknod -m 666 dev/zero c 1 5; mknod -m 444 dev/urandom c 1 9
  printf 'root:x:0:0:root:/root:/bin/sh\n' > etc/passwd; printf 'root:x:0:\n' > etc/group
  shell=$(awk -F: '$3 == 0 { print $7; exit }' /etc/passwd); mkdir -p ".$(dirname "$shell")"
  [ -e ".$shell" ] || { printf '#!/bin/sh\nexec /bin/sh "$@"\n' > ".$shell"; chmod 755 ".$shell"; }
`;

/** A host that has nothing but busybox: a chroot behind a real sshd. Needs root. */
export async function startBusyboxHost(options: {
  readonly hasProc: boolean;
  /** Default: root logs in. */
  readonly hasAccount?: boolean;
}): Promise<BusyboxHost> {
  const root = await mkdtemp(`${PARENT}/holdfast-busybox-`);
  let sshd: Sshd | null = null;
  const stop = async () => {
    await sshd?.stop();
    if (options.hasProc) await run('umount', ['-l', `${root}/proc`]).catch(() => {});
    await run('rm', ['-rf', '--one-file-system', root]);
  };
  try {
    await run('bash', ['-ec', FURNISH, 'furnish', root, options.hasProc ? 'yes' : 'no']);
    if (options.hasProc) await run('mount', ['-t', 'proc', 'proc', `${root}/proc`]);
    const account = options.hasAccount === true ? { shell: '/bin/sh' } : {};
    sshd = await startSshd({ ...account, config: [`ChrootDirectory ${root}`] });
    return { sshd, root, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
