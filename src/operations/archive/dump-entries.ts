import { createHash } from 'node:crypto';
import type { ArchivedDump } from '../../archive/archive-manifest.ts';
import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { TarWriter } from '../../files/tar/writer.ts';
import { ownHeader } from './entry-header.ts';

/** A member's size stands before its content, and nobody knows a dump's: so much of it is held until it is written. */
export const DUMP_ENTRY_BYTES = 64 * 1024 * 1024;

/** By their names the shell's `*` puts them in order: 64 TiB of dump. */
const NUMBER_DIGITS = 6;

/**
 * Writes a dump as members `<path>.000000`, `<path>.000001` and so on, all of `entryBytes` but the last: `cat <path>.*`
 * gives it back. An empty one has one empty member. Memory: one entry.
 *
 * @param dump.path In the archive: no leading slash.
 * @throws What `content` throws. The archive is of no use then.
 */
export async function addDump(
  writer: TarWriter,
  dump: { readonly path: ByteString; readonly timeNs: bigint; readonly entryBytes?: number },
  content: AsyncIterable<Uint8Array>,
): Promise<ArchivedDump> {
  const { entryBytes = DUMP_ENTRY_BYTES } = dump;
  const hash = createHash('sha256');
  let bytes = 0;
  let entries = 0;
  let parts: Buffer[] = [];
  let gathered = 0;
  const write = async () => {
    if (entries >= 10 ** NUMBER_DIGITS) throw tooLong(dump.path);
    const path = pieceName(dump.path, entries);
    await writer.add(ownHeader(path, 'file', gathered, dump.timeNs), parts);
    entries++;
    parts = [];
    gathered = 0;
  };
  for await (const part of content) {
    hash.update(part);
    bytes += part.length;
    for (let at = 0; at < part.length; ) {
      if (gathered === entryBytes) await write();
      const length = Math.min(part.length - at, entryBytes - gathered);
      parts.push(Buffer.from(part.subarray(at, at + length)));
      gathered += length;
      at += length;
    }
  }
  if (gathered > 0 || entries === 0) await write();
  return { path: display(dump.path), bytes, sha256: hash.digest('hex'), entries };
}

/** What the member number `piece` of a dump is called, from 0. */
export function pieceName(path: ByteString, piece: number): ByteString {
  return `${path}.${String(piece).padStart(NUMBER_DIGITS, '0')}` as ByteString;
}

function tooLong(path: ByteString): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot put the dump "${display(path)}" into an archive: it has more than ${10 ** NUMBER_DIGITS} entries of 64 MiB. Dump it in parts.`,
  );
}
