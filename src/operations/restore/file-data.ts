import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Segment } from '../../files/tar/member.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import { LentBlob } from '../../repository/lent-blob.ts';
import { type FileBlob, withoutHoles, ZERO_BLOB, ZERO_BLOB_BYTES } from './holes.ts';

/** Zeros needn't be read. */
export function blobsToLoad({ content }: Node): BlobId[] {
  return (content ?? []).filter((id) => id !== ZERO_BLOB);
}

export interface OutgoingFile {
  readonly path: ByteString;
  readonly parts: readonly FileBlob[];
  /** See `segmentsOf`. */
  readonly segments: readonly Segment[] | null;
}

/**
 * The bytes of a file that an archive wants: all but its holes. Each part is there until the next is asked for.
 * @param blobs All but those of zeros, which aren't loaded (`blobsToLoad`).
 * @param onPart Called with all bytes of the file, in order.
 */
export async function* dataOf(
  { path, parts, segments }: OutgoingFile,
  blobs: BlobFeed,
  onPart: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  let offset = 0;
  for (const { id, sizeBytes } of parts) {
    const blob = id === ZERO_BLOB ? ZEROS : await blobs.next(sizeBytes, path);
    try {
      onPart(blob.bytes);
      yield* withoutHoles(blob.bytes, offset, segments);
    } finally {
      blob.giveBack();
    }
    offset += sizeBytes;
  }
}

const ZEROS = LentBlob.ofOwn(Buffer.alloc(ZERO_BLOB_BYTES));

/** The blobs of a file with their sizes. */
export function partsOf(content: readonly BlobId[], repository: BlobSource): FileBlob[] {
  return content.map((id) => ({ id, sizeBytes: repository.blobSize('data', id) ?? 0 }));
}

/** The blobs as they are loaded. The next one is always asked for, since that is what drives the queue, too. */
export class BlobFeed {
  readonly #blobs: AsyncIterator<LentBlob>;
  #next: Promise<IteratorResult<LentBlob>>;

  constructor(blobs: AsyncIterable<LentBlob>) {
    this.#blobs = blobs[Symbol.asyncIterator]();
    this.#next = this.#ask();
  }

  /** To be given back. @throws HoldfastError repository-damaged if it isn't of the size that the index says. */
  async next(sizeBytes: number, path: ByteString): Promise<LentBlob> {
    const next = await this.#next;
    if (next.done !== true) this.#next = this.#ask();
    if (next.done !== true && next.value.bytes.length === sizeBytes) return next.value;
    const found = next.done === true ? 'nothing' : `${next.value.bytes.length} bytes`;
    throw new HoldfastError(
      'repository-damaged',
      `Cannot restore "${display(path)}": a blob of it holds ${found}, expected ${sizeBytes} bytes. Run "holdfast check --read-data".`,
    );
  }

  async stop(): Promise<void> {
    await this.#blobs.return?.();
    const next = await this.#next.catch(() => null);
    if (next !== null && next.done !== true) next.value.giveBack();
  }

  #ask(): Promise<IteratorResult<LentBlob>> {
    const next = this.#blobs.next();
    next.catch(() => {}); // thrown again to who takes it
    return next;
  }
}
