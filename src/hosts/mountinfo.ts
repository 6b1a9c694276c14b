import { type ByteString, fromBytes } from '../bytestring.ts';

/** One line of /proc/self/mountinfo. */
export interface MountLine {
  /** Unique while it is mounted. Two bind mounts of one filesystem differ: no rename goes from one to the other. */
  readonly id: string;
  /** What of the filesystem is mounted: `/`, or a folder or a subvolume in it. */
  readonly root: ByteString;
  readonly point: ByteString;
  readonly readOnly: boolean;
  readonly fileSystem: string;
  /** The device, where it is on one. */
  readonly source: ByteString;
}

/**
 * Reads /proc/self/mountinfo (proc_pid_mountinfo(5)): `36 35 98:0 /root /point options tags… - ext3 source options`.
 * Blanks, newlines and backslashes in paths stand as `\040`, `\011`, `\012`, `\134`. Lines that don't look so are
 * left out. In the order of mounting: where two have one mount point, the last one is seen.
 */
export function parseMountLines(text: Uint8Array): MountLine[] {
  const mounts: MountLine[] = [];
  for (const line of fromBytes(text).split('\n')) {
    const fields = line.split(' ');
    const separator = fields.indexOf('-', 6);
    const [id, , , root, point, options] = fields;
    const [, fileSystem, source] = fields.slice(separator);
    if (separator === -1 || id === undefined || root === undefined || point === undefined) continue;
    if (fileSystem === undefined) continue;
    const readOnly = options?.split(',').includes('ro') === true;
    mounts.push({
      id,
      root: unescapeOctal(root),
      point: unescapeOctal(point),
      readOnly,
      fileSystem,
      source: unescapeOctal(source ?? ''),
    });
  }
  return mounts;
}

function unescapeOctal(path: string): ByteString {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  ) as ByteString;
}
