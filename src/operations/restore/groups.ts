import { createHash } from 'node:crypto';
import { type ByteString, display, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Destination, StandingFolder } from './destination.ts';
import { folderNode } from './folder-node.ts';
import { changedFolders, isPlaced, placedNames, type Stay } from './plan.ts';
import type { SourceFolder } from './source-folder.ts';

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
  /** The folder that the workspace stands in: the topmost one, so that the choice doesn't depend on details. */
  readonly home: StandingFolder;
  readonly groups: readonly Group[];
}

export const GROUP_ID_DIGITS = 16;

/**
 * Sorts the folders in which something changes by filesystem.
 * @throws HoldfastError restore-blocked, no-permission if one of them can't be written.
 */
export async function groupByMount(destination: Destination, root: Stay): Promise<GroupsOnMount[]> {
  const folders = [...changedFolders(root)];
  await destination.visit(folders.map(({ folder }) => folder.path));
  const byMount = new Map<string, Group[]>();
  for (const stay of folders) {
    const standing = destination.folder(stay.folder.path);
    assertCanBeWritten(destination, standing, stay.folder.path);
    // Without mountinfo, the device stands for the mount.
    const mount =
      destination.facts.mounts.of(standing.physical)?.id ?? `device ${standing.identity.split(':')[0]}`;
    const groups = byMount.get(mount) ?? [];
    byMount.set(mount, groups);
    groups.push({ id: groupId(stay.folder.path), stay, standing });
  }
  return [...byMount].map(([mount, groups]) => ({ mount, groups, home: topmost(groups) }));
}

function groupId(path: ByteString): ByteString {
  return createHash('sha256').update(toBytes(path)).digest('hex').slice(0, GROUP_ID_DIGITS) as ByteString;
}

function topmost(groups: readonly Group[]): StandingFolder {
  return groups
    .map(({ standing }) => standing)
    .reduce((a, b) =>
      b.physical.length < a.physical.length ||
      (b.physical.length === a.physical.length && b.physical < a.physical)
        ? b
        : a,
    );
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
    `Cannot restore into ${where}: user ${facts.uid} can't write that folder. Connect as its owner or as root, or restore elsewhere with --target.`,
  );
}

/** What a workspace's `new` folder is to hold: for each group a folder with its placed names. */
export function stagedFolder(groups: readonly Group[]): SourceFolder {
  return {
    path: 'new' as ByteString,
    async children() {
      return groups
        .filter(({ stay }) => placedNames(stay).length > 0)
        .map((group) => ({ node: folderNode(group.id), picks: 'whole', folder: placedIn(group.stay) }));
    },
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
