// scrypt's ROMix (RFC 7914, section 5) of four blocks at once. AssemblyScript: compiled by scripts/build-wasm.ts.
//
// Salsa20's state of 16 words is held by its diagonals, four words to a vector, so that its rows and its columns are mixed four
// quarters at a time; blocks are put into that order once before, and back once behind. Each step waits for the one before
// it: other blocks, which don't depend on the first, are mixed in the gaps. Four take some two thirds of what two times two take.

const SALSA_BYTES: usize = 64;
const SALSA_WORDS: usize = 16;
/** Word i of the order by diagonals is word 5·i mod 16 of Salsa20's. */
const DIAGONAL: usize = 5;
/** As many as are mixed at once. More don't fit the registers. */
const LANES: usize = 4;

const SCRATCH: usize = 0;
/**
 * Where the caller puts the blocks of 128·r bytes, and finds them mixed. Behind them lie as much room, a block of zeros, and
 * the table of N times the blocks.
 */
export const BLOCKS: usize = 64;

/** Mixes each block at BLOCKS: N is a power of two above 1. The memory has 64 + 512·r·(N + 2) + 128·r bytes at least. */
export function mix(N: u32, r: u32): void {
  const laneBytes: usize = <usize>r * 128;
  const setBytes: usize = LANES * laneBytes;
  const even = BLOCKS;
  const odd = even + setBytes;
  const zeros = odd + setBytes;
  const table = zeros + laneBytes;
  toDiagonals(even, setBytes);
  memory.fill(zeros, 0, laneBytes);
  memory.copy(table, even, setBytes);
  for (let i: usize = 1; i < N; i++) {
    const before = table + (i - 1) * setBytes;
    mixSet(before, zeros, zeros, zeros, zeros, before + setBytes, r);
  }
  mixSet(table + <usize>(N - 1) * setBytes, zeros, zeros, zeros, zeros, even, r);
  for (let i: u32 = 0; i < N; i += 2) {
    mixChosen(even, table, odd, N, r);
    mixChosen(odd, table, even, N, r);
  }
  fromDiagonals(even, setBytes);
}

function mixChosen(from: usize, table: usize, to: usize, N: u32, r: u32): void {
  const other1 = chosen(0, from, table, N, r);
  const other2 = chosen(1, from, table, N, r);
  const other3 = chosen(2, from, table, N, r);
  const other4 = chosen(3, from, table, N, r);
  mixSet(from, other1, other2, other3, other4, to, r);
}

/** Integerify: the block of `table` that the last 64 bytes of a lane's choose. The first word stays first in both orders. */
@inline
function chosen(lane: usize, from: usize, table: usize, N: u32, r: u32): usize {
  const laneBytes: usize = <usize>r * 128;
  const i = <usize>(load<u32>(from + (lane + 1) * laneBytes - SALSA_BYTES) & (N - 1));
  return table + (i * LANES + lane) * laneBytes;
}

/** scryptBlockMix of the blocks at `from`, each xor the one at its `other`, to `to`. */
function mixSet(from1: usize, other1: usize, other2: usize, other3: usize, other4: usize, to: usize, r: u32): void {
  const laneBytes: usize = <usize>r * 128;
  const from2 = from1 + laneBytes;
  const from3 = from2 + laneBytes;
  const from4 = from3 + laneBytes;
  // The last 64 bytes are the state before the first.
  const last = laneBytes - SALSA_BYTES;
  let a1 = both(from1 + last, other1 + last);
  let b1 = both(from1 + last, other1 + last, 16);
  let c1 = both(from1 + last, other1 + last, 32);
  let d1 = both(from1 + last, other1 + last, 48);
  let a2 = both(from2 + last, other2 + last);
  let b2 = both(from2 + last, other2 + last, 16);
  let c2 = both(from2 + last, other2 + last, 32);
  let d2 = both(from2 + last, other2 + last, 48);
  let a3 = both(from3 + last, other3 + last);
  let b3 = both(from3 + last, other3 + last, 16);
  let c3 = both(from3 + last, other3 + last, 32);
  let d3 = both(from3 + last, other3 + last, 48);
  let a4 = both(from4 + last, other4 + last);
  let b4 = both(from4 + last, other4 + last, 16);
  let c4 = both(from4 + last, other4 + last, 32);
  let d4 = both(from4 + last, other4 + last, 48);
  for (let i: u32 = 0; i < 2 * r; i++) {
    const at = <usize>i * SALSA_BYTES;
    a1 = v128.xor(a1, both(from1 + at, other1 + at));
    b1 = v128.xor(b1, both(from1 + at, other1 + at, 16));
    c1 = v128.xor(c1, both(from1 + at, other1 + at, 32));
    d1 = v128.xor(d1, both(from1 + at, other1 + at, 48));
    a2 = v128.xor(a2, both(from2 + at, other2 + at));
    b2 = v128.xor(b2, both(from2 + at, other2 + at, 16));
    c2 = v128.xor(c2, both(from2 + at, other2 + at, 32));
    d2 = v128.xor(d2, both(from2 + at, other2 + at, 48));
    a3 = v128.xor(a3, both(from3 + at, other3 + at));
    b3 = v128.xor(b3, both(from3 + at, other3 + at, 16));
    c3 = v128.xor(c3, both(from3 + at, other3 + at, 32));
    d3 = v128.xor(d3, both(from3 + at, other3 + at, 48));
    a4 = v128.xor(a4, both(from4 + at, other4 + at));
    b4 = v128.xor(b4, both(from4 + at, other4 + at, 16));
    c4 = v128.xor(c4, both(from4 + at, other4 + at, 32));
    d4 = v128.xor(d4, both(from4 + at, other4 + at, 48));
    // Those with even numbers first, then those with odd ones.
    const to1 = to + <usize>((i >> 1) + (i & 1) * r) * SALSA_BYTES;
    const to2 = to1 + laneBytes;
    const to3 = to2 + laneBytes;
    const to4 = to3 + laneBytes;
    v128.store(to1, a1);
    v128.store(to1, b1, 16);
    v128.store(to1, c1, 32);
    v128.store(to1, d1, 48);
    v128.store(to2, a2);
    v128.store(to2, b2, 16);
    v128.store(to2, c2, 32);
    v128.store(to2, d2, 48);
    v128.store(to3, a3);
    v128.store(to3, b3, 16);
    v128.store(to3, c3, 32);
    v128.store(to3, d3, 48);
    v128.store(to4, a4);
    v128.store(to4, b4, 16);
    v128.store(to4, c4, 32);
    v128.store(to4, d4, 48);
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
      b3 = v128.xor(b3, turned(i32x4.add(a3, d3), 7));
      b4 = v128.xor(b4, turned(i32x4.add(a4, d4), 7));
      c3 = v128.xor(c3, turned(i32x4.add(b3, a3), 9));
      c4 = v128.xor(c4, turned(i32x4.add(b4, a4), 9));
      d3 = v128.xor(d3, turned(i32x4.add(c3, b3), 13));
      d4 = v128.xor(d4, turned(i32x4.add(c4, b4), 13));
      a3 = v128.xor(a3, turned(i32x4.add(d3, c3), 18));
      a4 = v128.xor(a4, turned(i32x4.add(d4, c4), 18));
      b3 = v128.shuffle<i32>(b3, b3, 3, 0, 1, 2);
      b4 = v128.shuffle<i32>(b4, b4, 3, 0, 1, 2);
      c3 = v128.shuffle<i32>(c3, c3, 2, 3, 0, 1);
      c4 = v128.shuffle<i32>(c4, c4, 2, 3, 0, 1);
      d3 = v128.shuffle<i32>(d3, d3, 1, 2, 3, 0);
      d4 = v128.shuffle<i32>(d4, d4, 1, 2, 3, 0);
      d3 = v128.xor(d3, turned(i32x4.add(a3, b3), 7));
      d4 = v128.xor(d4, turned(i32x4.add(a4, b4), 7));
      c3 = v128.xor(c3, turned(i32x4.add(d3, a3), 9));
      c4 = v128.xor(c4, turned(i32x4.add(d4, a4), 9));
      b3 = v128.xor(b3, turned(i32x4.add(c3, d3), 13));
      b4 = v128.xor(b4, turned(i32x4.add(c4, d4), 13));
      a3 = v128.xor(a3, turned(i32x4.add(b3, c3), 18));
      a4 = v128.xor(a4, turned(i32x4.add(b4, c4), 18));
      b3 = v128.shuffle<i32>(b3, b3, 1, 2, 3, 0);
      b4 = v128.shuffle<i32>(b4, b4, 1, 2, 3, 0);
      c3 = v128.shuffle<i32>(c3, c3, 2, 3, 0, 1);
      c4 = v128.shuffle<i32>(c4, c4, 2, 3, 0, 1);
      d3 = v128.shuffle<i32>(d3, d3, 3, 0, 1, 2);
      d4 = v128.shuffle<i32>(d4, d4, 3, 0, 1, 2);
    }
    a1 = i32x4.add(a1, v128.load(to1));
    b1 = i32x4.add(b1, v128.load(to1, 16));
    c1 = i32x4.add(c1, v128.load(to1, 32));
    d1 = i32x4.add(d1, v128.load(to1, 48));
    a2 = i32x4.add(a2, v128.load(to2));
    b2 = i32x4.add(b2, v128.load(to2, 16));
    c2 = i32x4.add(c2, v128.load(to2, 32));
    d2 = i32x4.add(d2, v128.load(to2, 48));
    a3 = i32x4.add(a3, v128.load(to3));
    b3 = i32x4.add(b3, v128.load(to3, 16));
    c3 = i32x4.add(c3, v128.load(to3, 32));
    d3 = i32x4.add(d3, v128.load(to3, 48));
    a4 = i32x4.add(a4, v128.load(to4));
    b4 = i32x4.add(b4, v128.load(to4, 16));
    c4 = i32x4.add(c4, v128.load(to4, 32));
    d4 = i32x4.add(d4, v128.load(to4, 48));
    v128.store(to1, a1);
    v128.store(to1, b1, 16);
    v128.store(to1, c1, 32);
    v128.store(to1, d1, 48);
    v128.store(to2, a2);
    v128.store(to2, b2, 16);
    v128.store(to2, c2, 32);
    v128.store(to2, d2, 48);
    v128.store(to3, a3);
    v128.store(to3, b3, 16);
    v128.store(to3, c3, 32);
    v128.store(to3, d3, 48);
    v128.store(to4, a4);
    v128.store(to4, b4, 16);
    v128.store(to4, c4, 32);
    v128.store(to4, d4, 48);
  }
}

@inline
function both(at: usize, other: usize, offset: usize = 0): v128 {
  return v128.xor(v128.load(at + offset), v128.load(other + offset));
}

@inline
function turned(words: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(words, bits), i32x4.shr_u(words, 32 - bits));
}


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
