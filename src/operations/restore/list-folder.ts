import { type ByteString, display, displayText, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { FileReader } from '../../files/file-reader.ts';
import { type ListedBatch, listTree } from '../../files/list.ts';
import type { ListedEntry } from '../../files/listing.ts';
import type { Host } from '../../hosts/host.ts';

/**
 * The entries of `folder` and all below it. What vanishes meanwhile is left out.
 * @param leaveOut Patterns with restic's meaning.
 * @throws HoldfastError no-permission if a part can't be read: what isn't seen must not be taken for missing.
 */
export async function* listFolder(
  host: Host,
  folder: ByteString,
  {
    reader,
    leaveOut = [],
    signal,
  }: { reader: FileReader; leaveOut?: readonly string[]; signal?: AbortSignal | undefined },
): AsyncGenerator<readonly ListedEntry[]> {
  const listing = listTree(host, [folder], { reader, excludes: leaveOut, signal })[Symbol.asyncIterator]();
  try {
    for (let next = await first(listing, host, folder); next.done !== true; next = await listing.next()) {
      const hidden = next.value.problems.find(({ kind }) => kind === 'unreadable');
      if (hidden !== undefined) throw unreadable(host, hidden.path ?? folder, hidden.message);
      yield next.value.entries;
    }
  } finally {
    await listing.return?.();
  }
}

function unreadable(host: Host, path: ByteString, message: string): HoldfastError {
  return new HoldfastError(
    'no-permission',
    `Cannot list "${display(path)}" on "${host.name}": ${displayText(message)}, expected to read all that is restored over. Connect as a user who may, such as root, or use --overwrite always.`,
  );
}

/** A folder of a restore that isn't there was there when it was planned, or made. */
async function first(
  listing: AsyncIterator<ListedBatch>,
  host: Host,
  folder: ByteString,
): Promise<IteratorResult<ListedBatch>> {
  try {
    return await listing.next();
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.code !== 'source-missing') throw error;
    throw new HoldfastError(
      'restore-unsafe',
      `Cannot list "${display(folder)}" on "${host.name}": it is gone, expected it there. Somebody moved it while we worked. Restore again.`,
      { cause: error },
    );
  }
}

/** A pattern that matches `path` alone. Bytes that aren't UTF-8 stand for themselves as `?`. */
export function literalPattern(path: ByteString): string {
  return toBytes(path)
    .toString('utf8')
    .replace(/[\\*?[\]]/g, '\\$&')
    .replaceAll('\ufffd', '?');
}
