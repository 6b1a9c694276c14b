import type { Host } from '../hosts/host.ts';
import { archiverOf } from './archivers.ts';
import type { FileReader } from './file-reader.ts';
import type { ListedEntry } from './listing.ts';
import type { ReadEvent, ReadOptions } from './read-event.ts';
import { readWithTar } from './tar-reading.ts';

export type { FileAccess, FileContent, ReadEvent, ReadOptions, ReadOutcome } from './read-event.ts';

/**
 * Reads the entries of one batch by the host's own tar, fed with their names: of files their contents, of all the
 * extended attributes.
 *
 * Files smaller than WHOLE_CONTENT_BYTES come whole; larger and sparse ones stream, with back-pressure to the host.
 * Holes are not sent where the host's tar knows them. Contents come in the order asked, but files
 * that report no blocks at all come last where a tar would take them for a hole, and so do second names of one file.
 * A content that streams can end early: its file then isn't `read`. What is no file has an empty content. Not iterating
 * on ends the command.
 *
 * @param entries Anything but sockets, by absolute path, a few thousand at most, each once.
 * @throws HoldfastError command-failed if the stream or what the host says of it can't be trusted: then nothing of
 *   the batch counts. And what the host throws.
 */
export async function* readFiles(
  host: Host,
  entries: readonly ListedEntry[],
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent, void, undefined> {
  for await (const events of readFilesByTurns(host, entries, options)) yield* events;
}

/**
 * As `readFiles`: events that came at once come together, so that small files cost few promises. A content that streams is the
 * last of its turn; all contents of a turn are good until the next is asked for.
 */
export function readFilesByTurns(
  host: Host,
  entries: readonly ListedEntry[],
  options: ReadOptions = {},
): AsyncGenerator<readonly ReadEvent[], void, undefined> {
  return readWithTar(host, entries, options);
}

/** Whether reading gives extended attributes, access lists and capabilities. */
export function readsAttributes({ archiver }: FileReader): boolean {
  return archiverOf(archiver).hasAttributes;
}
