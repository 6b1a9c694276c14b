import { display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { paddingOf } from './block.ts';
import { encodeHeader, endOfArchive, type OutgoingHeader } from './encode.ts';
import type { TarDialect } from './ustar.ts';

/** Bytes gathered before they are written: as much as one SSH packet's window or a pipe takes in one go. */
const WRITE_BYTES = 128 * 1024;

/** Content of a member: all of it, or its bytes as they come (of a sparse file: its segments' bytes in order). */
export type OutgoingContent = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Writes one tar archive, member after member. Memory: one buffer of WRITE_BYTES. */
export class TarWriter {
  readonly #write: (bytes: Buffer) => Promise<void>;
  readonly #dialect: TarDialect;
  #buffer = Buffer.allocUnsafe(WRITE_BYTES);
  #filled = 0;

  /**
   * @param write Takes bytes over and resolves when more are wanted: that is the back-pressure. It may keep them.
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
    if (this.#filled === 0) return;
    const bytes = this.#buffer.subarray(0, this.#filled);
    this.#buffer = Buffer.allocUnsafe(WRITE_BYTES);
    this.#filled = 0;
    await this.#write(bytes);
  }

  /** Ends the archive and writes all that is left. */
  async finish(): Promise<void> {
    await this.#put(endOfArchive());
    await this.flush();
  }

  async #put(bytes: Uint8Array): Promise<void> {
    let at = 0;
    while (at < bytes.length) {
      const length = Math.min(bytes.length - at, WRITE_BYTES - this.#filled);
      this.#buffer.set(bytes.subarray(at, at + length), this.#filled);
      this.#filled += length;
      at += length;
      if (this.#filled === WRITE_BYTES) await this.flush();
    }
  }
}

const NO_CONTENT = new Uint8Array(0);
const PADDING = Buffer.alloc(512);
