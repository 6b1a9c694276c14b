import { formatCounted } from '../../amounts.ts';
import { type ByteString, display, fromText } from '../../bytestring.ts';
import { drawn } from '../../drills/choice.ts';
import type { IdMap } from '../../drills/id-map.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { OWN_FOLDER } from '../backup/own-tree.ts';
import { restore } from '../restore.ts';
import { type PlacedNode, walkTree } from '../walk-tree.ts';
import type { DrillPlace } from './place.ts';
import { RestoredFiles } from './restored-files.ts';
import type { DrillRun } from './run.ts';
import { flipByte } from './tamper-file.ts';

export const FILES_CHECK = 'restored files';

export interface FilesPlace {
  readonly host: Host;
  readonly folder: string;
  readonly scratch: string;
}

/** Whether the snapshot has anything beside what Holdfast has added. */
export async function hasFiles({ repository, snapshot, signal }: DrillRun): Promise<boolean> {
  const { nodes } = await repository.loadTree(snapshot.snapshot.tree, signal);
  return nodes.some(({ name }) => name !== OWN_FOLDER);
}

/** @returns where they are; null: they could not be restored, as a check says. */
export async function restoreFiles(run: DrillRun, place: DrillPlace): Promise<FilesPlace | null> {
  let restored: FilesPlace | null = null;
  await run.check(
    { kind: 'restore', name: 'restore of files', expected: 'every file is restored' },
    async () => {
      const to = await place.forFiles();
      if (to.ids !== null) await requireFitting(run, to.ids);
      const { files, bytes } = await restore(
        to.host,
        run.repository,
        {
          ...WHOLE,
          snapshot: run.snapshot,
          target: fromText(to.folder),
          retryLockMs: run.options.retryLockMs,
        },
        run.reporter,
        run.signal,
      );
      restored = to;
      return {
        passed: true,
        found: `${formatCounted(files, 'file')}, ${formatCounted(bytes, 'byte')}, to a ${place.evidence.files_in}`,
      };
    },
  );
  return restored;
}

/**
 * That the container can have what the snapshot holds is told before a byte is restored.
 * @throws HoldfastError host-unsupported naming the first that it can't have.
 */
async function requireFitting({ repository, snapshot, signal }: DrillRun, ids: IdMap): Promise<void> {
  const enter = ({ path }: PlacedNode) => path !== `/${OWN_FOLDER}`;
  for await (const { path, node } of walkTree(repository, snapshot.snapshot.tree, { enter, signal })) {
    const isDevice = node.type === 'dev' || node.type === 'chardev';
    if (ids.has(node) && !isDevice) continue;
    const what = isDevice ? 'is a device' : `belongs to ${node.uid}:${node.gid}`;
    throw new HoldfastError(
      'host-unsupported',
      `Cannot restore the files for the drill: "${display(path)}" ${what}, expected users ${ids.users} and no devices, which is all ` +
        'that this engine’s containers can have (userns-remap, or an engine without root). Name an engine that has all users, by ' +
        'DOCKER_HOST or a context.',
    );
  }
}

/** The drill has a lock of its own. */
export const WHOLE = {
  folder: null,
  includes: [],
  excludes: [],
  iincludes: [],
  iexcludes: [],
  overwrite: 'always',
  delete: false,
  owners: 'numeric',
  includeOwn: false,
  verify: true,
  dryRun: false,
  noLock: true,
} as const;

/** Compares what was restored with the snapshot. @returns what a negative control is made with; null: it has failed. */
export async function proveFiles(run: DrillRun, at: FilesPlace): Promise<RestoredFiles | null> {
  let files: RestoredFiles | null = null;
  const passed = await run.check(
    {
      kind: 'files',
      name: FILES_CHECK,
      expected: 'names, kinds, modes, owners, times and contents are the snapshot’s',
    },
    async () => {
      const options = { snapshot: run.snapshot, folder: fromText(at.folder), includeOwn: false };
      const opened = await RestoredFiles.open(at.host, run.repository, options, run.signal);
      files = opened;
      const { differences, files: hashed, bytes } = await opened.compare();
      const counts = `${formatCounted(hashed, 'file')} with ${formatCounted(bytes, 'byte')} hashed`;
      const owners = opened.hasOwners ? '' : '; owners weren’t restored nor compared: not root';
      return differences.length === 0
        ? { passed: true, found: `all the same: ${counts}${owners}`, provesData: bytes > 0 }
        : { passed: false, found: differences.join('; ') };
    },
  );
  return passed ? files : null;
}

/** Flips one byte of a restored file: the same comparison must tell that file, and must be content again afterwards. */
export async function controlFiles(
  run: DrillRun,
  { scratch }: FilesPlace,
  files: RestoredFiles,
  { name, controls } = { name: 'one byte flipped in a restored file', controls: FILES_CHECK },
): Promise<void> {
  const candidates = await files.candidates();
  if (candidates.length === 0) return; // nothing was proved either
  await run.check(
    {
      kind: 'negative-control',
      name,
      expected: `${controls} fails by its content, and by nothing else`,
      controls,
    },
    async () => {
      const byPath = new Map(candidates.map((one) => [display(one.path), one]));
      const file = byPath.get(drawn(run.options.drillId, [...byPath.keys()])) ?? candidates[0];
      if (file === undefined) return { passed: false, found: 'there is no file' };
      const offset = Number(file.node.sizeBytes / 2n);
      const tamper = () =>
        flipByte(files.host, { path: file.path, offset, reference: `${scratch}/time` }, run.signal);
      await tamper();
      const { differences } = await files.compare(file);
      await tamper();
      const after = await files.compare(file);
      const shown = `byte ${offset} of "${display(relative(files, file.path))}"`;
      if (differences.length === 0)
        return { passed: false, found: `${shown} was flipped, and nothing was noticed` };
      if (after.differences.length > 0)
        return { passed: false, found: `flipped back, it still differs: ${after.differences.join('; ')}` };
      const isThat = differences.length === 1 && differences[0]?.includes('its content differs');
      return { passed: isThat === true, found: `${shown} was flipped: ${differences.join('; ')}` };
    },
  );
}

function relative({ folder }: RestoredFiles, path: ByteString): ByteString {
  return path.slice(folder.length) as ByteString;
}
