import type { Host } from '../hosts/host.ts';
import type { ListedEntry } from './listing.ts';
import { StreamingCommand } from './streaming-command.ts';

/**
 * Filesystems whose block counts include what was written and isn't on disk yet, and what is kept within an inode: so a
 * file without blocks has no data. Magic numbers of statfs(2), as stat prints them. On others (network filesystems,
 * ZFS, FUSE, overlays) a file with data can report none.
 */
const EXACT_FILESYSTEMS: ReadonlySet<string> = new Set([
  'ef53', // ext2, ext3, ext4
  '58465342', // XFS
  '9123683e', // Btrfs
  '1021994', // tmpfs
]);

/** Below it zeros are sent sooner than the question is asked. */
const MIN_HOLE_BYTES = 4n * 1024n * 1024n;

/** Whether the file is all hole, or its filesystem doesn't say. */
export function seemsAllHole({ type, sizeBytes, blocks }: ListedEntry): boolean {
  return type === 'file' && blocks === 0n && sizeBytes > 0n;
}

/**
 * Of `files` those that seem all hole and surely are, so that a tar may leave them unread. One command, and only if
 * there are large ones.
 */
export async function findHoles(
  host: Host,
  files: readonly ListedEntry[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<ListedEntry>> {
  const seeming = files.filter(seemsAllHole);
  if (!seeming.some(({ sizeBytes }) => sizeBytes >= MIN_HOLE_BYTES)) return new Set();
  const samples = new Map(seeming.map((file) => [file.device, file]));
  const exact = new Set<bigint>();
  const filesystems = await filesystemsOf(host, [...samples.values()], signal);
  for (const [device, { path }] of samples) {
    if (EXACT_FILESYSTEMS.has(filesystems.get(path) ?? '')) exact.add(device);
  }
  return new Set(seeming.filter(({ device }) => exact.has(device)));
}

/** Magic numbers by path. What can't be told is left out. */
async function filesystemsOf(
  host: Host,
  files: readonly ListedEntry[],
  signal: AbortSignal | undefined,
): Promise<Map<string, string>> {
  const command = await StreamingCommand.start(host, "cd /; xargs -0 -r stat -f -c '%t//%n//'", {
    names: files.map(({ path }) => path),
    onErrorLine: () => {},
    signal,
  });
  let output = '';
  try {
    for await (const chunk of command.output()) output += chunk.toString('latin1');
    await command.finish();
  } finally {
    await command.end();
  }
  const found = new Map<string, string>();
  for (const record of output.split('//\n')) {
    const slashes = record.indexOf('//');
    if (slashes > 0) found.set(record.slice(slashes + 2), record.slice(0, slashes).toLowerCase());
  }
  return found;
}
