import type { ByteString } from '../../bytestring.ts';
import { type MountLine, parseMountLines } from '../../hosts/mountinfo.ts';
import { isAtOrBelow } from './chooser.ts';

export type Mount = Pick<MountLine, 'id' | 'point' | 'fileSystem' | 'readOnly'>;

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

/** Of /proc/self/mountinfo. */
export function parseMountinfo(text: Uint8Array): Mounts {
  return new Mounts(parseMountLines(text));
}
