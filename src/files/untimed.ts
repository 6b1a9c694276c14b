import { fromBytes } from '../bytestring.ts';
import type { Host } from '../hosts/host.ts';
import { runToEnd } from '../hosts/output.ts';
import { deviceNumber } from './device-number.ts';

/**
 * Filesystems that keep no time of a file's last change. What they give as its ctime is its mtime, which anybody may set back, and
 * which images that are built reproducibly have all alike: another content can stand behind the same size, times and inode.
 */
const UNTIMED = [
  ...['vfat', 'msdos', 'exfat', 'squashfs', 'erofs', 'iso9660', 'cramfs', 'romfs', 'afs'],
  ...['sshfs', 'rclone', 's3fs', 'fusefat', 'exfat', 'squashfuse', 'squashfuse_ll', 'fuseiso'].map(
    (name) => `fuse[.]${name}`,
  ),
];

const SCRIPT = `grep -E ' - (${UNTIMED.join('|')}) ' /proc/self/mountinfo`;

/** Devices, and the kinds of their filesystems, ready to show. */
export type UntimedDevices = ReadonlyMap<bigint, string>;

/**
 * The devices mounted on the host whose filesystems keep no time of a file's last change. None where it can't tell (no /proc).
 * @throws What the host throws.
 */
export async function findUntimedDevices(host: Host, signal?: AbortSignal): Promise<UntimedDevices> {
  const { stdout } = await runToEnd(host, SCRIPT, { signal });
  const devices = new Map<bigint, string>();
  for (const line of fromBytes(stdout).split('\n')) {
    const [, major, minor, kind] = /^\d+ \d+ (\d+):(\d+) .* - ([a-z0-9_.]+) /.exec(line) ?? [];
    if (major === undefined || minor === undefined || kind === undefined) continue;
    devices.set(deviceNumber(BigInt(major), BigInt(minor)), kind);
  }
  return devices;
}
