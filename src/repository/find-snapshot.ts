import { isMissing } from '../backends/backend.ts';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { isUnreadable } from './damage.ts';
import type { SnapshotId } from './format/ids.ts';
import { futureProblem, isFromFuture, shownTime } from './future.ts';
import type { Repository, StoredSnapshot } from './repository.ts';
import type { LoadSnapshotsOptions } from './snapshots.ts';
import { isIncomplete, type Tagged, targetOf } from './tags.ts';

/** Which snapshots are meant. What is absent or empty doesn't narrow. */
export interface SnapshotFilter {
  /** Any of these. */
  readonly hosts?: readonly string[];
  readonly target?: string | null;
  /** As restic's `--tag`: all tags of any of these lists. An empty list means no tags at all. */
  readonly tags?: readonly (readonly string[])[];
  /** All of these. */
  readonly paths?: readonly string[];
  /** Not taken after. Nanoseconds since 1970. */
  readonly notAfterNs?: bigint;
}

/** What a filter looks at: a snapshot, or what says the same of an archive. */
export interface Filterable extends Tagged {
  readonly hostname: string;
  readonly paths: readonly string[];
  readonly timeNs: bigint;
}

export function matches(snapshot: Filterable, filter: SnapshotFilter): boolean {
  const { hosts = [], target = null, tags = [], paths = [], notAfterNs } = filter;
  return (
    (hosts.length === 0 || hosts.includes(snapshot.hostname)) &&
    (target === null || targetOf(snapshot) === target) &&
    (tags.length === 0 || tags.some((all) => hasTags(snapshot, all))) &&
    paths.every((path) => snapshot.paths.includes(path)) &&
    (notAfterNs === undefined || snapshot.timeNs <= notAfterNs)
  );
}

/** What snapshots are found in. */
export type SnapshotSource = Pick<Repository, 'snapshots' | 'snapshotIds' | 'loadSnapshot'>;

/** The snapshots that match, oldest first. @throws HoldfastError repository-damaged, unless it can be told. */
export async function findSnapshots(
  repository: Pick<SnapshotSource, 'snapshots'>,
  filter: SnapshotFilter,
  options: LoadSnapshotsOptions = {},
): Promise<StoredSnapshot[]> {
  const found: StoredSnapshot[] = [];
  for await (const stored of repository.snapshots(options)) {
    if (matches(stored.snapshot, filter)) found.push(stored);
  }
  return found.sort(byTime);
}

/**
 * The snapshot that `spec` names: an ID, a unique prefix of one, or `latest`: the newest complete one that matches
 * `filter` (which only narrows `latest`). Of an ID, only that snapshot's file is read: a damaged one hides no other.
 * @throws HoldfastError snapshot-missing, also for a `latest` from the future; bad-input if the prefix is ambiguous; repository-damaged if it can't be read,
 *   for `latest` if any can't: it may be the newest.
 */
export async function resolveSnapshot(
  repository: SnapshotSource,
  spec: string,
  filter: SnapshotFilter = {},
  signal?: AbortSignal,
): Promise<StoredSnapshot> {
  return spec === 'latest'
    ? await findLatest(repository, filter, signal)
    : await findByPrefix(repository, spec, signal);
}

async function findLatest(
  repository: SnapshotSource,
  filter: SnapshotFilter,
  signal: AbortSignal | undefined,
): Promise<StoredSnapshot> {
  const all = await findSnapshots(repository, {}, { signal, onUnreadable: refuseLatest });
  const found = all.filter(({ snapshot }) => matches(snapshot, filter));
  const complete = found.filter(({ snapshot }) => !isIncomplete(snapshot));
  const latest = complete.at(-1);
  if (latest !== undefined) return notFromFuture(latest, complete);
  const actual =
    found.length === 0 ? whyNone(all, filter) : `only incomplete ones match (${listShort(found)})`;
  throw new HoldfastError(
    'snapshot-missing',
    `Cannot find snapshot "latest": ${actual}, expected a complete one. List them with "snapshots".`,
  );
}

/** A forged one would be `latest` for ever, whatever is backed up after it. */
function notFromFuture(latest: StoredSnapshot, complete: readonly StoredSnapshot[]): StoredSnapshot {
  const { id, snapshot } = latest;
  if (!isFromFuture(snapshot.timeNs)) return latest;
  const problem = futureProblem(`snapshot ${id.slice(0, SHORT_ID_DIGITS)}`, snapshot.timeNs);
  const earlier = complete.findLast((other) => !isFromFuture(other.snapshot.timeNs));
  const before =
    earlier === undefined
      ? 'None was taken before now.'
      : `The newest that was taken before now is snapshot ${earlier.id.slice(0, SHORT_ID_DIGITS)} (${shownTime(earlier.snapshot.timeNs)}).`;
  throw new HoldfastError(
    'snapshot-missing',
    `Cannot find snapshot "latest": ${problem}, and name one by its ID. ${before} One that is wrong goes by "forget ID"; then "latest" is found again.`,
  );
}

/** Nobody knows the time of one that can't be read. An older one in its place would be old data without a word. */
function refuseLatest(message: string, id: SnapshotId): never {
  throw new HoldfastError(
    'repository-damaged',
    `Cannot find snapshot "latest": snapshot ${id} cannot be read and may be the newest. Name one that "snapshots" ` +
      'lists by its ID; "check" tells what else is damaged.',
    { cause: message },
  );
}

/** Why none of `all` matches: `no snapshot is of host "db2", there are some of "db1"`. */
export function whyNone(all: readonly StoredSnapshot[], filter: SnapshotFilter): string {
  if (all.length === 0) return 'the repository holds no snapshot';
  const { hosts = [], target = null } = filter;
  const wanted = new Set(hosts);
  const actualHosts = new Set(all.map(({ snapshot }) => snapshot.hostname));
  if (hosts.length > 0 && wanted.isDisjointFrom(actualHosts)) {
    return `no snapshot is of host ${quoted(wanted)}, there are some of ${quoted(actualHosts)}`;
  }
  const targets = new Set(all.map(({ snapshot }) => targetOf(snapshot)).filter((name) => name !== null));
  if (target !== null && targets.size > 0 && !targets.has(target)) {
    return `no snapshot is of application ${quoted([target])}, there are some of ${quoted(targets)}`;
  }
  return all.length === 1 ? 'the only snapshot does not match' : `none of ${all.length} snapshots matches`;
}

function quoted(names: Iterable<string>): string {
  const all = [...names].sort();
  const shown = all.slice(0, SHOWN_CANDIDATES).map((name) => `"${displayText(name)}"`);
  return all.length > SHOWN_CANDIDATES ? `${shown.join(', ')}, …` : shown.join(', ');
}

async function findByPrefix(
  repository: SnapshotSource,
  spec: string,
  signal: AbortSignal | undefined,
): Promise<StoredSnapshot> {
  const cannot = `Cannot find snapshot "${displayText(spec)}"`;
  if (!/^[0-9a-f]{1,64}$/.test(spec)) {
    throw new HoldfastError(
      'bad-input',
      `${cannot}: expected "latest", an ID, or the first digits of one. List them with "snapshots".`,
    );
  }
  const all = await repository.snapshotIds(signal);
  const found = all.filter((id) => id.startsWith(spec));
  const [id, ...others] = found;
  const missing = new HoldfastError(
    'snapshot-missing',
    `${cannot}: ${noneOf(all.length)} has such an ID. List them with "snapshots".`,
  );
  if (id === undefined) throw missing;
  if (others.length === 0) return await loadListed(repository, id, { missing, signal });
  const candidates = await listCandidates(repository, found, signal);
  throw new HoldfastError(
    'bad-input',
    `${cannot}: ${found.length} snapshots begin so, expected 1. Give more digits: ${candidates}.`,
  );
}

function noneOf(count: number): string {
  return count > 1 ? `none of ${count} snapshots` : 'no snapshot';
}

async function loadListed(
  repository: SnapshotSource,
  id: SnapshotId,
  { missing, signal }: { missing: HoldfastError; signal: AbortSignal | undefined },
): Promise<StoredSnapshot> {
  try {
    return { id, snapshot: await repository.loadSnapshot(id, signal) };
  } catch (error) {
    throw isMissing(error) ? missing : error;
  }
}

async function listCandidates(
  repository: SnapshotSource,
  ids: readonly SnapshotId[],
  signal: AbortSignal | undefined,
): Promise<string> {
  const shown = [];
  for (const id of ids.slice(0, SHOWN_CANDIDATES))
    shown.push(await describeCandidate(repository, id, signal));
  return inShort(shown, ids.length);
}

async function describeCandidate(
  repository: SnapshotSource,
  id: SnapshotId,
  signal: AbortSignal | undefined,
): Promise<string> {
  try {
    return describe({ id, snapshot: await repository.loadSnapshot(id, signal) });
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return `${id.slice(0, SHORT_ID_DIGITS)}, which cannot be read`;
  }
}

function hasTags({ tags }: Tagged, wanted: readonly string[]): boolean {
  return wanted.length === 0 ? tags.length === 0 : wanted.every((tag) => tags.includes(tag));
}

/** By time; of the same moment by ID, so that two runs choose alike. */
function byTime(a: StoredSnapshot, b: StoredSnapshot): number {
  if (a.snapshot.timeNs !== b.snapshot.timeNs) return a.snapshot.timeNs < b.snapshot.timeNs ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

const SHOWN_CANDIDATES = 10;
const SHORT_ID_DIGITS = 12;

function listShort(found: readonly StoredSnapshot[]): string {
  return inShort(found.slice(0, SHOWN_CANDIDATES).map(describe), found.length);
}

function describe({ id, snapshot }: StoredSnapshot): string {
  const time = new Date(Number(snapshot.timeNs / 1_000_000n)).toISOString().slice(0, 16);
  return `${id.slice(0, SHORT_ID_DIGITS)} of ${time} on ${displayText(snapshot.hostname)}`;
}

function inShort(shown: readonly string[], count: number): string {
  return count > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}
