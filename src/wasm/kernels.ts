import { CHUNKER_WASM, POLY1305_WASM, ROMIX_WASM } from './kernels.generated.ts';

/** Poly1305 over a window of its memory: see assembly/poly1305.ts. Holds one message at a time. */
export interface Poly1305Kernel {
  /** Where the key (r ‖ s) goes before `start`. */
  readonly key: Uint8Array;
  /** Where the tag stands after `finish`. */
  readonly tag: Uint8Array;
  readonly window: Uint8Array;
  start(): void;
  /** Takes in the first `length` bytes of the window: a multiple of 16. */
  update(length: number): void;
  /** Takes in the last `length` bytes of the message from the window. */
  finish(length: number): void;
}

/** restic's chunker over a buffer in its memory: see assembly/chunker.ts. */
export interface ChunkerKernel {
  readonly appendTable: BigUint64Array;
  readonly leaveTable: BigUint64Array;
  /** To be called when the tables were written. */
  prepare(): void;
  /** Room for the longest chunk. */
  readonly buffer: Uint8Array;
  /** How many bytes stand before the first cut that lies after `from` and not after `to`, or -1. `from` ≥ 63. */
  findCut(from: number, to: number): number;
}

/** scrypt's ROMix over ROMIX_LANES blocks in its memory: see assembly/romix.ts. */
export interface RomixKernel {
  /** ROMIX_LANES times 128·r bytes: `mix` mixes each block by itself. */
  readonly blocks: Uint8Array;
  mix(): void;
}

/** So many blocks a RomixKernel mixes at once. */
export const ROMIX_LANES = 4;

const TABLE_ENTRIES = 256;
const KEY_BYTES = 32;
const TAG_BYTES = 16;
const WASM_PAGE_BYTES = 65_536;

let poly1305Kernel: Poly1305Kernel | null = null;
let chunkerModule: WebAssembly.Module | null = null;

/** The thread's one kernel: callers finish a message before they return. */
export function getPoly1305Kernel(): Poly1305Kernel {
  poly1305Kernel ??= createPoly1305Kernel();
  return poly1305Kernel;
}

function createPoly1305Kernel(): Poly1305Kernel {
  const exports = instantiate<Poly1305Exports>(compile(POLY1305_WASM));
  const view = (offset: WebAssembly.Global, length: number) =>
    new Uint8Array(exports.memory.buffer, offset.value, length);
  return {
    key: view(exports.KEY, KEY_BYTES),
    tag: view(exports.TAG, TAG_BYTES),
    window: view(exports.WINDOW, exports.WINDOW_BYTES.value),
    start: exports.start,
    update: exports.update,
    finish: exports.finish,
  };
}

/** A kernel with memory of its own, 8 MiB of which only what is used becomes resident. */
export function createChunkerKernel(): ChunkerKernel {
  chunkerModule ??= compile(CHUNKER_WASM);
  const exports = instantiate<ChunkerExports>(chunkerModule);
  const { buffer } = exports.memory;
  return {
    appendTable: new BigUint64Array(buffer, exports.APPEND_TABLE.value, TABLE_ENTRIES),
    leaveTable: new BigUint64Array(buffer, exports.LEAVE_TABLE.value, TABLE_ENTRIES),
    prepare: exports.prepare,
    buffer: new Uint8Array(buffer, exports.BUFFER.value),
    findCut: exports.findCut,
  };
}

/**
 * A kernel for ROMIX_LANES blocks of 128·r bytes and tables of N of each, with as much memory of its own, 257 MiB at most.
 * @throws RangeError for more.
 */
export function createRomixKernel({ N, r }: { readonly N: number; readonly r: number }): RomixKernel {
  const exports = instantiate<RomixExports>(compile(ROMIX_WASM));
  const blockBytes = 128 * r;
  const neededBytes = exports.BLOCKS.value + blockBytes * (ROMIX_LANES * (N + 2) + 1);
  const missingBytes = neededBytes - exports.memory.buffer.byteLength;
  if (missingBytes > 0) exports.memory.grow(Math.ceil(missingBytes / WASM_PAGE_BYTES));
  return {
    blocks: new Uint8Array(exports.memory.buffer, exports.BLOCKS.value, ROMIX_LANES * blockBytes),
    mix: () => exports.mix(N, r),
  };
}

interface RomixExports {
  readonly memory: WebAssembly.Memory;
  readonly BLOCKS: WebAssembly.Global;
  mix(N: number, r: number): void;
}

interface Poly1305Exports {
  readonly memory: WebAssembly.Memory;
  readonly KEY: WebAssembly.Global;
  readonly TAG: WebAssembly.Global;
  readonly WINDOW: WebAssembly.Global;
  readonly WINDOW_BYTES: WebAssembly.Global;
  start(): void;
  update(length: number): void;
  finish(length: number): void;
}

interface ChunkerExports {
  readonly memory: WebAssembly.Memory;
  readonly APPEND_TABLE: WebAssembly.Global;
  readonly LEAVE_TABLE: WebAssembly.Global;
  readonly BUFFER: WebAssembly.Global;
  prepare(): void;
  findCut(from: number, to: number): number;
}

function compile(base64: string): WebAssembly.Module {
  return new WebAssembly.Module(Buffer.from(base64, 'base64'));
}

/** The kernels import nothing. T is what its source exports. */
function instantiate<T>(module: WebAssembly.Module): T {
  return new WebAssembly.Instance(module).exports as T;
}
