import { type ByteString, fromBytes } from '../../bytestring.ts';
import { isAtOrBelow } from './chooser.ts';

/** One line of /proc/self/mountinfo. */
export interface Mount {
  /** Unique while it is mounted. Two bind mounts of one filesystem differ: no rename goes from one to the other. */
  readonly id: string;
  readonly point: ByteString;
  readonly fileSystem: string;
  readonly readOnly: boolean;
}

const PSEUDO = new Set(
  'proc sysfs devtmpfs devpts cgroup cgroup2 debugfs tracefs securityfs pstore bpf mqueue hugetlbfs configfs fusectl binfmt_misc autofs'.split(
    ' ',
  ),
);

/** What is mounted where on a host: which renames are possible, and which folders can't be renamed at all. */
export class Mounts {
  readonly #mounts: readonly Mount[];

  /** @param mounts In the order of mounting: where two have one mount point, the last one is seen. */
  constructor(mounts: readonly Mount[]) {
    this.#mounts = mounts;
  }

  /** The mount that `path` (without symlinks) lies on; null where the host doesn't say. */
  of(path: ByteString): Mount | null {
    let found: Mount | null = null;
    for (const mount of this.#mounts) {
      if (isAtOrBelow(path, mount.point) && mount.point.length >= (found?.point.length ?? 0)) found = mount;
    }
    return found;
  }

  /** Mount points of filesystems that hold no files but what the kernel shows (`/proc`). */
  get pseudo(): ByteString[] {
    return this.#mounts.filter(({ fileSystem }) => PSEUDO.has(fileSystem)).map(({ point }) => point);
  }

  /** Mount points strictly below `path` of filesystems that a restore may have written to. Containers' own are not. */
  writableBelow(path: ByteString): ByteString[] {
    const pseudo = new Set(this.pseudo);
    return this.#mounts
      .filter(
        ({ point, readOnly, fileSystem }) => !readOnly && !pseudo.has(point) && fileSystem !== 'overlay',
      )
      .map(({ point }) => point)
      .filter((point) => point !== path && isAtOrBelow(point, path));
  }

  isMountPoint(path: ByteString): boolean {
    return path === '/' || this.#mounts.some(({ point }) => point === path);
  }

  /** Mount points strictly below `path`. */
  below(path: ByteString): ByteString[] {
    const points = this.#mounts.map(({ point }) => point);
    return points.filter((point) => point !== path && isAtOrBelow(point, path));
  }
}

/**
 * Reads /proc/self/mountinfo (proc_pid_mountinfo(5)): `36 35 98:0 /root /point options tags… - ext3 source options`.
 * Blanks, newlines and backslashes in paths stand as `\040`, `\011`, `\012`, `\134`. Lines that don't look so are
 * left out.
 */
export function parseMountinfo(text: Uint8Array): Mounts {
  const mounts: Mount[] = [];
  for (const line of fromBytes(text).split('\n')) {
    const fields = line.split(' ');
    const separator = fields.indexOf('-', 6);
    const [id, , , , point, options] = fields;
    const fileSystem = fields[separator + 1];
    if (separator === -1 || id === undefined || point === undefined || fileSystem === undefined) continue;
    const readOnly = options?.split(',').includes('ro') === true;
    mounts.push({ id, point: unescapeOctal(point), fileSystem, readOnly });
  }
  return new Mounts(mounts);
}

function unescapeOctal(path: string): ByteString {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  ) as ByteString;
}
