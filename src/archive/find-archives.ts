import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { futureProblem, isFromFuture } from '../repository/future.ts';
import {
  type ArchiveManifest,
  decodeArchiveManifest,
  MAX_ARCHIVE_MANIFEST_BYTES,
} from './archive-manifest.ts';
import { manifestFile, mayBeOf, parseName, timeMsOf, timeOf } from './archive-name.ts';
import type { ArchiveStore, StoredArchive } from './archive-store.ts';

/** What a store has of one archive. */
export interface FoundArchive {
  readonly id: string;
  /** Null: only the manifest is there. */
  readonly file: StoredArchive | null;
  /** Null: without one the archive isn't whole: it is still being written, or was cut off. */
  readonly manifest: ArchiveManifest | null;
  /** It has no manifest: it is still being written, or was cut off. Else it has none that can be read. */
  readonly unfinished: boolean;
  /** Why it can't be restored, ready to show; null if nothing is known against it. */
  readonly fault: string | null;
}

interface Names {
  archives: StoredArchive[];
  manifests: number;
}

/** Manifests read at once. */
const READ_AT_ONCE = 8;

/**
 * All archives of a store, oldest first; those without a manifest last.
 * @throws What the store throws.
 */
export async function findArchives(store: ArchiveStore, signal?: AbortSignal): Promise<FoundArchive[]> {
  const found = await Array.fromAsync(readAll(store, [...(await namesIn(store, signal))], signal));
  const time = ({ manifest }: FoundArchive) => manifest?.timeNs ?? null;
  return found.sort((a, b) => compareTimes(time(a), time(b)) || (a.id < b.id ? -1 : 1));
}

async function namesIn(store: ArchiveStore, signal: AbortSignal | undefined): Promise<Map<string, Names>> {
  const byId = new Map<string, Names>();
  for await (const stored of store.list(signal)) {
    const parsed = parseName(stored.name);
    if (parsed === null) continue;
    const names = byId.get(parsed.id) ?? { archives: [], manifests: 0 };
    byId.set(parsed.id, names);
    if (parsed.is === 'manifest') names.manifests++;
    else names.archives.push(stored);
  }
  return byId;
}

/** In the order of `named`, some at a time: who has found what was wanted reads no further. */
async function* readAll(
  store: ArchiveStore,
  named: readonly (readonly [string, Names])[],
  signal: AbortSignal | undefined,
): AsyncGenerator<FoundArchive> {
  for (let start = 0; start < named.length; start += READ_AT_ONCE) {
    const batch = named.slice(start, start + READ_AT_ONCE);
    yield* await Promise.all(batch.map(([id, names]) => read(store, id, names, signal)));
  }
}

function compareTimes(a: bigint | null, b: bigint | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}

async function read(
  store: ArchiveStore,
  id: string,
  { archives, manifests }: Names,
  signal: AbortSignal | undefined,
): Promise<FoundArchive> {
  const [file = null, second] = archives;
  const unread = { id, file, manifest: null, unfinished: false };
  if (manifests > 1) return { ...unread, fault: 'it has two manifests' };
  if (second !== undefined)
    return { ...unread, file: null, fault: 'two files go by its name, one of them encrypted' };
  if (manifests === 0) {
    const fault = 'it has no manifest: it is not whole, or still being written';
    return { ...unread, unfinished: true, fault };
  }
  try {
    const manifest = await loadManifest(store, id, signal);
    return { ...unread, manifest, fault: faultOf(file, manifest) };
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.code !== 'archive-damaged') throw error;
    return { ...unread, fault: error.message.replace(/\.$/, '') };
  }
}

function faultOf(file: FoundArchive['file'], manifest: ArchiveManifest): string | null {
  if (file === null) return 'only its manifest is there';
  const { bytes } = manifest.stored;
  return file.sizeBytes === bytes
    ? null
    : `it has ${file.sizeBytes} bytes, expected ${bytes} by its manifest`;
}

async function loadManifest(
  store: ArchiveStore,
  id: string,
  signal: AbortSignal | undefined,
): Promise<ArchiveManifest> {
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for await (const part of store.get(manifestFile(id), signal)) {
    sizeBytes += part.length;
    if (sizeBytes > MAX_ARCHIVE_MANIFEST_BYTES) {
      throw new HoldfastError(
        'archive-damaged',
        `Cannot use the manifest of the archive "${id}": it has more than ${MAX_ARCHIVE_MANIFEST_BYTES} bytes.`,
      );
    }
    parts.push(Buffer.from(part));
  }
  return decodeArchiveManifest(Buffer.concat(parts), id);
}

/** Narrows `latest`. */
export interface ArchiveFilter {
  readonly target: string | null;
  readonly host: string | null;
}

/**
 * The one archive that `spec` means: an ID, the SHA-256 of what is stored, the beginning of one, or `latest`: the newest complete one.
 *
 * @throws HoldfastError archive-missing, bad-input (several), archive-damaged if it can't be restored, or a newer one than `latest` can't.
 */
export async function resolveArchive(
  store: ArchiveStore,
  spec: string,
  filter: ArchiveFilter,
  signal?: AbortSignal,
): Promise<FoundArchive & { readonly manifest: ArchiveManifest; readonly file: { readonly name: string } }> {
  const named = await namesIn(store, signal);
  const found =
    spec === 'latest' ? await latestOf(store, named, filter, signal) : await byId(store, named, spec, signal);
  if (found === null) throw missing(store, spec, named.size);
  const { manifest, file, fault } = found;
  if (fault !== null || manifest === null || file === null) {
    throw new HoldfastError(
      'archive-damaged',
      `Cannot use the archive "${found.id}" in "${store.location}": ${fault}. Take another archive.`,
    );
  }
  return { ...found, manifest, file };
}

/**
 * By the times in the IDs, which are the manifests': the newest first, so that few manifests are read. One that was cut off before its
 * manifest was written was never there; but a damaged one is: nobody is given an older one in its place without a word.
 */
async function latestOf(
  store: ArchiveStore,
  named: ReadonlyMap<string, Names>,
  filter: ArchiveFilter,
  signal: AbortSignal | undefined,
): Promise<FoundArchive | null> {
  const newestFirst = [...named].sort(([a], [b]) => (timeOf(a) < timeOf(b) ? 1 : -1));
  for await (const found of readAll(store, newestFirst, signal)) {
    const { manifest, fault, unfinished } = found;
    if (unfinished || manifest?.complete === false || !fits(found, filter)) continue;
    if (fault !== null || manifest === null) throw damagedLatest(store, found);
    return notFromFuture(found, manifest);
  }
  return null;
}

function fits({ id, manifest }: FoundArchive, filter: ArchiveFilter): boolean {
  if (manifest === null) return mayBeOf(id, filter);
  const { target, host } = filter;
  return (target === null || manifest.target === target) && (host === null || manifest.hostname === host);
}

function damagedLatest({ location }: ArchiveStore, { id, fault }: FoundArchive): HoldfastError {
  return new HoldfastError(
    'archive-damaged',
    `Cannot tell which archive in "${location}" is the latest: "${id}" is newer than those that are whole, and can't be used: ` +
      `${fault}. Find out what befell it; if an older one will do, name it by its ID ("holdfast archives" lists them).`,
  );
}

/** A forged one would be `latest` for ever, whatever is backed up after it. It is found by the time in its ID, which may be another. */
function notFromFuture(found: FoundArchive, manifest: ArchiveManifest): FoundArchive {
  const idMs = timeMsOf(found.id);
  const idNs = Number.isNaN(idMs) ? NEVER_NS : BigInt(idMs) * 1_000_000n;
  const timeNs = idNs > manifest.timeNs ? idNs : manifest.timeNs;
  if (!isFromFuture(timeNs)) return found;
  throw new HoldfastError(
    'archive-missing',
    `Cannot find the archive "latest": ${futureProblem(`"${displayText(found.id)}"`, timeNs)}, and name one by its ID.`,
  );
}

/** Later than all that a Date can say. */
const NEVER_NS = 10n ** 30n;

async function byId(
  store: ArchiveStore,
  named: ReadonlyMap<string, Names>,
  spec: string,
  signal: AbortSignal | undefined,
): Promise<FoundArchive | null> {
  const id = idOf(
    [...named].map(([one, { archives }]) => ({ id: one, files: archives })),
    spec,
  );
  if (id === null) return bySha256(store, named, spec, signal);
  const names = named.get(id);
  return names === undefined ? null : read(store, id, names, signal);
}

/** By the sum of what is stored, which is an archive's snapshot-id in outputs, or its beginning. @throws HoldfastError bad-input. */
async function bySha256(
  store: ArchiveStore,
  named: ReadonlyMap<string, Names>,
  spec: string,
  signal: AbortSignal | undefined,
): Promise<FoundArchive | null> {
  if (!/^[0-9a-f]{8,64}$/i.test(spec)) return null;
  let fitting: FoundArchive | null = null;
  for await (const found of readAll(store, [...named], signal)) {
    if (found.manifest?.stored.sha256.startsWith(spec.toLowerCase()) !== true) continue;
    if (fitting !== null) throw ambiguous(spec);
    fitting = found;
  }
  return fitting;
}

/** The one ID that `spec` is, or the file of, or the beginning of; null: there is none. @throws HoldfastError bad-input. */
export function idOf(
  archives: readonly { readonly id: string; readonly files: readonly Pick<StoredArchive, 'name'>[] }[],
  spec: string,
): string | null {
  const exact = archives.filter(({ id, files }) => id === spec || files.some(({ name }) => name === spec));
  const fitting = exact.length > 0 ? exact : archives.filter(({ id }) => id.startsWith(spec));
  const [first, second] = fitting;
  if (second === undefined) return first?.id ?? null;
  throw ambiguous(spec);
}

function ambiguous(spec: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot tell which archive ${displayText(JSON.stringify(spec))} is: the IDs of several begin so. Give more of it.`,
  );
}

function missing(store: ArchiveStore, spec: string, count: number): HoldfastError {
  const which =
    spec === 'latest'
      ? 'no complete archive is there that fits'
      : `no archive's ID begins with ${displayText(JSON.stringify(spec))}`;
  return new HoldfastError(
    'archive-missing',
    `Cannot find the archive in "${store.location}": ${which} (${count} there). List them with "holdfast archives".`,
  );
}
