import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { baseName, joinPath, parentPath } from '../../files/paths.ts';
import type { Destination } from './destination.ts';
import type { Picks } from './picks.ts';
import { type Plan, Stay } from './plan.ts';
import type { SourceChild, SourceFolder } from './source-folder.ts';
import { isOwnFolder } from './workspace-name.ts';

/** Decides what becomes of something chosen that already stands at the destination. */
export interface StandingPolicy {
  /** A chosen folder, in whose place anything may stand. `stay` makes the plan for it to stay. */
  folder(child: FolderChild, path: ByteString, entry: ListedEntry, stay: () => Promise<Stay>): Promise<Plan>;
  /** Anything else; null: it is left as it is. `stay` is the folder around it. */
  other(child: SourceChild, stay: Stay, entry: ListedEntry): Plan | null;
  /** Asked about each entry of a chosen folder that stays and wasn't compared; null: all is kept. */
  readonly isToGo: ((entry: ListedEntry) => boolean) | null;
  /** Told of what isn't there at all. */
  absent(child: SourceChild, stay: Stay): void;
}

export type FolderChild = SourceChild & { readonly folder: SourceFolder };

/**
 * The policy of `overwrite: always`: what can be replaced as a whole is.
 * @param isToGo See StandingPolicy.
 */
export function replaceAll(destination: Destination, isToGo: StandingPolicy['isToGo']): StandingPolicy {
  return {
    isToGo,
    async folder(child, path, entry, stay) {
      if (entry.type !== 'dir') return 'replace';
      const canBeReplaced = child.picks === 'whole' && (await canBeMoved(destination, path));
      return canBeReplaced ? 'replace' : stay();
    },
    other: () => 'replace',
    absent: () => {},
  };
}

/**
 * Combines what is wanted with what stands at the destination: which folders stay, and which names in them are
 * placed. The topmost possible names are placed, so that few renames swap in a whole application.
 *
 * @param root The destination's `/`.
 * @throws HoldfastError restore-blocked, no-permission.
 */
export async function planPlaces(
  destination: Destination,
  root: SourceFolder,
  picks: Picks,
  policy: StandingPolicy,
): Promise<Stay> {
  await destination.lookAt(pickedPaths(root.path, picks));
  await destination.visit(pickedFolders(root.path, picks).filter((path) => isFolderAt(destination, path)));
  return new Planner(destination, policy).stay(root, null);
}

class Planner {
  readonly #destination: Destination;
  readonly #policy: StandingPolicy;

  constructor(destination: Destination, policy: StandingPolicy) {
    this.#destination = destination;
    this.#policy = policy;
  }

  async stay(folder: SourceFolder, own: Stay['own']): Promise<Stay> {
    const stay = new Stay(folder, own);
    const children = await folder.children();
    await this.#destination.lookAt(children.map(({ node }) => joinPath(folder.path, node.name)));
    for (const child of children) {
      const plan = await this.#child(child, joinPath(folder.path, child.node.name), stay);
      if (plan !== null) stay.changes.set(child.node.name, plan);
    }
    if (own !== null && this.#policy.isToGo !== null) await this.#findExtras(stay, this.#policy.isToGo);
    return stay;
  }

  /** What stands in a folder and isn't in the snapshot. Mount points are never moved. */
  async #findExtras(stay: Stay, isToGo: (entry: ListedEntry) => boolean): Promise<void> {
    const { path } = stay.folder;
    const saved = new Set((await stay.folder.children()).map(({ node }) => node.name));
    const extras = (await this.#destination.namesIn(path)).filter(
      (name) => !saved.has(name) && !isOwnFolder(name),
    );
    await this.#destination.lookAt(extras.map((name) => joinPath(path, name)));
    for (const name of extras) {
      const entry = this.#destination.entry(joinPath(path, name));
      if (entry === null || !isToGo(entry)) continue;
      if (entry.type !== 'dir' || (await canBeMoved(this.#destination, entry.path)))
        stay.changes.set(name, 'remove');
    }
  }

  async #child(child: SourceChild, path: ByteString, around: Stay): Promise<Plan | null> {
    const entry = this.#destination.entry(path);
    if (entry === null) {
      this.#policy.absent(child, around);
      return 'create';
    }
    if (!isFolderChild(child)) {
      assertNoMount(this.#destination, path);
      return this.#policy.other(child, around, entry);
    }
    const isOwn = child.picks === 'whole' || child.picks.own;
    if (!isOwn) return this.#wayThrough(child, path, entry);
    const stay = (): Promise<Stay> => this.stay(child.folder, { node: child.node, entry });
    return this.#policy.folder(child, path, entry, stay);
  }

  /** A folder that is only on the way to what is restored. */
  async #wayThrough(child: FolderChild, path: ByteString, entry: ListedEntry): Promise<Stay> {
    if (entry.type === 'symlink') {
      await this.#destination.follow(path);
      await this.#destination.visit([path]);
    }
    const isFolder =
      entry.type === 'dir' || (entry.type === 'symlink' && this.#destination.folder(path) !== null);
    if (isFolder) return this.stay(child.folder, null);
    throw new HoldfastError(
      'restore-blocked',
      `Cannot restore below "${display(path)}": a ${entry.type} stands there, expected a folder. Move it away, or restore elsewhere with --target.`,
    );
  }
}

function isFolderChild(child: SourceChild): child is FolderChild {
  return child.folder !== null;
}

/**
 * Whether a folder can be renamed: it is no mount point, none is below it (it would move along), nor does what is restored
 * from lie there, and the folder that it stands in can be written.
 */
async function canBeMoved(destination: Destination, path: ByteString): Promise<boolean> {
  const parent = parentPath(path);
  await destination.visit([parent]);
  const standing = destination.folder(parent);
  if (standing === null || path === '/') return false;
  const physical = joinPath(standing.physical, baseName(path));
  const { mounts } = destination.facts;
  if (destination.source?.isIn(destination.identitiesAt(path))) return false;
  return standing.writable && !mounts.isMountPoint(physical) && mounts.below(physical).length === 0;
}

function assertNoMount(destination: Destination, path: ByteString): void {
  if (!destination.facts.mounts.isMountPoint(path)) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore "${display(path)}": it is a mount point, expected a file that can be replaced. Unmount it, or exclude it.`,
  );
}

function isFolderAt(destination: Destination, path: ByteString): boolean {
  return path === '/' || destination.entry(path)?.type === 'dir';
}

/** The folders of which a part is restored: visited in one round trip. */
function pickedFolders(path: ByteString, picks: Picks): ByteString[] {
  if (picks === 'whole') return [];
  const below = [...picks.children].flatMap(([name, child]) => pickedFolders(joinPath(path, name), child));
  return [path, ...below];
}

/** Every path that the picks name: looked at in one round trip. */
function* pickedPaths(path: ByteString, picks: Picks): Generator<ByteString> {
  if (picks === 'whole') return;
  for (const [name, below] of picks.children) {
    const child = joinPath(path, name);
    yield child;
    yield* pickedPaths(child, below);
  }
}
