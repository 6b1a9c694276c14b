import { type ByteString, display, fromBytes } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import { runToEnd } from '../hosts/output.ts';
import { quote } from '../hosts/quote.ts';
import type { ListedEntry } from './listing.ts';
import { ancestorsOf, cleanPath, isInside } from './paths.ts';
import { type Look, type LookOptions, lookAt, saysVanished } from './second-look.ts';
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

/** The sources as they stand on the host before they are listed. */
export interface FoundSources {
  /** Clean; at least one, but for `noSources`. */
  readonly present: readonly ByteString[];
  /** Clean. A mistake, or a disk that isn't mounted: the others can be saved all the same. */
  readonly missing: readonly ByteString[];
  /**
   * The folders above those that are there, the root of the filesystem among them, by path. A symlink on the way to a
   * source is given as the folder that it leads to, as restic does: the tree needs a folder there.
   */
  readonly ancestors: ReadonlyMap<ByteString, ListedEntry>;
  /** Those that are symlinks to what is none of the sources, nor in one: the links are saved, and nothing behind them. */
  readonly links: ReadonlyMap<ByteString, ByteString>;
}

/**
 * Looks whether `roots` (absolute paths) are there, so that a wrong one is told before a long listing.
 *
 * @throws HoldfastError bad-input, source-missing if none of them is there, source-unreadable, command-failed.
 */
export async function findSources(
  host: Host,
  roots: readonly ByteString[],
  { reader, signal }: Pick<LookOptions, 'reader' | 'signal'> = {},
): Promise<FoundSources> {
  const { outer, nested } = planSources(roots);
  const sources = [...outer, ...nested];
  const above = lookAbove(host, sources, { reader, signal });
  above.catch(() => {}); // met below
  const there = await lookAt(host, sources, { reader, signal });
  const missing = sources.filter((source) => !there.entries.has(source));
  for (const source of missing) {
    const failure = there.failures.get(source);
    if (!isMissing(failure)) throw sourceFault(source, failure);
  }
  const present = sources.filter((source) => there.entries.has(source));
  if (present.length === 0) throw sourcesMissing(missing);
  const ancestors = ancestorsAmong(await above, present);
  const links = present.filter((source) => there.entries.get(source)?.type === 'symlink');
  return { present, missing, ancestors, links: await leavingLinks(host, links, { present, signal }) };
}

/** Where those of `links` lead to that lead out of `present`, by `readlink -f`. */
async function leavingLinks(
  host: Host,
  links: readonly ByteString[],
  { present, signal }: { readonly present: readonly ByteString[]; readonly signal: AbortSignal | undefined },
): Promise<Map<ByteString, ByteString>> {
  const leaving = new Map<ByteString, ByteString>();
  for (const link of links) {
    const { stdout } = await runToEnd(host, `readlink -f ${quote(link)}`, { signal });
    const end = fromBytes(stdout).slice(0, -1) as ByteString;
    const isSaved = present.some((source) => source !== link && (end === source || isInside(end, source)));
    if (end !== '' && !isSaved) leaving.set(link, end);
  }
  return leaving;
}

/** What to say of `links` of sources. */
export function linkWarnings({ links }: Pick<FoundSources, 'links'>): string[] {
  return [...links].map(
    ([link, end]) =>
      `"${display(link)}" is a symlink: the link is saved, and nothing of what it leads to, "${display(end)}". Name that, too.`,
  );
}

/** For a snapshot that holds no files of the host: nothing but the root. @throws HoldfastError as `findSources`. */
export async function noSources(
  host: Host,
  options: Pick<LookOptions, 'reader' | 'signal'> = {},
): Promise<FoundSources> {
  const ancestors = ancestorsAmong(await lookAbove(host, [], options), []);
  return { present: [], missing: [], ancestors, links: new Map() };
}

/** Looks at the folders above `sources`, also of those that aren't there. */
function lookAbove(
  host: Host,
  sources: readonly ByteString[],
  options: Pick<LookOptions, 'reader' | 'signal'>,
): Promise<Look> {
  return lookAt(host, foldersAbove(sources), { ...options, followSymlinks: true });
}

function foldersAbove(sources: readonly ByteString[]): ByteString[] {
  return [...new Set(['/' as ByteString, ...sources.flatMap(ancestorsOf)])];
}

function ancestorsAmong(above: Look, sources: readonly ByteString[]): Map<ByteString, ListedEntry> {
  const ancestors = new Map<ByteString, ListedEntry>();
  for (const path of foldersAbove(sources)) {
    const entry = above.entries.get(path);
    if (entry === undefined) throw sourceFault(path, above.failures.get(path));
    ancestors.set(path, entry);
  }
  return ancestors;
}

/** What a host said of a source, or that it said nothing, means that the source isn't there. */
export function isMissing(failure: ToolMessage | undefined): boolean {
  return failure === undefined || saysVanished(failure);
}

/** What to say of a source that isn't there. */
export const MISSING_SOURCE = "it isn't there";

/** More are counted. */
const MAX_MISSING_NAMED = 5;

/** @param missing All of the sources, clean. */
export function sourcesMissing(missing: readonly ByteString[]): HoldfastError {
  const names = missing.slice(0, MAX_MISSING_NAMED).map((path) => `"${display(path)}"`);
  const more = missing.length - names.length;
  const which = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const actual = missing.length === 1 ? MISSING_SOURCE : 'none of them is there';
  const message = `Cannot back up ${which}: ${actual}. Mount the disk if it is on one, or correct the path.`;
  return new HoldfastError('source-missing', message);
}

/** Why the source `path`, or a folder above one, can't be backed up. */
export function sourceFault(path: ByteString, failure: ToolMessage | undefined): HoldfastError {
  if (failure === undefined || saysVanished(failure)) return sourcesMissing([path]);
  return new HoldfastError(
    'source-unreadable',
    `Cannot back up "${display(path)}": ${display(failure.reason)}. Give the user of the login the right to read it, ` +
      'or become root.',
  );
}
