/** Of a kernel's ID map: so many IDs from the first on, as they are called inside. */
interface IdRange {
  readonly first: number;
  readonly count: number;
}

/** Shell: prints the maps of the process's users and groups, `ids u FIRST OUTSIDE COUNT` a line. */
export const TELL_ID_MAPS = `for k in u g; do while read -r f o n; do echo "ids $k $f $o $n"; done </proc/self/\${k}id_map; done 2>/dev/null`;

/** As the kernel shows it where nothing is mapped. */
const ALL_IDS = '0 0 4294967295';

/**
 * Which users and groups a container has, where its engine gives it some of its own (Docker's `userns-remap`, an engine without root): no
 * others can own a file there, and the kernel lets nobody make devices.
 */
export class IdMap {
  readonly #users: readonly IdRange[];
  readonly #groups: readonly IdRange[];

  private constructor(users: readonly IdRange[], groups: readonly IdRange[]) {
    this.#users = users;
    this.#groups = groups;
  }

  /** @param printed With what TELL_ID_MAPS prints. @returns null where all IDs are there, or nothing is known. */
  static parse(printed: string): IdMap | null {
    const lines = [...printed.matchAll(/^ids ([ug]) +(\d+) +(\d+) +(\d+)$/gm)];
    if (lines.every(([, , ...numbers]) => numbers.join(' ') === ALL_IDS)) return null;
    const rangesOf = (kind: string) =>
      lines
        .filter(([, one]) => one === kind)
        .map(([, , first, , count]) => ({ first: Number(first), count: Number(count) }));
    return new IdMap(rangesOf('u'), rangesOf('g'));
  }

  has({ uid, gid }: { readonly uid: number; readonly gid: number }): boolean {
    return isIn(this.#users, uid) && isIn(this.#groups, gid);
  }

  /** Ready to show: `0–65535`. */
  get users(): string {
    return this.#users.map(({ first, count }) => `${first}–${first + count - 1}`).join(', ');
  }
}

function isIn(ranges: readonly IdRange[], id: number): boolean {
  return ranges.some(({ first, count }) => id >= first && id < first + count);
}
