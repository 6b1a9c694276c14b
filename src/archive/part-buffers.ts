import { HoldfastError } from '../errors.ts';

const MIB = 1024 * 1024;

/**
 * S3 takes 10,000 parts of an object, and at least 5 MiB in each but the last. Small ones first, so that a short archive
 * takes little memory; then large ones, of which two are held: 297 GiB in all.
 */
const SMALL_PART_BYTES = 16 * MIB;
const SMALL_PARTS = 1000;
const LARGE_PART_BYTES = 32 * MIB;
const MAX_PARTS = 10_000;

/** A part of a stream, in a buffer that is given back when it is stored. */
export interface Part {
  readonly number: number;
  readonly bytes: Buffer;
  /** Nothing comes behind it. */
  readonly isLast: boolean;
  readonly room: Buffer;
}

/** Cuts a stream into parts, in buffers that are used again: what the garbage collector must find would add up. */
export class PartBuffers {
  readonly #stream: AsyncIterable<Uint8Array>;
  readonly #smallPartBytes: number;
  #free: Buffer[] = [];

  /** @param smallPartBytes Default SMALL_PART_BYTES. */
  constructor(stream: AsyncIterable<Uint8Array>, smallPartBytes = SMALL_PART_BYTES) {
    this.#stream = stream;
    this.#smallPartBytes = smallPartBytes;
  }

  /** At least one, which may be empty. @throws HoldfastError bad-input for a stream of more parts than S3 takes. */
  async *parts(): AsyncGenerator<Part> {
    let number = 1;
    let room = this.#take(number);
    let filled = 0;
    for await (const piece of this.#stream) {
      for (let at = 0; at < piece.length; ) {
        // Only what comes behind a full part tells that it isn't the last.
        if (filled === room.length) {
          yield { number, bytes: room, isLast: false, room };
          if (++number > MAX_PARTS) throw tooLong();
          room = this.#take(number);
          filled = 0;
        }
        const length = Math.min(piece.length - at, room.length - filled);
        room.set(piece.subarray(at, at + length), filled);
        filled += length;
        at += length;
      }
    }
    yield { number, bytes: room.subarray(0, filled), isLast: true, room };
  }

  give({ room }: Part): void {
    this.#free.push(room);
  }

  #take(number: number): Buffer {
    const wanted = number <= SMALL_PARTS ? this.#smallPartBytes : LARGE_PART_BYTES;
    this.#free = this.#free.filter(({ length }) => length === wanted);
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(wanted);
  }
}

function tooLong(): HoldfastError {
  const limitBytes = SMALL_PARTS * SMALL_PART_BYTES + (MAX_PARTS - SMALL_PARTS) * LARGE_PART_BYTES;
  return new HoldfastError(
    'bad-input',
    `Cannot save the archive: it has more than ${limitBytes} bytes, which is all that S3 takes in ${MAX_PARTS} parts. Back up into a repository, or the paths in several archives.`,
  );
}
