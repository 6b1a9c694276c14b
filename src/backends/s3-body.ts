import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

/** Parts are sent in pieces of this size: small ones together, large ones cut, so that progress shows. */
const PIECE_BYTES = 256 * 1024;

/** What the storage checks an upload by. */
export interface Checksums {
  readonly sizeBytes: number;
  /** In hex: part of the request's signature. */
  readonly sha256: string;
  /** In base64: Content-MD5, which every S3 service knows; restic sends it, too. */
  readonly md5: string;
}

export function checksumsOf(data: readonly Uint8Array[]): Checksums {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  let sizeBytes = 0;
  for (const part of data) {
    sha256.update(part);
    md5.update(part);
    sizeBytes += part.length;
  }
  return { sizeBytes, sha256: sha256.digest('hex'), md5: md5.digest('base64') };
}

/** `data` as a stream, without a copy of its large parts. `onPiece` is called whenever another piece is wanted. */
export function streamOf(data: readonly Uint8Array[], onPiece: () => void): Readable {
  return Readable.from(piecesOf(data, onPiece), { objectMode: false });
}

function* piecesOf(data: readonly Uint8Array[], onPiece: () => void): Generator<Buffer> {
  let small: Uint8Array[] = [];
  let smallBytes = 0;
  const takeSmall = () => {
    const piece = Buffer.concat(small);
    [small, smallBytes] = [[], 0];
    return piece;
  };
  for (const part of data) {
    if (smallBytes > 0 && smallBytes + part.length > PIECE_BYTES) {
      onPiece();
      yield takeSmall();
    }
    if (part.length < PIECE_BYTES) {
      small.push(part);
      smallBytes += part.length;
      continue;
    }
    for (let start = 0; start < part.length; start += PIECE_BYTES) {
      onPiece();
      const end = Math.min(start + PIECE_BYTES, part.length);
      yield Buffer.from(part.buffer, part.byteOffset + start, end - start);
    }
  }
  onPiece();
  if (smallBytes > 0) yield takeSmall();
}

/**
 * All of `body`, which must have `sizeBytes`; null if it has more or less.
 * @param onChunk Called for every piece that comes.
 * @param into Memory of `sizeBytes` that it is put into. Default: its own.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  sizeBytes: number,
  onChunk: () => void,
  into: Uint8Array = Buffer.allocUnsafeSlow(sizeBytes),
): Promise<Buffer | null> {
  let done = 0;
  for await (const chunk of body) {
    onChunk();
    if (done + chunk.length > sizeBytes) return null;
    into.set(chunk, done);
    done += chunk.length;
  }
  return done === sizeBytes ? Buffer.from(into.buffer, into.byteOffset, sizeBytes) : null;
}
