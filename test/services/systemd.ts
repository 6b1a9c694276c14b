import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { runToEnd } from '../../src/hosts/output.ts';
import { SHELL_COMMAND, scriptLine } from '../../src/hosts/shell.ts';
import { descendantsOf } from './processes.ts';

const run = promisify(execFile);

/**
 * A machine with a systemd of its own: this one's files with a layer above them that vanishes, in namespaces, and with no units but
 * those in `/units`. Its control groups are a branch of ours. It can be turned off and on again.
 */
export class SystemdMachine {
  readonly folder: string;
  readonly host: Host;
  readonly #own = localHost();
  #machine: ChildProcess | null = null;
  #pid = 0;

  private constructor(folder: string) {
    this.folder = folder;
    this.host = {
      name: 'the machine',
      start: async (script, options) => {
        const enter = `exec nsenter -t ${this.#pid} -m -p -- chroot ${this.root} ${SHELL_COMMAND}`;
        const command = await this.#own.start(enter, options);
        command.stdin.write(scriptLine(script, { reportExit: false }));
        return command;
      },
      close: async () => {},
    };
  }

  static async boot(): Promise<SystemdMachine> {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-systemd-'));
    await run('sh', ['-ec', LAY_OUT, 'sh', folder]);
    const machine = new SystemdMachine(folder);
    await machine.turnOn();
    return machine;
  }

  /** Its files, from outside. */
  get root(): string {
    return join(this.folder, 'root');
  }

  async turnOn(): Promise<void> {
    const machine = spawn('sh', ['-ec', BOOT, 'sh', this.folder], {
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#machine = machine;
    while (this.#pid === 0) {
      if (machine.exitCode !== null) throw new Error('systemd does not start');
      const [inner = 0] = await descendantsOf(machine.pid ?? 0);
      if (inner > 0 && (await this.#is('/lib/systemd/systemd', inner))) this.#pid = inner;
      else await sleep(50);
    }
    for (;;) {
      const { stdout } = await runToEnd(this.host, 'systemctl is-system-running 2>&1');
      if (/^(running|degraded)/.test(stdout.toString())) return;
      await sleep(100);
    }
  }

  /** As a power failure does. */
  async turnOff(): Promise<void> {
    const machine = this.#machine;
    if (machine === null) return;
    process.kill(-(machine.pid ?? 0), 'SIGKILL');
    if (machine.exitCode === null && machine.signalCode === null) await once(machine, 'exit');
    this.#machine = null;
    this.#pid = 0;
  }

  async sh(script: string): Promise<string> {
    const { stdout } = await runToEnd(this.host, script);
    return stdout.toString();
  }

  async remove(): Promise<void> {
    await this.turnOff();
    await this.#own.close();
    await run('sh', ['-c', CLEAR, 'sh', this.folder]);
    await rm(this.folder, { recursive: true, force: true });
  }

  async #is(program: string, pid: number): Promise<boolean> {
    const { stdout } = await run('sh', ['-c', `tr '\\0' ' ' </proc/${pid}/cmdline`]).catch(() => ({
      stdout: '',
    }));
    return stdout.startsWith(program);
  }
}

const LAY_OUT = `
mount -t tmpfs tmpfs "$1"
cd "$1"
mkdir up work root
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/up,workdir=$1/work" root
rm -rf root/srv
mkdir -p root/units/multi-user.target.wants root/srv
for name in sysinit basic shutdown multi-user; do printf '[Unit]\\nDescription=%s\\nDefaultDependencies=no\\n' $name >root/units/$name.target; done
`;

/** Which folders are ours among the control groups, of either version. */
const BRANCHES = `
name=\${1##*/}
branches=
for kind in cgroup2 cgroup; do
  if [ $kind = cgroup ]; then at=$(findmnt -n -t cgroup -O name=systemd -o TARGET | head -n 1); path=$(sed -n 's/^[0-9]*:name=systemd://p' /proc/self/cgroup)
  else at=$(findmnt -n -t cgroup2 -o TARGET | head -n 1); path=$(sed -n 's/^0:://p' /proc/self/cgroup)
  fi
  [ -z "$at" ] || branches="$branches $at\${path%/}/$name"
done
`;

const BOOT = `${BRANCHES}
for branch in $branches; do mkdir -p "$branch"; echo $$ >"$branch/cgroup.procs"; done
named=$(findmnt -n -t cgroup -O name=systemd -o TARGET | head -n 1)
export named
exec unshare --fork --kill-child --pid --mount --uts --ipc --cgroup sh -ec '
cd "$1/root"
mount -t tmpfs tmpfs dev
for one in null zero full random urandom tty; do : >dev/$one; mount --bind /dev/$one dev/$one; done
: >dev/console; mount --bind /dev/null dev/console
ln -s /proc/self/fd dev/fd
mount -t proc proc proc
mount -t sysfs sysfs sys
if [ -n "$named" ]; then
  mount -t tmpfs tmpfs sys/fs/cgroup
  mkdir sys/fs/cgroup/systemd sys/fs/cgroup/unified
  mount -t cgroup -o none,name=systemd cgroup sys/fs/cgroup/systemd
  mount -t cgroup2 cgroup2 sys/fs/cgroup/unified
else mount -t cgroup2 cgroup2 sys/fs/cgroup
fi
mount -t tmpfs tmpfs run
exec env -i container=test PATH="$PATH" SYSTEMD_UNIT_PATH=/units:/run/systemd/transient \\
  chroot . /lib/systemd/systemd --system --unit=multi-user.target
' sh "$1"
`;

/** What was killed is gone a moment later. */
const CLEAR = `${BRANCHES}
eventually() { for try in 1 2 3 4 5 6 7 8 9 10; do "$@" 2>/dev/null && return; sleep 0.5; done; "$@"; }
eventually umount "$1/root"
eventually umount "$1"
for branch in $branches; do eventually find "$branch" -depth -type d -exec rmdir {} +; done
`;
