import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { ancestorsOf, baseName, isInside, joinPath, parentPath } from '../../files/paths.ts';
import type { Host } from '../../hosts/host.ts';
import type { Reporter } from '../progress.ts';
import { Destination } from './destination.ts';
import type { FoundSwap } from './found-swap.ts';
import type { HostFacts } from './host-facts.ts';
import { readJournal } from './journal-file.ts';
import { type FoundBelow, SEARCH_DEPTH, SEARCH_SECONDS, searchUndoFolders } from './search-below.ts';
import { isUndoFolder, keyOfUndoName } from './workspace-name.ts';

/** An error names so many undo folders, and so many paths of each. */
const MAX_FOLDERS_SHOWN = 10;
const MAX_PATHS_SHOWN = 3;

/**
 * The undo folder that `path` means: itself if it is one; else the newest, in it, above it or below it, whose journal
 * names `path` or something below it. Folders of several applications stand side by side: the newest of all may
 * belong to another one. If the newest lies deeper than `path`, or `path` is `/`, which says no more than "here", then
 * all that fit must be of the same restore, and all must have been found.
 *
 * @throws HoldfastError restore-blocked if none fits, or several do; it tells which there are and what they restored.
 */
export async function findUndoFolder(
  host: Host,
  {
    path,
    facts,
    reporter,
    signal,
  }: { path: ByteString; facts: HostFacts; reporter: Reporter; signal: AbortSignal },
): Promise<FoundSwap> {
  if (isUndoFolder(baseName(path))) return readJournal(host, path, signal);
  const destination = new Destination(host, facts, signal);
  const places = [...ancestorsOf(path), path];
  await destination.visit(places);
  const around = new Set(undoFoldersIn(destination, places));
  const below = await searchBelow(destination, path, signal);
  if (!below.isWhole) reporter.onInfo(`Not all folders below "${display(path)}" were searched: ${TOO_MANY}.`);
  const newestFirst = [...new Set([...around, ...below.folders])].sort(byNewest);
  const wanted = namesOf(destination, path);
  const fits: FoundSwap[] = [];
  const seen: string[] = [];
  for (const folder of newestFirst) {
    const swap = await readIfWhole(host, folder, signal);
    if (swap !== null && isAbout(swap, wanted)) {
      if (fits.length === 0 && path !== '/' && around.has(folder)) return swap;
      fits.push(swap);
    }
    if (seen.length < MAX_FOLDERS_SHOWN) seen.push(`"${display(folder)}" (${whatItRestored(swap)})`);
  }
  const [newest] = fits;
  if (newest !== undefined && below.isWhole && fits.every((swap) => keyOf(swap) === keyOf(newest)))
    return newest;
  throw noneIsMeant(host, path, { seen, total: newestFirst.length, expected: expectedOf(fits, below) });
}

const TOO_MANY = `there are too many for ${SEARCH_SECONDS} seconds`;

async function searchBelow(
  destination: Destination,
  path: ByteString,
  signal: AbortSignal,
): Promise<FoundBelow> {
  const folder = destination.folder(path);
  if (folder === null) return { folders: [], isWhole: true };
  const { mounts } = destination.facts;
  return searchUndoFolders(destination.host, folder.physical, { mounts, signal });
}

function keyOf({ workspace }: FoundSwap): string {
  return keyOfUndoName(baseName(workspace.path));
}

/** Their names begin with the time. */
function byNewest(a: ByteString, b: ByteString): number {
  return baseName(a) < baseName(b) ? 1 : -1;
}

/** Folders reached by two ways count once. */
function undoFoldersIn(destination: Destination, places: readonly ByteString[]): ByteString[] {
  const found = new Set<ByteString>();
  for (const place of places) {
    const folder = destination.folder(place);
    for (const name of folder?.undoable ?? []) found.add(joinPath(folder?.physical ?? place, name));
  }
  return [...found];
}

/** `path` as it may stand in a journal, which has paths without symlinks. */
function namesOf(destination: Destination, path: ByteString): ByteString[] {
  if (path === '/') return [path];
  const around = destination.folder(parentPath(path));
  const within = destination.folder(path);
  return [
    path,
    ...(around === null ? [] : [joinPath(around.physical, baseName(path))]),
    ...(within === null ? [] : [within.physical]),
  ];
}

/** Null for a journal that can't be used: it can't be known to fit. */
async function readIfWhole(host: Host, folder: ByteString, signal: AbortSignal): Promise<FoundSwap | null> {
  try {
    return await readJournal(host, folder, signal);
  } catch (error) {
    if (error instanceof HoldfastError && error.code === 'restore-blocked') return null;
    throw error;
  }
}

function isAbout(swap: FoundSwap, wanted: readonly ByteString[]): boolean {
  for (const path of touchedBy(swap)) {
    if (wanted.some((name) => path === name || isInside(path, name))) return true;
  }
  return false;
}

function* touchedBy({ batches, folders }: FoundSwap): Generator<ByteString> {
  for (const { parent, names } of batches) for (const name of names) yield joinPath(parent, name);
  for (const { path } of folders) yield path;
}

function whatItRestored(swap: FoundSwap | null): string {
  if (swap === null) return 'its journal is not whole';
  const shown: string[] = [];
  let count = 0;
  for (const path of touchedBy(swap)) if (++count <= MAX_PATHS_SHOWN) shown.push(`"${display(path)}"`);
  const more = count > shown.length ? ` and ${count - shown.length} more` : '';
  return `restored ${shown.join(', ')}${more} from ${swap.head.snapshotId.slice(0, 8)}`;
}

function expectedOf(fits: readonly FoundSwap[], { isWhole }: FoundBelow): string {
  if (fits.length === 0) return 'expected one of a restore of that path or of something below it';
  return isWhole ? 'expected those of one restore alone' : 'expected to have searched everywhere for others';
}

function noneIsMeant(
  host: Host,
  path: ByteString,
  { seen, total, expected }: { seen: readonly string[]; total: number; expected: string },
): HoldfastError {
  const more = total > seen.length ? `, and ${total - seen.length} more` : '';
  const found =
    total === 0
      ? `there is no undo folder in it, beside it, above it or up to ${SEARCH_DEPTH} folders below it`
      : `the undo folders there are ${seen.join(', ')}${more}`;
  return new HoldfastError(
    'restore-blocked',
    `Cannot undo a restore at "${display(path)}" on "${host.name}": ${found}, ${expected}. Name the undo folder that the restore reported (".holdfast-undo-…").`,
  );
}
