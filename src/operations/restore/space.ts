import { display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { Node } from '../../repository/format/node.ts';
import type { StandingFolder } from './destination.ts';
import { HardLinks } from './hard-links.ts';
import { ZERO_BLOB } from './holes.ts';
import type { SourceFolder } from './source-folder.ts';

/** What staging a folder takes. */
export interface SpaceNeeded {
  entries: number;
  files: number;
  /** Of the files: further names of one, which take no bytes. */
  links: number;
  bytes: number;
  /** As the filesystem allots it: whole blocks, without holes. */
  allocatedBytes: number;
}

/** What a workspace has of its own: itself, `new`, `old`, and its small files. */
const WORKSPACE_ENTRIES = 10;
/** The block of nearly every filesystem. */
const BLOCK_BYTES = 4096;

/**
 * Counts all that is in `folder`.
 * @param makesHoles Whether holes take no space.
 * @param check Called for each folder with what was counted so far: what it throws ends the count.
 */
export async function spaceNeeded(
  folder: SourceFolder,
  {
    repository,
    makesHoles,
    check,
  }: { repository: BlobSource; makesHoles: boolean; check: (needed: SpaceNeeded) => void },
): Promise<SpaceNeeded> {
  const needed: SpaceNeeded = { entries: 0, files: 0, links: 0, bytes: 0, allocatedBytes: 0 };
  const names = new HardLinks();
  await count(folder, needed);
  return needed;

  async function count(around: SourceFolder, sum: SpaceNeeded): Promise<void> {
    for (const { node, folder: below } of await around.children()) {
      sum.entries++;
      if (below !== null) {
        sum.allocatedBytes += BLOCK_BYTES;
        await count(below, sum);
      }
      if (node.type !== 'file') continue;
      sum.files++;
      if (names.firstName(node, node.name) === null)
        addContent(node, makesHoles ? holeBytes(node, repository) : 0, sum);
      else sum.links++;
    }
    check(sum);
  }
}

function addContent({ sizeBytes }: Node, holeBytes: number, sum: SpaceNeeded): void {
  sum.bytes += Number(sizeBytes);
  sum.allocatedBytes += Math.ceil((Number(sizeBytes) - holeBytes) / BLOCK_BYTES) * BLOCK_BYTES;
}

function holeBytes({ content }: Node, repository: BlobSource): number {
  const holes = (content ?? []).filter((id) => id === ZERO_BLOB);
  return holes.length === 0 ? 0 : holes.length * (repository.blobSize('data', ZERO_BLOB) ?? 0);
}

/** @throws HoldfastError no-space if the filesystem of `home` can't take what is needed. */
export function assertSpace(home: StandingFolder, needed: SpaceNeeded, hostName: string): void {
  const where = `"${display(home.path)}" on ${hostName}`;
  if (home.freeBytes !== null && needed.allocatedBytes > home.freeBytes) {
    throw new HoldfastError(
      'no-space',
      `Cannot restore into ${where}: ${home.freeBytes} bytes are free there, expected ${needed.allocatedBytes} at least; what is there now is kept until all is verified. Free some space, restore less with --include, or restore elsewhere with --target.`,
    );
  }
  if (home.freeInodes !== null && needed.entries + WORKSPACE_ENTRIES > home.freeInodes) {
    throw new HoldfastError(
      'no-space',
      `Cannot restore into ${where}: ${home.freeInodes} inodes are free there, expected ${needed.entries + WORKSPACE_ENTRIES} at least. Remove some small files there, or restore elsewhere with --target.`,
    );
  }
}
