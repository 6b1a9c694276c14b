import { display } from '../../bytestring.ts';
import { copyBytes } from '../../copy-bytes.ts';
import { HoldfastError } from '../../errors.ts';
import { paddingOf } from './block.ts';
import { encodeHeader, endOfArchive, type OutgoingHeader } from './encode.ts';
import type { TarDialect } from './ustar.ts';

/** Bytes gathered before they are written: as much as one SSH packet's window or a pipe takes in one go. */
const WRITE_BYTES = 128 * 1024;

/** Content of a member: all of it, or its bytes as they come (of a sparse file: its segments' bytes in order). */
export type OutgoingContent = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Writes one tar archive, member after member. Memory: two buffers of WRITE_BYTES, of which one fills while the other is
 * written. What has as many bytes itself is written from where it lies.
 */
export class TarWriter {
  readonly #write: (bytes: Buffer) => Promise<void>;
  readonly #dialect: TarDialect;
  #buffer = Buffer.allocUnsafeSlow(WRITE_BYTES);
  #filled = 0;
  #other = Buffer.allocUnsafeSlow(WRITE_BYTES);
  /** Resolves when `#other` is written. */
  #writing: Promise<void> = Promise.resolve();

  /**
   * @param write Resolves when the bytes are read no more, which is the back-pressure: their memory serves for others then.
   */
  constructor(write: (bytes: Buffer) => Promise<void>, dialect: TarDialect) {
    this.#write = write;
    this.#dialect = dialect;
  }

  /**
   * Adds a member. Resolves when it was written or gathered; members are added one at a time.
   *
   * @param content Exactly as many bytes as the header says: of a sparse file, those of its segments.
   * @throws HoldfastError internal if it is more or less; the archive is of no use then.
   */
  async add(header: OutgoingHeader, content: OutgoingContent = NO_CONTENT): Promise<void> {
    const { bytes, contentBytes } = encodeHeader(header, this.#dialect);
    await this.#put(bytes);
    const written = await this.#putContent(content, contentBytes);
    if (written !== contentBytes) {
      throw new HoldfastError(
        'internal',
        `Cannot write "${display(header.path)}" to a tar stream: ${written} bytes of content, expected ${contentBytes}.`,
      );
    }
    await this.#put(PADDING.subarray(0, paddingOf(contentBytes)));
  }

  /** Returns how many bytes there were, at most one part over `limitBytes`. */
  async #putContent(content: OutgoingContent, limitBytes: number): Promise<number> {
    if (content instanceof Uint8Array) {
      if (content.length <= limitBytes) await this.#put(content);
      return content.length;
    }
    let written = 0;
    for await (const part of content) {
      written += part.length;
      if (written > limitBytes) break;
      await this.#put(part);
    }
    return written;
  }

  /** Writes out what was gathered so far, without ending the archive. */
  async flush(): Promise<void> {
    await this.#send();
    await this.#writing;
  }

  /** Ends the archive and writes all that is left. */
  async finish(): Promise<void> {
    await this.#put(endOfArchive());
    await this.flush();
  }

  /** Begins to write what was gathered, and resolves when there is memory to gather more. */
  async #send(): Promise<void> {
    await this.#writing;
    if (this.#filled === 0) return;
    this.#writing = this.#write(this.#buffer.subarray(0, this.#filled));
    this.#writing.catch(() => {}); // met by whoever writes next
    [this.#buffer, this.#other] = [this.#other, this.#buffer];
    this.#filled = 0;
  }

  /** Resolves when they are written: until then they are the caller's. */
  async #writeThrough({ buffer, byteOffset, byteLength }: Uint8Array): Promise<void> {
    await this.flush();
    await this.#write(Buffer.from(buffer, byteOffset, byteLength));
  }

  async #put(bytes: Uint8Array): Promise<void> {
    if (bytes.length >= WRITE_BYTES) return this.#writeThrough(bytes);
    let at = 0;
    while (at < bytes.length) {
      const length = Math.min(bytes.length - at, WRITE_BYTES - this.#filled);
      copyBytes(bytes.subarray(at, at + length), this.#buffer, this.#filled);
      this.#filled += length;
      at += length;
      if (this.#filled === WRITE_BYTES) await this.#send();
    }
  }
}

const NO_CONTENT = new Uint8Array(0);
const PADDING = Buffer.alloc(512);
