import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';

/** What Node's streams of zlib have inside. */
interface Insides {
  readonly _handle?: {
    writeSync?: (
      flush: number,
      input: Uint8Array,
      inputOffset: number,
      inputBytes: number,
      output: Uint8Array,
      outputOffset: number,
      outputBytes: number,
    ) => void;
    onerror?: (message: string) => void;
  };
  /** After each write: the bytes of the output that are free, and those of the input that are left. */
  readonly _writeState?: Uint32Array;
}

type Params = Readonly<Record<number, number>>;

/**
 * A context of zstd that takes one frame after another. Node's functions for whole buffers make one for each, and a stream
 * with it, which takes longer than to compress a small blob: 20 to 40 % of all that zstd takes on a Linux system's files.
 *
 * It stands on the insides of Node's streams, as minizlib does, by which npm itself unpacks. A Node that has others gives
 * no context, and the functions for whole buffers do.
 */
export class ZstdContext {
  readonly #handle: Required<NonNullable<Insides['_handle']>>;
  readonly #state: Uint32Array;
  #error: string | null = null;
  #isUsable = true;

  private constructor(handle: Required<NonNullable<Insides['_handle']>>, state: Uint32Array) {
    this.#handle = handle;
    this.#state = state;
    handle.onerror = (message) => {
      this.#error = message;
    };
  }

  /** Null: this Node has none. */
  static compressing(params: Params): ZstdContext | null {
    return ZstdContext.#within(createZstdCompress({ params }));
  }

  /** Null: this Node has none. */
  static decompressing(params: Params): ZstdContext | null {
    return ZstdContext.#within(createZstdDecompress({ params }));
  }

  static #within(stream: object): ZstdContext | null {
    const { _handle: handle, _writeState: state } = stream as Insides;
    if (typeof handle?.writeSync !== 'function' || !(state instanceof Uint32Array)) return null;
    return new ZstdContext(handle as Required<NonNullable<Insides['_handle']>>, state);
  }

  /** Not after a failure: what is left of a frame would become a part of the next. */
  get isUsable(): boolean {
    return this.#isUsable;
  }

  /**
   * Turns the whole of `input` into one frame, or a frame into its content, at the beginning of `output`.
   * @returns How many bytes that are.
   * @throws Error with what is wrong, as the end of a sentence.
   */
  run(input: Uint8Array, output: Uint8Array): number {
    this.#isUsable = false;
    this.#error = null;
    this.#handle.writeSync(constants.ZSTD_e_end, input, 0, input.length, output, 0, output.length);
    if (this.#error !== null) throw new Error(this.#error);
    const [free = 0, left = 0] = this.#state;
    if (left > 0) throw new Error(`${left} bytes that don't fit`);
    this.#isUsable = true;
    return output.length - free;
  }
}
