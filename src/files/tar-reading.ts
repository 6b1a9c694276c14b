import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Host } from '../hosts/host.ts';
import { ArchiveRun, type SentEntry } from './archive-run.ts';
import { GNU_READER } from './file-reader.ts';
import { findHoles, seemsAllHole } from './hole-check.ts';
import { listerOf } from './listers.ts';
import type { ListedEntry } from './listing.ts';
import { type Look, look } from './look.ts';
import type { ReadEvent, ReadOptions, ReadOutcome } from './read-event.ts';
import { otherAccess, type SentAs } from './sent-as.ts';
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
  const listed = files.filter(({ type }) => type === 'file');
  const seen = await look(
    host,
    listerOf(reader),
    listed.map(({ path }) => path),
    { followSymlinks: false, signal, known: listed },
  );
  for (let start = 0; start < files.length; start += OUTCOMES_AT_ONCE) {
    const some = files.slice(start, start + OUTCOMES_AT_ONCE);
    yield some.map((entry) => ({ kind: 'outcome', entry, outcome: outcomeOf(entry, run, seen) }));
    // Hundreds of folders are complete by them, and their trees would keep this thread from all others for long.
    await nextTurn();
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
  const sent = run.sentAs(entry.path);
  const said = run.said(entry.path);
  if (entry.type !== 'file') return attributesOutcome(entry, sent, said);
  if (said?.kind === 'unreadable') return { kind: 'unreadable', message: said.message };
  const now = seen.entries.get(entry.path) ?? null;
  if (now === null) {
    const failure = seen.failures.get(entry.path);
    const isGone = failure !== undefined && saysVanished(failure);
    const message = failure?.reason ?? said?.message ?? 'no account of it';
    return { kind: isGone ? 'vanished' : 'unreadable', message };
  }
  const change = said !== undefined && said.kind !== 'warning' ? said.message : changeOf(entry, now, sent);
  if (change !== null) return { kind: 'changed', message: change, now, readAs: sent?.readAs ?? null };
  if (sent === undefined) return { kind: 'unreadable', message: 'tar did not send all of it' };
  return { kind: 'read', warning: said?.message ?? null };
}

/** Of an entry without content nothing is read but its attributes, and those by one call: there is no second look. */
function attributesOutcome(
  entry: ListedEntry,
  sent: SentAs | undefined,
  said: TarProblem | undefined,
): ReadOutcome {
  if (sent === undefined) {
    const kind = said?.kind === 'vanished' ? 'vanished' : 'unreadable';
    return { kind, message: said?.message ?? 'tar sent nothing of it' };
  }
  if (sent.type !== entry.type) return { kind: 'vanished', message: `a ${sent.type} stands in its place` };
  return { kind: 'read', warning: said?.kind === 'warning' ? said.message : null };
}

/** What tells that the file isn't the listed one any more, or null. */
function changeOf(entry: ListedEntry, now: ListedEntry, sent: SentAs | undefined): string | null {
  if (now.device !== entry.device || now.inode !== entry.inode) return 'it was replaced by another';
  if (now.type !== entry.type) return `it is a ${now.type} now`;
  if (now.sizeBytes !== entry.sizeBytes)
    return `its size went from ${entry.sizeBytes} to ${now.sizeBytes} bytes`;
  if (now.mtimeNs !== entry.mtimeNs || now.ctimeNs !== entry.ctimeNs) return 'it was written or altered';
  return sent === undefined || sent.isListedFile ? null : 'another stood in its place while it was read';
}
