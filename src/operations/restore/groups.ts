import { createHash } from 'node:crypto';
import { type ByteString, display, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { joinPath, parentPath } from '../../files/paths.ts';
import { blankNode } from '../../repository/format/blank-node.ts';
import { isAtOrBelow } from './chooser.ts';
import type { Destination, StandingFolder } from './destination.ts';
import { changedFolders, isPlaced, placedNames, Stay, stays } from './plan.ts';
import type { SourceFolder } from './source-folder.ts';
import { WHAT_STOPS_ROOT } from './who-may.ts';

/** The names that are swapped in one folder of the destination. In a workspace they stand in a folder of its own. */
export interface Group {
  /** Of the folder's path, so that a later run finds what an earlier one staged. */
  readonly id: ByteString;
  readonly stay: Stay;
  readonly standing: StandingFolder;
}

/** The groups of one filesystem: what can be renamed to one another. */
export interface GroupsOnMount {
  readonly mount: string;
  /** The folder that the workspace stands in. */
  readonly home: StandingFolder;
  readonly groups: readonly Group[];
}

export const GROUP_ID_DIGITS = 16;

/** Of a workspace: the folder that the groups are staged in. */
const STAGED_AT = 'new' as ByteString;

/**
 * Sorts the folders in which something changes by filesystem.
 * @throws HoldfastError restore-blocked, no-permission if one of them can't be written.
 */
export async function groupByMount(destination: Destination, root: Stay): Promise<GroupsOnMount[]> {
  const all = [...stays(root)];
  await destination.visit(all.map(({ folder }) => folder.path));
  assertNobodyLedUsAway(destination, root, '/' as ByteString);
  const byMount = new Map<string, Group[]>();
  for (const stay of changedFolders(root)) {
    const standing = destination.folder(stay.folder.path);
    assertCanBeWritten(destination, standing, stay.folder.path);
    const mount = mountOf(destination, standing);
    const groups = byMount.get(mount) ?? [];
    byMount.set(mount, groups);
    groups.push({ id: groupId(stay.folder.path), stay, standing });
  }
  return [...byMount].map(([mount, groups]) => {
    const candidates = all.filter(({ folder }) => {
      const standing = destination.folder(folder.path);
      return standing?.writable === true && mountOf(destination, standing) === mount;
    });
    return { mount, groups, home: homeOf(destination, groups, candidates) };
  });
}

/**
 * Folders are looked at first and entered later, by their paths. Whoever may rename one of them could put a symlink in
 * its place in between, and so choose the folder that is written, by root perhaps: each must have been entered where
 * the one around it was, or where a symlink of root's or ours leads.
 *
 * @param physical Where `stay` was entered.
 * @throws HoldfastError restore-unsafe.
 */
function assertNobodyLedUsAway(destination: Destination, stay: Stay, physical: ByteString): void {
  for (const [name, plan] of stay.changes) {
    if (!(plan instanceof Stay)) continue;
    const { path } = plan.folder;
    const expected = destination.ledTo(path) ?? joinPath(physical, name);
    const actual = destination.folder(path)?.physical ?? expected;
    if (actual !== expected) {
      throw new HoldfastError(
        'restore-unsafe',
        `Cannot restore into "${display(path)}" on ${destination.host.name}: it led to "${display(actual)}" when it was entered, expected "${display(expected)}". Somebody put a symlink in a folder's place; nothing was written. See who may write there, then restore again.`,
      );
    }
    assertNobodyLedUsAway(destination, plan, expected);
  }
}

/** Without mountinfo, the device stands for the mount. */
function mountOf({ facts }: Destination, { physical, identity }: StandingFolder): string {
  return facts.mounts.of(physical)?.id ?? `device ${identity.split(':')[0]}`;
}

/**
 * The folder for the workspace: around all that changes, next to what is restored rather than in it, and as near as
 * that allows; else the topmost one that can be written.
 */
function homeOf(
  destination: Destination,
  groups: readonly Group[],
  candidates: readonly Stay[],
): StandingFolder {
  const common = groups.map(({ stay }) => stay.folder.path).reduce(commonFolder);
  const around = candidates.filter(({ folder }) => isAtOrBelow(common, folder.path));
  const [nearest] = around
    .filter(({ own }) => own === null)
    .sort(byDepth)
    .reverse();
  const [topmost] = [...around, ...groups.map(({ stay }) => stay)].sort(byDepth);
  const home = destination.folder((nearest ?? topmost)?.folder.path ?? ('/' as ByteString));
  if (home === null) throw new HoldfastError('internal', 'The folders that change stand nowhere.');
  return home;
}

function commonFolder(a: ByteString, b: ByteString): ByteString {
  let folder = a;
  while (!isAtOrBelow(b, folder)) folder = parentPath(folder);
  return folder;
}

function byDepth(a: Stay, b: Stay): number {
  const [x, y] = [a.folder.path, b.folder.path];
  return x.length - y.length || (x < y ? -1 : 1);
}

function groupId(path: ByteString): ByteString {
  return createHash('sha256').update(toBytes(path)).digest('hex').slice(0, GROUP_ID_DIGITS) as ByteString;
}

function assertCanBeWritten(
  destination: Destination,
  standing: StandingFolder | null,
  path: ByteString,
): asserts standing is StandingFolder {
  const { facts, host } = destination;
  const where = `"${display(path)}" on ${host.name}`;
  if (standing === null) {
    throw new HoldfastError(
      'no-permission',
      `Cannot restore into ${where}: user ${facts.uid} can't enter that folder. Connect as another user, or restore elsewhere with --target.`,
    );
  }
  if (facts.mounts.of(standing.physical)?.readOnly === true) {
    throw new HoldfastError(
      'restore-blocked',
      `Cannot restore into ${where}: it is mounted read-only. Mount it for writing, or restore elsewhere with --target.`,
    );
  }
  if (standing.writable) return;
  throw new HoldfastError(
    'no-permission',
    `Cannot restore into ${where}: user ${facts.uid} can't write that folder. ${facts.uid === 0 ? `Restore elsewhere with --target, or mend that: ${WHAT_STOPS_ROOT}` : 'Connect as its owner or as root, or restore elsewhere with --target.'}`,
  );
}

/** What a workspace's `new` folder is to hold: for each group a folder with its placed names. */
export function stagedFolder(groups: readonly Group[]): SourceFolder {
  return {
    path: STAGED_AT,
    async children() {
      return groups
        .filter(({ stay }) => placedNames(stay).length > 0)
        .map((group) => ({
          node: blankNode(group.id, 'dir', 0o700),
          picks: 'whole',
          folder: placedIn(group.stay),
        }));
    },
  };
}

/** Tells where what is staged at `new/GROUP/…` will stand at the destination: the name that a person knows. */
export function placesOf(groups: readonly Group[]): (staged: ByteString) => ByteString {
  const folders = new Map(groups.map(({ id, stay }) => [id, stay.folder.path]));
  return (staged) => {
    const [, id = ''] = staged.split('/', 2);
    const folder = folders.get(id as ByteString);
    if (folder === undefined) return '' as ByteString;
    const below = staged.slice(`${STAGED_AT}/${id}`.length);
    return (folder === '/' && below !== '' ? below : `${folder}${below}`) as ByteString;
  };
}

function placedIn(stay: Stay): SourceFolder {
  return {
    path: stay.folder.path,
    async children() {
      const children = await stay.folder.children();
      return children.filter(({ node }) => isPlaced(stay.changes.get(node.name)));
    },
  };
}
