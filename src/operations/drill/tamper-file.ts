import type { ByteString } from '../../bytestring.ts';
import { fromText } from '../../bytestring.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';

/**
 * Flips the lowest bit of a file's byte at `offset`, by tools that every image with a shell has. Size, mode and mtime stay
 * as they were: only what the file holds can tell. Doing it twice undoes it.
 * @param reference A file that may be made, to keep the time in: on the same kind of filesystem.
 */
export async function flipByte(
  host: Host,
  { path, offset, reference }: { path: ByteString; offset: number; reference: string },
  signal: AbortSignal,
): Promise<void> {
  const script = `set -e
f=${quote(path)}; r=${quote(fromText(reference))}
touch -r "$f" "$r"
m=$(stat -c %a -- "$f")
chmod u+rw -- "$f"
b=$(dd if="$f" bs=1 skip=${offset} count=1 2>/dev/null | od -An -tu1)
printf "\\\\$(printf %03o $((b ^ 1)))" | dd of="$f" bs=1 seek=${offset} conv=notrunc 2>/dev/null
chmod "$m" -- "$f"
touch -r "$r" -- "$f"
rm -f -- "$r"`;
  await runSuccessfully(host, 'tamper with a restored file', script, { signal });
}
