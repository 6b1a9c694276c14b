import type { ByteString } from '../../bytestring.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { compareAttributes } from './compare-attributes.ts';
import type { Destination } from './destination.ts';
import { type GroupsOnMount, groupByMount, stagedFolder } from './groups.ts';
import { type Change, changesOf, prune, type Stay } from './plan.ts';
import { InPlacePolicy, type UnchangedCounts } from './plan-in-place.ts';
import { planPlaces, replaceAll } from './plan-swap.ts';
import type { RestoreRun } from './run.ts';
import { differences } from './same-entry.ts';
import { assertSpace, type SpaceNeeded, spaceNeeded } from './space.ts';
import { assertNotStoodOn } from './stood-on.ts';
import { stagingName } from './workspace-name.ts';

/** All that a restore will do, known before anything is written. */
export interface RestorePlan {
  readonly root: Stay;
  readonly mounts: readonly GroupsOnMount[];
  readonly unchanged: UnchangedCounts;
  /** See RestoreResult. */
  readonly leftFiles: number;
  readonly needed: { readonly files: number; readonly links: number; readonly bytes: number };
  /** How many topmost names. */
  readonly changes: Readonly<Record<Change, number>>;
  /** See RestoreResult. */
  readonly replacedFolders: number;
}

/**
 * Looks at the destination and decides what is placed where.
 * @throws HoldfastError restore-unsafe, restore-blocked, no-permission, no-space.
 */
export async function planRestore(run: RestoreRun): Promise<RestorePlan> {
  const { destination, source, owners, options } = run;
  const policy = options.overwrite === 'always' ? null : inPlace(run);
  const root = await planPlaces(
    destination,
    source.root,
    source.picks,
    policy ?? replaceAll(destination, options.delete ? isToGo(run) : null),
  );
  if (policy !== null) await compareAttributes(run, root, policy);
  policy?.keepLinksTogether();
  const { isTime, makesHoles } = run.facts.unpacker;
  prune(root, ({ node, entry }) => differences(node, entry, { owner: owners.of(node), isTime }).length === 0);
  await assertSourceStays(destination, root);
  const { changes, replacedFolders } = countChanges(run, root);
  const mounts = await groupByMount(destination, root);
  await assertNotStoodOn(run.host, mounts, run.signal);
  const needed = { files: 0, links: 0, bytes: 0 };
  for (const mount of mounts) {
    const check = (space: SpaceNeeded) => checkSpace(run, mount, space);
    const space = await spaceNeeded(stagedFolder(mount.groups), {
      repository: run.repository,
      makesHoles,
      check,
    });
    needed.files += space.files;
    needed.links += space.links;
    needed.bytes += space.bytes;
  }
  Object.assign(run.planned, needed);
  return {
    root,
    mounts,
    unchanged: policy?.unchanged ?? { files: 0, bytes: 0 },
    leftFiles: policy?.leftFiles ?? 0,
    needed,
    changes,
    replacedFolders,
  };
}

/** @throws HoldfastError restore-blocked. */
async function assertSourceStays(destination: Destination, root: Stay): Promise<void> {
  const { source } = destination;
  if (source === null) return;
  await destination.lookAt(source.doubtful(root));
  source.assertStays(root, (path) => destination.identitiesAt(path));
}

function inPlace(run: RestoreRun): InPlacePolicy {
  const { options, owners, destination, signal } = run;
  return new InPlacePolicy({
    overwrite: options.overwrite === 'always' ? 'if-changed' : options.overwrite,
    owners,
    destination,
    signal,
    isToGo: isToGo(run),
  });
}

/** With `delete`, what isn't in the snapshot and would have been chosen, had it been. */
function isToGo({ options, source }: RestoreRun): (entry: ListedEntry) => boolean {
  return ({ path, type }) => options.delete && source.choose(path, type === 'dir') !== 'none';
}

/** What an earlier run staged takes its space already: then only the filesystem itself knows. */
function checkSpace(run: RestoreRun, { home }: GroupsOnMount, needed: SpaceNeeded): void {
  if (!home.staged.includes(stagingName(run.key) as ByteString)) assertSpace(home, needed, run.host.name);
}

function countChanges({ options, destination }: RestoreRun, root: Stay) {
  const changes: Record<Change, number> = { create: 0, replace: 0, remove: 0 };
  const isWhole = options.overwrite === 'always';
  let replacedFolders = 0;
  for (const change of changesOf(root)) {
    changes[change.kind]++;
    if (isWhole && change.kind === 'replace' && destination.entry(change.path)?.type === 'dir')
      replacedFolders++;
    options.onChange?.(change);
  }
  return { changes, replacedFolders };
}
