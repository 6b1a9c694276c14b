import { readTar } from '../../../src/files/tar/decode.ts';
import type { TarHeader } from '../../../src/files/tar/member.ts';
import { withZeros } from './with-zeros.ts';

/** Every member of `archive` with its whole content, read in pieces of `pieceBytes`. */
export async function readAll(
  archive: Uint8Array,
  pieceBytes = 65_536,
): Promise<{ header: TarHeader; content: Buffer }[]> {
  const members: { header: TarHeader; content: Buffer }[] = [];
  for await (const { header, content } of readTar(pieces(archive, pieceBytes))) {
    if (Buffer.isBuffer(content)) {
      members.push({ header, content: Buffer.from(content) });
      continue;
    }
    const parts: Buffer[] = [];
    for await (const part of withZeros(content)) parts.push(Buffer.from(part));
    members.push({ header, content: Buffer.concat(parts) });
  }
  return members;
}

async function* pieces(bytes: Uint8Array, pieceBytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
