// scrypt's ROMix (RFC 7914, section 5) of one block. AssemblyScript: compiled by scripts/build-wasm.ts.
//
// Salsa20's state of 16 words is held by its diagonals, four words to a vector, so that its rows and its columns are mixed four
// quarters at a time; blocks are put into that order once before, and back once behind.

/** Where the caller puts the block of 128·r bytes, and finds it mixed; behind it lie as much room and the table of N blocks. */
export const BLOCK: usize = 64;

const SALSA_BYTES: usize = 64;
const SALSA_WORDS: usize = 16;
/** Word i of the order by diagonals is word 5·i mod 16 of Salsa20's. */
const DIAGONAL: usize = 5;

/** Mixes the block at BLOCK: N is a power of two above 1. The memory has 64 + 128·r·(N + 2) bytes at least. */
export function mix(N: u32, r: u32): void {
  const blockBytes: usize = <usize>r * 128;
  const even = BLOCK;
  const odd = even + blockBytes;
  const table = odd + blockBytes;
  toDiagonals(even, blockBytes);
  memory.copy(table, even, blockBytes);
  for (let i: usize = 1; i < N; i++) {
    const before = table + (i - 1) * blockBytes;
    mixBlock(before, 0, before + blockBytes, r);
  }
  mixBlock(table + <usize>(N - 1) * blockBytes, 0, even, r);
  for (let i: u32 = 0; i < N; i += 2) {
    mixBlock(even, table + chosen(even, blockBytes, N) * blockBytes, odd, r);
    mixBlock(odd, table + chosen(odd, blockBytes, N) * blockBytes, even, r);
  }
  fromDiagonals(even, blockBytes);
}

/** Integerify: which block of the table the last 64 bytes choose. The first word stays first in both orders. */
@inline
function chosen(block: usize, blockBytes: usize, N: u32): usize {
  return <usize>(load<u32>(block + blockBytes - SALSA_BYTES) & (N - 1));
}

/** scryptBlockMix of the block at `from`, of it xor the one at `other` unless that is 0, to `to`. */
function mixBlock(from: usize, other: usize, to: usize, r: u32): void {
  // The last 64 bytes are the state before the first.
  const last = <usize>(2 * r - 1) * SALSA_BYTES;
  let a = v128.load(from + last);
  let b = v128.load(from + last, 16);
  let c = v128.load(from + last, 32);
  let d = v128.load(from + last, 48);
  if (other != 0) {
    a = v128.xor(a, v128.load(other + last));
    b = v128.xor(b, v128.load(other + last, 16));
    c = v128.xor(c, v128.load(other + last, 32));
    d = v128.xor(d, v128.load(other + last, 48));
  }
  for (let i: u32 = 0; i < 2 * r; i++) {
    const at = <usize>i * SALSA_BYTES;
    a = v128.xor(a, v128.load(from + at));
    b = v128.xor(b, v128.load(from + at, 16));
    c = v128.xor(c, v128.load(from + at, 32));
    d = v128.xor(d, v128.load(from + at, 48));
    if (other != 0) {
      a = v128.xor(a, v128.load(other + at));
      b = v128.xor(b, v128.load(other + at, 16));
      c = v128.xor(c, v128.load(other + at, 32));
      d = v128.xor(d, v128.load(other + at, 48));
    }
    const a0 = a;
    const b0 = b;
    const c0 = c;
    const d0 = d;
    for (let round = 0; round < 8; round += 2) {
      b = v128.xor(b, turned(i32x4.add(a, d), 7));
      c = v128.xor(c, turned(i32x4.add(b, a), 9));
      d = v128.xor(d, turned(i32x4.add(c, b), 13));
      a = v128.xor(a, turned(i32x4.add(d, c), 18));
      b = v128.shuffle<i32>(b, b, 3, 0, 1, 2);
      c = v128.shuffle<i32>(c, c, 2, 3, 0, 1);
      d = v128.shuffle<i32>(d, d, 1, 2, 3, 0);
      d = v128.xor(d, turned(i32x4.add(a, b), 7));
      c = v128.xor(c, turned(i32x4.add(d, a), 9));
      b = v128.xor(b, turned(i32x4.add(c, d), 13));
      a = v128.xor(a, turned(i32x4.add(b, c), 18));
      b = v128.shuffle<i32>(b, b, 1, 2, 3, 0);
      c = v128.shuffle<i32>(c, c, 2, 3, 0, 1);
      d = v128.shuffle<i32>(d, d, 3, 0, 1, 2);
    }
    a = i32x4.add(a, a0);
    b = i32x4.add(b, b0);
    c = i32x4.add(c, c0);
    d = i32x4.add(d, d0);
    // Those with even numbers first, then those with odd ones.
    const place = to + <usize>((i >> 1) + (i & 1) * r) * SALSA_BYTES;
    v128.store(place, a);
    v128.store(place, b, 16);
    v128.store(place, c, 32);
    v128.store(place, d, 48);
  }
}

@inline
function turned(words: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(words, bits), i32x4.shr_u(words, 32 - bits));
}

const SCRATCH: usize = 0;

function toDiagonals(block: usize, blockBytes: usize): void {
  for (let at = block; at < block + blockBytes; at += SALSA_BYTES) {
    memory.copy(SCRATCH, at, SALSA_BYTES);
    for (let i: usize = 0; i < SALSA_WORDS; i++) {
      store<u32>(at + 4 * i, load<u32>(SCRATCH + 4 * ((i * DIAGONAL) % SALSA_WORDS)));
    }
  }
}

function fromDiagonals(block: usize, blockBytes: usize): void {
  for (let at = block; at < block + blockBytes; at += SALSA_BYTES) {
    memory.copy(SCRATCH, at, SALSA_BYTES);
    for (let i: usize = 0; i < SALSA_WORDS; i++) {
      store<u32>(at + 4 * ((i * DIAGONAL) % SALSA_WORDS), load<u32>(SCRATCH + 4 * i));
    }
  }
}
