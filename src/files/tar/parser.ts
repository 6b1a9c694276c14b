import { type ByteString, fromBytes } from '../../bytestring.ts';
import { freeNow } from '../../free-buffer.ts';
import { assembleHeader } from './assemble-header.ts';
import { BLOCK_BYTES, paddingOf } from './block.ts';
import type { TarEvent } from './event.ts';
import { addRecords, type Extensions, merged } from './extensions.ts';
import { TooMuch, tarFault } from './fault.ts';
import type { TarHeader } from './member.ts';
import { decodePax, MAX_PAX_BYTES } from './pax.ts';
import { SparseContent } from './sparse-content.ts';
import { decodeHeaderBlock, type HeaderBlock, isZeroBlock } from './ustar.ts';

/** Content of fewer bytes than this comes whole, in one event; of as many or more (or sparse), as it streams. */
export const WHOLE_CONTENT_BYTES = 512 * 1024;

/** Longest GNU long name: what no call of Linux takes is no name. */
const MAX_LONG_NAME_BYTES = 1024 * 1024;

/** Bytes that are gathered until all are there, and what is done with them then. */
interface Gathering {
  readonly bytes: Buffer;
  filled: number;
  readonly complete: (bytes: Buffer, events: TarEvent[]) => void;
}

/**
 * A push parser of a tar archive, or of archives in a row: ustar, GNU (long names, base-256 numbers) and pax, with sparse files of format
 * 1.0. Synchronous, so that small members cost no promise; memory is bounded by MAX_PAX_BYTES and the largest map.
 * Contents are good until the next `push`.
 */
export class TarParser {
  #offset = 0;
  #gathering: Gathering | null = null;
  /** Where contents gather, in turn: one may still be looked at while the next begins. */
  readonly #rooms: [Buffer | null, Buffer | null] = [null, null];
  #nextRoom: 0 | 1 = 0;
  #streamingBytes = 0;
  #skippingBytes = 0;
  #sparse: SparseContent | null = null;
  readonly #inARow: boolean;
  #global: Extensions = {};
  #pending: Extensions = {};
  /** Type flags of the extended headers before the next member. */
  #pendingTypes = '';
  #zeroBlocks = 0;
  #unfinished: TarHeader | null = null;
  #tooMuch: TooMuch | null = null;

  /**
   * @param options.inARow Archives follow one another without padding, as each tar of a row writes one: every two zero
   *   blocks end one. Default: one archive, with any padding of zeros behind it.
   */
  constructor(options: { readonly inARow?: boolean } = {}) {
    this.#inARow = options.inARow ?? false;
  }

  /**
   * Takes in the next bytes.
   *
   * @throws HoldfastError command-failed if they are no archive that we can read exactly. Use no parser after that. TooMuch only
   *   once all that stands before it was given.
   */
  push(bytes: Uint8Array): TarEvent[] {
    if (this.#tooMuch !== null) throw this.#tooMuch;
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const events: TarEvent[] = [];
    let at = 0;
    try {
      while (at < chunk.length) {
        const taken = this.#take(chunk, at, events);
        at += taken;
        this.#offset += taken;
      }
    } catch (error) {
      if (!(error instanceof TooMuch) || events.length === 0) throw error;
      this.#tooMuch = error;
    }
    return events;
  }

  /** Says that no more bytes come. @throws HoldfastError command-failed if the archive isn't at its end. */
  finish(): void {
    if (this.#tooMuch !== null) throw this.#tooMuch;
    if (this.#zeroBlocks < 2) throw tarFault('the stream ended before the archive did', this.#offset);
  }

  /** The member whose content has not come to its end, or null. */
  get unfinished(): TarHeader | null {
    return this.#unfinished;
  }

  /** Gives the memory of contents back: nobody looks at one any more, and no more bytes come. */
  release(): void {
    for (const room of this.#rooms) if (room !== null) freeNow(room);
    this.#rooms.fill(null);
  }

  /** Takes bytes of `chunk` from `at` on: at least one. Returns how many. */
  #take(chunk: Buffer, at: number, events: TarEvent[]): number {
    const available = chunk.length - at;
    if (this.#gathering !== null) return this.#gather(this.#gathering, chunk, at, events);
    if (this.#streamingBytes > 0) {
      const length = Math.min(available, this.#streamingBytes);
      this.#stream(chunk.subarray(at, at + length), events);
      return length;
    }
    if (this.#skippingBytes > 0) {
      const length = Math.min(available, this.#skippingBytes);
      this.#skippingBytes -= length;
      return length;
    }
    if (available < BLOCK_BYTES) {
      const block = this.#gatherNext(BLOCK_BYTES, (bytes, found) => void this.#readBlock(bytes, 0, found));
      return this.#gather(block, chunk, at, events);
    }
    return this.#readBlock(chunk, at, events);
  }

  /** Reads the block at `at`, and the content behind it if all of it is there too. Returns the bytes taken. */
  #readBlock(chunk: Buffer, at: number, events: TarEvent[]): number {
    if (chunk[at] === 0 && isZeroBlock(chunk, at)) {
      this.#readZeroBlock(events);
      return BLOCK_BYTES;
    }
    if (this.#inARow && this.#zeroBlocks === 2) {
      this.#zeroBlocks = 0;
      this.#global = {};
    }
    if (this.#zeroBlocks > 0) {
      throw tarFault(
        this.#zeroBlocks === 1 ? 'a single zero block' : 'bytes behind the end of the archive',
        this.#offset,
      );
    }
    const block = decodeHeaderBlock(chunk, at);
    const content = at + BLOCK_BYTES;
    if ('xgLK'.includes(block.typeflag)) {
      this.#expectExtension(block);
      return BLOCK_BYTES;
    }
    const extensions = merged(this.#global, this.#pending);
    this.#pending = {};
    this.#pendingTypes = '';
    const { header, storedBytes } = assembleHeader(block, extensions);
    if (header.sparse || storedBytes >= WHOLE_CONTENT_BYTES) {
      this.#startStream(header, storedBytes, events);
      return BLOCK_BYTES;
    }
    if (content + storedBytes <= chunk.length) {
      events.push({ kind: 'member', header, content: chunk.subarray(content, content + storedBytes) });
      this.#skippingBytes = paddingOf(storedBytes);
      return BLOCK_BYTES + storedBytes;
    }
    this.#unfinished = header;
    this.#gatherIn(this.#roomFor(storedBytes), (bytes, found) => {
      this.#unfinished = null;
      found.push({ kind: 'member', header, content: bytes });
    });
    return BLOCK_BYTES;
  }

  #readZeroBlock(events: TarEvent[]): void {
    if (this.#pendingTypes !== '') throw tarFault('an extended header without a member', this.#offset);
    if (this.#inARow && this.#zeroBlocks === 2) this.#zeroBlocks = 0;
    if (this.#zeroBlocks < 2 && ++this.#zeroBlocks === 2) events.push({ kind: 'end' });
  }

  #expectExtension({ typeflag, sizeBytes }: HeaderBlock): void {
    const limit = typeflag === 'x' || typeflag === 'g' ? MAX_PAX_BYTES : MAX_LONG_NAME_BYTES;
    if (sizeBytes < 0) throw tarFault(`an extended header has ${sizeBytes} bytes`, this.#offset);
    if (sizeBytes > limit) {
      throw new TooMuch(`an extended header has ${sizeBytes} bytes, expected at most ${limit}`);
    }
    if (typeflag !== 'g') {
      if (this.#pendingTypes.includes(typeflag))
        throw tarFault('two extended headers for one member', this.#offset);
      this.#pendingTypes += typeflag;
    }
    const read = (bytes: Buffer) => this.#readExtension(typeflag, bytes);
    if (sizeBytes === 0) read(Buffer.alloc(0));
    else this.#gatherNext(sizeBytes, read);
  }

  #readExtension(typeflag: string, bytes: Buffer): void {
    if (typeflag === 'x') addRecords(decodePax(bytes), this.#pending, 'member');
    else if (typeflag === 'g') addRecords(decodePax(bytes), this.#global, 'global');
    else if (typeflag === 'L') this.#pending.path = longName(bytes);
    else this.#pending.linkTarget = longName(bytes);
  }

  #startStream(header: TarHeader, storedBytes: number, events: TarEvent[]): void {
    if (header.sparse) this.#sparse = new SparseContent(header, storedBytes);
    this.#streamingBytes = storedBytes;
    this.#skippingBytes = paddingOf(storedBytes);
    this.#unfinished = header;
    if (!header.sparse) events.push({ kind: 'start', header, segments: null });
    if (storedBytes === 0) throw tarFault('a sparse file lacks its map', this.#offset);
  }

  #stream(bytes: Buffer, events: TarEvent[]): void {
    this.#streamingBytes -= bytes.length;
    if (this.#sparse === null) events.push({ kind: 'data', bytes });
    else this.#sparse.push(bytes, events);
    if (this.#streamingBytes > 0) return;
    this.#sparse?.finish(events);
    this.#sparse = null;
    this.#unfinished = null;
    events.push({ kind: 'finish' });
  }

  #gatherNext(length: number, complete: Gathering['complete']): Gathering {
    return this.#gatherIn(Buffer.allocUnsafe(length), complete);
  }

  #gatherIn(bytes: Buffer, complete: Gathering['complete']): Gathering {
    this.#gathering = { bytes, filled: 0, complete };
    this.#skippingBytes = paddingOf(bytes.length);
    return this.#gathering;
  }

  /**
   * Used again and again: a buffer for each content would have V8 collect its whole heap every few of them. Of one push
   * at most one content is gathered whole and one begun, so that two rooms do.
   */
  #roomFor(length: number): Buffer {
    this.#nextRoom = this.#nextRoom === 0 ? 1 : 0;
    const room = this.#rooms[this.#nextRoom] ?? Buffer.allocUnsafeSlow(WHOLE_CONTENT_BYTES);
    this.#rooms[this.#nextRoom] = room;
    return room.subarray(0, length);
  }

  #gather(gathering: Gathering, chunk: Buffer, at: number, events: TarEvent[]): number {
    const length = Math.min(chunk.length - at, gathering.bytes.length - gathering.filled);
    chunk.copy(gathering.bytes, gathering.filled, at, at + length);
    gathering.filled += length;
    if (gathering.filled === gathering.bytes.length) {
      this.#gathering = null;
      gathering.complete(gathering.bytes, events);
    }
    return length;
  }
}

/** A GNU long name, which ends at a NUL or with its content. */
function longName(bytes: Buffer): ByteString {
  const nul = bytes.indexOf(0);
  const name = fromBytes(nul === -1 ? bytes : bytes.subarray(0, nul));
  if (name === '') throw tarFault('a GNU long name is empty');
  return name;
}
