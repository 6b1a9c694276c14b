import { type ByteString, display, fromBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { type MountLine, parseMountLines } from '../../hosts/mountinfo.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quoteAll } from '../../hosts/quote.ts';
import { isInside } from '../paths.ts';
import { planSources } from '../sources.ts';
import type { VolumeKind } from './volume-kind.ts';

/** Where the paths to back up lie. */
export interface VolumePlace {
  readonly origin: ByteString;
  readonly source: ByteString;
  readonly fileSystem: string;
  /** Each path that is there and lies in no other, and where it stands in the volume: relative, empty for all of it. */
  readonly paths: readonly { readonly path: ByteString; readonly within: ByteString }[];
  /** Where other filesystems are mounted below the paths: a snapshot has nothing of them. */
  readonly absent: ReadonlySet<ByteString>;
}

/** For each path a line: `missing`, `link REAL`, or `ok FOLDER`, the nearest above that may be a subvolume's own. */
function lookScript(paths: readonly ByteString[]): string {
  return `
for path in ${quoteAll(paths)}; do
  if [ ! -e "$path" ] && [ ! -L "$path" ]; then echo missing
  elif real=$(readlink -f "$path") && [ "$real" = "$path" ]; then
    above=$path
    [ -d "$above" ] || above=\${above%/*}
    until [ -z "$above" ] || [ "$(stat -c %i "$above")" = 256 ]; do above=\${above%/*}; done
    echo "ok \${above:-/}"
  else echo "link $real"
  fi
done
cat /proc/self/mountinfo`;
}

/**
 * Finds the one volume that all paths lie on but those that may be `aside`.
 * @throws HoldfastError bad-input where there isn't one, or a path is the root or leads elsewhere; source-missing where none is
 *   there; command-failed.
 */
export async function findPlace(
  host: Host,
  roots: readonly ByteString[],
  {
    kind,
    aside = [],
    signal,
  }: {
    readonly kind: VolumeKind;
    readonly aside?: readonly ByteString[] | undefined;
    readonly signal: AbortSignal;
  },
): Promise<VolumePlace> {
  const { outer, beside } = apart(roots, aside);
  for (const path of outer) {
    if (path === '/') throw refusal(path, 'it is the root of all', 'a folder. Name the folders in it');
  }
  const broken = [...outer, ...beside].find((path) => path.includes('\n'));
  if (broken !== undefined) throw refusal(broken, 'it has a line break', 'none');
  const what = 'look for the volume';
  const all = [...outer, ...beside];
  const { stdout } = await runSuccessfully(host, what, lookScript(all), { signal });
  const lines = fromBytes(stdout).split('\n');
  const mounts = parseMountLines(stdout);
  const found = all.flatMap((path, i) => {
    const [word = '', ...rest] = (lines[i] ?? '').split(' ');
    const other = rest.join(' ') as ByteString;
    if (word === 'link' && beside.includes(path)) return [];
    if (word === 'link')
      throw refusal(path, `it leads to "${display(other)}"`, 'a path without symlinks. Name that one');
    return word === 'ok' ? [{ path, above: other, mount: mountOf(path, mounts) }] : [];
  });
  const [first] = found;
  if (first === undefined || beside.includes(first.path))
    throw new HoldfastError(
      'source-missing',
      `Cannot take a snapshot of the volume of "${display(outer[0] as ByteString)}": it isn't there. Mount the disk if it is on one, or correct the path.`,
    );
  const places = found.map(({ path, above, mount }) => ({
    path,
    ...(kind.word === 'btrfs' && mount.fileSystem === 'btrfs'
      ? { origin: above, within: relative(path, above) }
      : { origin: mount.point, within: join(mount.root, relative(path, mount.point)) }),
  }));
  const { origin } = places[0] as (typeof places)[0];
  const here = places.filter((place) => place.origin === origin);
  const elsewhere = places.find((place) => place.origin !== origin && !beside.includes(place.path));
  if (elsewhere !== undefined)
    throw refusal(
      elsewhere.path,
      `it lies on "${display(elsewhere.origin)}", and "${display(first.path)}" on "${display(origin)}"`,
      'one volume for all, for two snapshots are of two moments. Back them up one by one',
    );
  const { fileSystem, source } = first.mount;
  if (kind.refused.includes(fileSystem))
    throw refusal(
      first.path,
      `it lies on ${fileSystem}`,
      `another filesystem with ${kind.word}. Use \`${fileSystem}\``,
    );
  const absent = mounts
    .map(({ point }) => point)
    .filter((point) => here.some(({ path }) => isInside(point, path)));
  return { origin, source, fileSystem, paths: here, absent: new Set(absent) };
}

/** Those that must lie on the volume, and those that may, each without what lies in one of them. */
function apart(
  roots: readonly ByteString[],
  aside: readonly ByteString[],
): { readonly outer: readonly ByteString[]; readonly beside: readonly ByteString[] } {
  const { outer } = planSources(roots.filter((path) => !aside.includes(path)));
  const others = roots.filter((path) => aside.includes(path));
  const beside = others.length === 0 ? [] : planSources(others).outer;
  const isWithin = (path: ByteString) => outer.some((one) => path === one || isInside(path, one));
  return { outer, beside: beside.filter((path) => !isWithin(path)) };
}

function mountOf(path: ByteString, mounts: readonly MountLine[]): MountLine {
  const over = mounts.filter(({ point }) => point === path || isInside(path, point));
  const longest = Math.max(0, ...over.map(({ point }) => point.length));
  const mount = over.findLast(({ point }) => point.length === longest);
  if (mount !== undefined) return mount;
  throw refusal(path, 'nobody knows what is mounted there', 'a line in /proc/self/mountinfo');
}

/** What of `path` stands below `folder`, without a slash at either end. */
function relative(path: ByteString, folder: ByteString): ByteString {
  return path.slice(folder === '/' ? 1 : folder.length + 1) as ByteString;
}

function join(root: ByteString, within: ByteString): ByteString {
  return [...root.split('/'), within].filter((part) => part !== '').join('/') as ByteString;
}

function refusal(path: ByteString, actual: string, expected: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot back up "${display(path)}" from a snapshot of its volume: ${actual}, expected ${expected}.`,
  );
}
