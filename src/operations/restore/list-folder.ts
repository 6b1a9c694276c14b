import { type ByteString, display, displayText, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { listTree } from '../../files/list.ts';
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
  { leaveOut = [], signal }: { leaveOut?: readonly string[]; signal?: AbortSignal | undefined },
): AsyncGenerator<readonly ListedEntry[]> {
  for await (const { entries, problems } of listTree(host, [folder], { excludes: leaveOut, signal })) {
    const hidden = problems.find(({ kind }) => kind === 'unreadable' || kind === 'unsupported');
    if (hidden !== undefined) {
      const where = display(hidden.path ?? folder);
      throw new HoldfastError(
        'no-permission',
        `Cannot list "${where}" on "${host.name}": ${displayText(hidden.message)}, expected to read all that is restored over. Connect as a user who may, such as root, or use --overwrite always.`,
      );
    }
    yield entries;
  }
}

/** A pattern that matches `path` alone. Bytes that aren't UTF-8 stand for themselves as `?`. */
export function literalPattern(path: ByteString): string {
  return toBytes(path)
    .toString('utf8')
    .replace(/[\\*?[\]]/g, '\\$&')
    .replaceAll('\ufffd', '?');
}
