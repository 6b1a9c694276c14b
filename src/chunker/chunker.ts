import { copyBytes } from '../copy-bytes.ts';
import { type ChunkerKernel, createChunkerKernel } from '../wasm/kernels.ts';
import { tablesOf } from './tables.ts';

/** No chunk but a file's last is shorter. */
export const MIN_CHUNK_BYTES = 512 * 1024;
export const MAX_CHUNK_BYTES = 8 * 1024 * 1024;

const SEARCH_STEP_BYTES = 64 * 1024;

/** Kernels that wait for the next file: each has 8 MiB of memory, so few are kept. */
const idleKernels: ChunkerKernel[] = [];
const MAX_IDLE_KERNELS = 4;

/**
 * Cuts one file into restic's content-defined chunks: after a byte when the chunk has MIN_CHUNK_BYTES at least and the
 * Rabin fingerprint of the last 64 bytes ends in 20 zero bits, or at MAX_CHUNK_BYTES. The same bytes give the same
 * chunks however they are pushed.
 *
 * Up to 8 MiB are held, until `finish`.
 */
export class Chunker {
  readonly #polynomial: bigint;
  #kernel: ChunkerKernel | null = null;
  /** Bytes of the open chunk, in the kernel's buffer. */
  #filled = 0;
  /** How many of them can't be a cut's place any more. A cut before the smallest size isn't looked for. */
  #searched = MIN_CHUNK_BYTES - 1;

  /** @param polynomial The repository's, of degree 53. */
  constructor(polynomial: bigint) {
    this.#polynomial = polynomial;
  }

  /**
   * Takes in the next bytes of the file and gives the chunks that end in them. A chunk is a view of memory that the next
   * step overwrites: copy what you keep. Iterate to the end, for the bytes are taken in on the way.
   */
  *push(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
    const kernel = this.#takeKernel();
    for (let taken = 0; taken < bytes.length; ) {
      const piece = bytes.subarray(taken, taken + this.#nextPieceBytes());
      copyBytes(piece, kernel.buffer, this.#filled);
      this.#filled += piece.length;
      const length = this.#findCut(kernel);
      // What stands behind the cut is taken again from the caller's bytes.
      taken += piece.length;
      if (length === null) continue;
      taken -= this.#filled - length;
      yield this.#takeChunk(kernel, length);
    }
  }

  /** Whether no bytes of an open chunk are held. */
  get isAtCut(): boolean {
    return this.#filled === 0;
  }

  /** Ends the file. Gives its last chunk, as `push` does, unless it is empty or ended at a cut. Then as new. */
  *finish(): Generator<Uint8Array, void, undefined> {
    const kernel = this.#kernel;
    if (kernel === null) return;
    this.#kernel = null;
    if (this.#filled > 0) yield this.#takeChunk(kernel, this.#filled);
    if (idleKernels.length < MAX_IDLE_KERNELS) idleKernels.push(kernel);
  }

  /** To the smallest chunk at once; from there in steps, for what stands behind a cut is copied twice. */
  #nextPieceBytes(): number {
    if (this.#filled < MIN_CHUNK_BYTES) return MIN_CHUNK_BYTES - this.#filled;
    return Math.min(SEARCH_STEP_BYTES, MAX_CHUNK_BYTES - this.#filled);
  }

  #takeKernel(): ChunkerKernel {
    if (this.#kernel !== null) return this.#kernel;
    const kernel = idleKernels.pop() ?? createChunkerKernel();
    const { append, leave } = tablesOf(this.#polynomial);
    kernel.appendTable.set(append);
    kernel.leaveTable.set(leave);
    kernel.prepare();
    this.#kernel = kernel;
    return kernel;
  }

  /** Length of the chunk, if it ends in what is filled. */
  #findCut(kernel: ChunkerKernel): number | null {
    if (this.#filled <= this.#searched) return null;
    const cut = kernel.findCut(this.#searched, this.#filled);
    this.#searched = this.#filled;
    if (cut !== -1) return cut;
    return this.#filled === MAX_CHUNK_BYTES ? MAX_CHUNK_BYTES : null;
  }

  #takeChunk(kernel: ChunkerKernel, length: number): Uint8Array {
    this.#filled = 0;
    this.#searched = MIN_CHUNK_BYTES - 1;
    return kernel.buffer.subarray(0, length);
  }
}
