import { type ByteString, display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import type { ListedEntry } from './listing.ts';
import { ancestorsOf, cleanPath } from './paths.ts';
import { type LookOptions, lookAt, saysVanished } from './second-look.ts';
import type { ToolMessage } from './tool-message.ts';

/** Sources of a listing, clean, each once, in the order of their bytes: so what lies in one folder is together. */
export interface Sources {
  /** Those that lie in no other. */
  readonly outer: readonly ByteString[];
  /** Those that lie in another: listed with it, unless a mount point is between. */
  readonly nested: readonly ByteString[];
}

/** @throws HoldfastError bad-input if `roots` is empty or one of them is no absolute path without `..`. */
export function planSources(roots: readonly ByteString[]): Sources {
  if (roots.length === 0) {
    throw new HoldfastError(
      'bad-input',
      'Cannot list files: no source was given, expected at least one. Name a path.',
    );
  }
  const all = new Set(roots.map(cleanPath));
  const clean = [...all].sort();
  const isNested = (path: ByteString) => ancestorsOf(path).some((above) => all.has(above));
  return { outer: clean.filter((path) => !isNested(path)), nested: clean.filter(isNested) };
}

/**
 * The folders above `roots`, the root of the filesystem among them, by path. A symlink on the way to a source is
 * given as the folder that it leads to, as restic does: the tree needs a folder there.
 *
 * @param roots Absolute paths; checked to be there, so that a wrong one fails before a long listing.
 * @throws HoldfastError bad-input, source-missing, source-unreadable, command-failed.
 */
export async function listAncestors(
  host: Host,
  roots: readonly ByteString[],
  { reader, signal }: Pick<LookOptions, 'reader' | 'signal'> = {},
): Promise<Map<ByteString, ListedEntry>> {
  const { outer, nested } = planSources(roots);
  const sources = [...outer, ...nested];
  const wanted = [...new Set(['/' as ByteString, ...sources.flatMap(ancestorsOf)])];
  const above = await lookAt(host, wanted, { followSymlinks: true, reader, signal });
  const there = await lookAt(host, sources, { reader, signal });
  for (const source of sources) {
    const failure = there.failures.get(source);
    if (failure !== undefined && !there.entries.has(source)) throw sourceFault(source, failure);
  }
  const ancestors = new Map<ByteString, ListedEntry>();
  for (const path of wanted) {
    const entry = above.entries.get(path);
    if (entry === undefined) throw sourceFault(path, above.failures.get(path));
    ancestors.set(path, entry);
  }
  return ancestors;
}

/** Why the source `path`, or a folder above one, can't be backed up. */
export function sourceFault(path: ByteString, failure: ToolMessage | undefined): HoldfastError {
  if (failure === undefined || saysVanished(failure)) {
    return new HoldfastError(
      'source-missing',
      `Cannot back up "${display(path)}": it isn't there. Correct the path, or take it out of the sources.`,
    );
  }
  return new HoldfastError(
    'source-unreadable',
    `Cannot back up "${display(path)}": ${display(failure.reason)}. Give the user of the login the right to read it, ` +
      'or become root.',
  );
}
