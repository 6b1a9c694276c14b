import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How /proc/mounts names the filesystem of a run, with the run's process. */
const NAME = /^holdfast-tests-(\d+) (\S+) tmpfs /gm;

/**
 * A filesystem in memory for what a run's tests make and remove thousands of times: a disk's, whose inodes must not be
 * used again within seconds, takes most of their time. Who may not mount gets a folder on the disk.
 * @see quickFolder
 */
export default function setup(): () => void {
  for (const [, process = '', place = ''] of readFileSync('/proc/mounts', 'utf8').matchAll(NAME)) {
    if (!isAlive(Number(process))) vanish(place);
  }
  const place = mkdtempSync(join(tmpdir(), 'holdfast-'));
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'mode=1777', `holdfast-tests-${process.pid}`, place]);
  process.env[MEMORY_DISK] = place;
  return () => vanish(place);
}

const MEMORY_DISK = 'HOLDFAST_TEST_MEMORY_DISK';

/** Where tests make a folder of theirs that needs no disk, and has room for some hundred MiB. */
export function quickFolder(): string {
  return process.env[MEMORY_DISK] ?? tmpdir();
}

function vanish(place: string): void {
  spawnSync('umount', ['-l', place]);
  rmSync(place, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
