import type { Host } from '../hosts/host.ts';
import { ArchiveRun, type SentEntry } from './archive-run.ts';
import { GNU_READER } from './file-reader.ts';
import { findHoles, seemsAllHole } from './hole-check.ts';
import { listerOf } from './listers.ts';
import type { ListedEntry } from './listing.ts';
import { type Look, look } from './look.ts';
import type { FileAccess, ReadEvent, ReadOptions, ReadOutcome } from './read-event.ts';
import type { TarHeader } from './tar/member.ts';
import type { TarProblem } from './tar-messages.ts';
import { saysVanished } from './tool-message.ts';

/** Outcomes that come together. */
const OUTCOMES_AT_ONCE = 256;

/** `readFilesByTurns` by the host's tar. */
export async function* readWithTar(
  host: Host,
  files: readonly ListedEntry[],
  { reader = GNU_READER, signal }: ReadOptions,
): AsyncGenerator<readonly ReadEvent[], void, undefined> {
  const run = new ArchiveRun(host, reader.archiver, signal);
  const holes = run.archiver.trustsBlocks ? await findHoles(host, files, signal) : null;
  const isDoubtful = (entry: ListedEntry) => holes !== null && seemsAllHole(entry) && !holes.has(entry);
  yield* contents(
    run,
    files.filter((file) => !isDoubtful(file)),
    { sparse: true },
  );
  yield* contents(run, files.filter(isDoubtful), { sparse: false });
  const notices = run.takeOtherLines().map((message) => ({ kind: 'notice', message }) as const);
  yield [{ kind: 'received' }, ...notices];
  const paths = files.filter(({ type }) => type === 'file').map(({ path }) => path);
  const seen = await look(host, listerOf(reader), paths, { followSymlinks: false, signal });
  for (let start = 0; start < files.length; start += OUTCOMES_AT_ONCE) {
    const some = files.slice(start, start + OUTCOMES_AT_ONCE);
    yield some.map((entry) => ({ kind: 'outcome', entry, outcome: outcomeOf(entry, run, seen) }));
  }
}

async function* contents(
  run: ArchiveRun,
  entries: readonly ListedEntry[],
  options: { readonly sparse: boolean },
): AsyncGenerator<readonly ReadEvent[], void, undefined> {
  for await (const sent of run.members(entries, options)) {
    yield sent.filter(({ entry, member }) => member.header.type === entry.type).map(contentOf);
  }
}

function contentOf({ entry, member: { content, header, segments } }: SentEntry): ReadEvent {
  const { extendedAttributes, sizeBytes } = header;
  const readAs = entry.type === 'file' ? otherAccess(entry, header) : null;
  return { kind: 'content', entry, content, extendedAttributes, sizeBytes, segments, readAs };
}

function outcomeOf(entry: ListedEntry, run: ArchiveRun, seen: Look): ReadOutcome {
  const header = run.header(entry.path);
  const said = run.said(entry.path);
  if (entry.type !== 'file') return attributesOutcome(entry, header, said);
  if (said?.kind === 'unreadable') return { kind: 'unreadable', message: said.message };
  const now = seen.entries.get(entry.path) ?? null;
  if (now === null) {
    const failure = seen.failures.get(entry.path);
    const isGone = failure !== undefined && saysVanished(failure);
    const message = failure?.reason ?? said?.message ?? 'no account of it';
    return { kind: isGone ? 'vanished' : 'unreadable', message };
  }
  const change =
    said !== undefined && said.kind !== 'warning' ? said.message : changeOf(entry, now, header, run);
  if (change !== null) return { kind: 'changed', message: change, now, readAs: otherAccess(entry, header) };
  if (header === undefined) return { kind: 'unreadable', message: 'tar did not send all of it' };
  return { kind: 'read', warning: said?.message ?? null };
}

/** Of an entry without content nothing is read but its attributes, and those by one call: there is no second look. */
function attributesOutcome(
  entry: ListedEntry,
  header: TarHeader | undefined,
  said: TarProblem | undefined,
): ReadOutcome {
  if (header === undefined) {
    const kind = said?.kind === 'vanished' ? 'vanished' : 'unreadable';
    return { kind, message: said?.message ?? 'tar sent nothing of it' };
  }
  if (header.type !== entry.type)
    return { kind: 'vanished', message: `a ${header.type} stands in its place` };
  return { kind: 'read', warning: said?.kind === 'warning' ? said.message : null };
}

/** What tells that the file isn't the listed one any more, or null. */
function changeOf(
  entry: ListedEntry,
  now: ListedEntry,
  header: TarHeader | undefined,
  { archiver }: ArchiveRun,
): string | null {
  if (now.device !== entry.device || now.inode !== entry.inode) return 'it was replaced by another';
  if (now.type !== entry.type) return `it is a ${now.type} now`;
  if (now.sizeBytes !== entry.sizeBytes)
    return `its size went from ${entry.sizeBytes} to ${now.sizeBytes} bytes`;
  if (now.mtimeNs !== entry.mtimeNs || now.ctimeNs !== entry.ctimeNs) return 'it was written or altered';
  if (header === undefined) return null;
  const isListed =
    header.type === 'file' &&
    header.sizeBytes === entry.sizeBytes &&
    archiver.hasTimesOf(header, entry) &&
    otherAccess(entry, header) === null;
  return isListed ? null : 'another stood in its place while it was read';
}

/** busybox cuts owners to so many bits. */
const OWNER_BITS = 24;

/** Who may read the file that tar read, where that isn't who may read the listed one; null where it is. */
function otherAccess(entry: ListedEntry, header: TarHeader | undefined): FileAccess | null {
  if (header === undefined) return null;
  const isSame = (a: number, b: number) => (a - b) % 2 ** OWNER_BITS === 0;
  const { uid, gid, permissions } = header;
  if (isSame(uid, entry.uid) && isSame(gid, entry.gid) && permissions === entry.permissions) return null;
  return { uid, gid, permissions };
}
