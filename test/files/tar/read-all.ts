import { readArchives, readTar } from '../../../src/files/tar/decode.ts';
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

/**
 * The same by `readArchives`. Contents are looked at when all of their turn have come, for until the next is asked for each is to be
 * good; of what is given in the pieces nothing may be left then.
 */
export async function readAllByTurns(
  archive: Uint8Array,
  pieceBytes: number,
): Promise<{ header: TarHeader; content: Buffer }[]> {
  const members: { header: TarHeader; content: Buffer }[] = [];
  for await (const steps of readArchives(overwritten(archive, pieceBytes), { inARow: false })) {
    for (const [i, step] of steps.entries()) {
      if (step.kind === 'cut') throw step.fault;
      if (step.kind === 'end') continue;
      const { header, content } = step.member;
      if (Buffer.isBuffer(content)) {
        members.push({ header, content: Buffer.from(content) });
        continue;
      }
      if (i !== steps.length - 1) throw new Error('something came behind a content that streams');
      const parts: Buffer[] = [];
      for await (const part of withZeros(content)) parts.push(Buffer.from(part));
      members.push({ header, content: Buffer.concat(parts) });
    }
  }
  return members;
}

/** As a command's output: a piece is gone when the next is asked for. */
async function* overwritten(bytes: Uint8Array, pieceBytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.slice(at, at + pieceBytes);
    yield piece;
    piece.fill(0xff);
  }
}

async function* pieces(bytes: Uint8Array, pieceBytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
