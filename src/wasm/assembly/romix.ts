// scrypt's ROMix (RFC 7914, section 5) of two blocks at once. AssemblyScript: compiled by scripts/build-wasm.ts.
//
// Salsa20's state of 16 words is held by its diagonals, four words to a vector, so that its rows and its columns are mixed four
// quarters at a time; blocks are put into that order once before, and back once behind. Each step waits for the one before
// it: a second block, which doesn't depend on the first, is mixed in the gaps, and takes a quarter as long again, not twice as long.

/** Where the caller puts the two blocks of 128·r bytes, and finds them mixed; behind them lie as much room and the table of N pairs. */
export const PAIR: usize = 64;

const SALSA_BYTES: usize = 64;
const SALSA_WORDS: usize = 16;
/** Word i of the order by diagonals is word 5·i mod 16 of Salsa20's. */
const DIAGONAL: usize = 5;

/** Mixes each block of the pair at PAIR: N is a power of two above 1. The memory has 64 + 256·r·(N + 2) bytes at least. */
export function mix(N: u32, r: u32): void {
  const blockBytes: usize = <usize>r * 128;
  const pairBytes: usize = 2 * blockBytes;
  const even = PAIR;
  const odd = even + pairBytes;
  const table = odd + pairBytes;
  toDiagonals(even, pairBytes);
  memory.copy(table, even, pairBytes);
  for (let i: usize = 1; i < N; i++) {
    const before = table + (i - 1) * pairBytes;
    mixPair(before, 0, 0, before + pairBytes, r);
  }
  mixPair(table + <usize>(N - 1) * pairBytes, 0, 0, even, r);
  for (let i: u32 = 0; i < N; i += 2) {
    mixPair(even, chosen(even, table, N, r), chosen(even + blockBytes, table + blockBytes, N, r), odd, r);
    mixPair(odd, chosen(odd, table, N, r), chosen(odd + blockBytes, table + blockBytes, N, r), even, r);
  }
  fromDiagonals(even, pairBytes);
}

/** Integerify: the block of a pair's half, `table`, that the last 64 bytes choose. The first word stays first in both orders. */
@inline
function chosen(block: usize, table: usize, N: u32, r: u32): usize {
  const blockBytes: usize = <usize>r * 128;
  return table + <usize>(load<u32>(block + blockBytes - SALSA_BYTES) & (N - 1)) * 2 * blockBytes;
}

/** scryptBlockMix of the pair at `from`, of its blocks xor those at `other1` and `other2` unless these are 0, to `to`. */
function mixPair(from: usize, other1: usize, other2: usize, to: usize, r: u32): void {
  const from2 = from + <usize>r * 128;
  const to2 = to + <usize>r * 128;
  // The last 64 bytes are the state before the first.
  const last = <usize>(2 * r - 1) * SALSA_BYTES;
  let a1 = v128.load(from + last);
  let b1 = v128.load(from + last, 16);
  let c1 = v128.load(from + last, 32);
  let d1 = v128.load(from + last, 48);
  let a2 = v128.load(from2 + last);
  let b2 = v128.load(from2 + last, 16);
  let c2 = v128.load(from2 + last, 32);
  let d2 = v128.load(from2 + last, 48);
  if (other1 != 0) {
    a1 = v128.xor(a1, v128.load(other1 + last));
    b1 = v128.xor(b1, v128.load(other1 + last, 16));
    c1 = v128.xor(c1, v128.load(other1 + last, 32));
    d1 = v128.xor(d1, v128.load(other1 + last, 48));
    a2 = v128.xor(a2, v128.load(other2 + last));
    b2 = v128.xor(b2, v128.load(other2 + last, 16));
    c2 = v128.xor(c2, v128.load(other2 + last, 32));
    d2 = v128.xor(d2, v128.load(other2 + last, 48));
  }
  for (let i: u32 = 0; i < 2 * r; i++) {
    const at = <usize>i * SALSA_BYTES;
    a1 = v128.xor(a1, v128.load(from + at));
    b1 = v128.xor(b1, v128.load(from + at, 16));
    c1 = v128.xor(c1, v128.load(from + at, 32));
    d1 = v128.xor(d1, v128.load(from + at, 48));
    a2 = v128.xor(a2, v128.load(from2 + at));
    b2 = v128.xor(b2, v128.load(from2 + at, 16));
    c2 = v128.xor(c2, v128.load(from2 + at, 32));
    d2 = v128.xor(d2, v128.load(from2 + at, 48));
    if (other1 != 0) {
      a1 = v128.xor(a1, v128.load(other1 + at));
      b1 = v128.xor(b1, v128.load(other1 + at, 16));
      c1 = v128.xor(c1, v128.load(other1 + at, 32));
      d1 = v128.xor(d1, v128.load(other1 + at, 48));
      a2 = v128.xor(a2, v128.load(other2 + at));
      b2 = v128.xor(b2, v128.load(other2 + at, 16));
      c2 = v128.xor(c2, v128.load(other2 + at, 32));
      d2 = v128.xor(d2, v128.load(other2 + at, 48));
    }
    const a1Before = a1;
    const b1Before = b1;
    const c1Before = c1;
    const d1Before = d1;
    const a2Before = a2;
    const b2Before = b2;
    const c2Before = c2;
    const d2Before = d2;
    for (let round = 0; round < 8; round += 2) {
      b1 = v128.xor(b1, turned(i32x4.add(a1, d1), 7));
      b2 = v128.xor(b2, turned(i32x4.add(a2, d2), 7));
      c1 = v128.xor(c1, turned(i32x4.add(b1, a1), 9));
      c2 = v128.xor(c2, turned(i32x4.add(b2, a2), 9));
      d1 = v128.xor(d1, turned(i32x4.add(c1, b1), 13));
      d2 = v128.xor(d2, turned(i32x4.add(c2, b2), 13));
      a1 = v128.xor(a1, turned(i32x4.add(d1, c1), 18));
      a2 = v128.xor(a2, turned(i32x4.add(d2, c2), 18));
      b1 = v128.shuffle<i32>(b1, b1, 3, 0, 1, 2);
      b2 = v128.shuffle<i32>(b2, b2, 3, 0, 1, 2);
      c1 = v128.shuffle<i32>(c1, c1, 2, 3, 0, 1);
      c2 = v128.shuffle<i32>(c2, c2, 2, 3, 0, 1);
      d1 = v128.shuffle<i32>(d1, d1, 1, 2, 3, 0);
      d2 = v128.shuffle<i32>(d2, d2, 1, 2, 3, 0);
      d1 = v128.xor(d1, turned(i32x4.add(a1, b1), 7));
      d2 = v128.xor(d2, turned(i32x4.add(a2, b2), 7));
      c1 = v128.xor(c1, turned(i32x4.add(d1, a1), 9));
      c2 = v128.xor(c2, turned(i32x4.add(d2, a2), 9));
      b1 = v128.xor(b1, turned(i32x4.add(c1, d1), 13));
      b2 = v128.xor(b2, turned(i32x4.add(c2, d2), 13));
      a1 = v128.xor(a1, turned(i32x4.add(b1, c1), 18));
      a2 = v128.xor(a2, turned(i32x4.add(b2, c2), 18));
      b1 = v128.shuffle<i32>(b1, b1, 1, 2, 3, 0);
      b2 = v128.shuffle<i32>(b2, b2, 1, 2, 3, 0);
      c1 = v128.shuffle<i32>(c1, c1, 2, 3, 0, 1);
      c2 = v128.shuffle<i32>(c2, c2, 2, 3, 0, 1);
      d1 = v128.shuffle<i32>(d1, d1, 3, 0, 1, 2);
      d2 = v128.shuffle<i32>(d2, d2, 3, 0, 1, 2);
    }
    // Those with even numbers first, then those with odd ones.
    const place = <usize>((i >> 1) + (i & 1) * r) * SALSA_BYTES;
    a1 = i32x4.add(a1, a1Before);
    b1 = i32x4.add(b1, b1Before);
    c1 = i32x4.add(c1, c1Before);
    d1 = i32x4.add(d1, d1Before);
    a2 = i32x4.add(a2, a2Before);
    b2 = i32x4.add(b2, b2Before);
    c2 = i32x4.add(c2, c2Before);
    d2 = i32x4.add(d2, d2Before);
    v128.store(to + place, a1);
    v128.store(to + place, b1, 16);
    v128.store(to + place, c1, 32);
    v128.store(to + place, d1, 48);
    v128.store(to2 + place, a2);
    v128.store(to2 + place, b2, 16);
    v128.store(to2 + place, c2, 32);
    v128.store(to2 + place, d2, 48);
  }
}

@inline
function turned(words: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(words, bits), i32x4.shr_u(words, 32 - bits));
}

const SCRATCH: usize = 0;

function toDiagonals(blocks: usize, bytes: usize): void {
  for (let at = blocks; at < blocks + bytes; at += SALSA_BYTES) {
    memory.copy(SCRATCH, at, SALSA_BYTES);
    for (let i: usize = 0; i < SALSA_WORDS; i++) {
      store<u32>(at + 4 * i, load<u32>(SCRATCH + 4 * ((i * DIAGONAL) % SALSA_WORDS)));
    }
  }
}

function fromDiagonals(blocks: usize, bytes: usize): void {
  for (let at = blocks; at < blocks + bytes; at += SALSA_BYTES) {
    memory.copy(SCRATCH, at, SALSA_BYTES);
    for (let i: usize = 0; i < SALSA_WORDS; i++) {
      store<u32>(at + 4 * ((i * DIAGONAL) % SALSA_WORDS), load<u32>(SCRATCH + 4 * i));
    }
  }
}
