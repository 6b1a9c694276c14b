// restic's content-defined chunker: finds where a chunk ends. AssemblyScript: compiled by scripts/build-wasm.ts.
//
// The fingerprint of a window of 64 bytes is their polynomial over GF(2) modulo one of degree 53. It depends on those
// 64 bytes alone, so sixteen stretches are rolled over side by side, as the lanes of vectors. A fingerprint is held times
// x^3, so that the byte that a shift moves out is its highest: byte i of all sixteen is one vector, and to shift is to rename
// them. What a byte adds to the seven others is the sum of what its halves add, each one of 16 values: one shuffle.

/** 256 × 8 bytes each, written by the caller: see src/chunker/tables.ts. */
export const APPEND_TABLE: usize = 0;
export const LEAVE_TABLE: usize = 2048;
/** 28 × 16 bytes, made of those: what the high and the low half of a byte add to byte 0, 1 … 6. */
const APPEND_HALVES: usize = 4096;
const LEAVE_HALVES: usize = APPEND_HALVES + 14 * 16;
/** The bytes of the lanes' windows, by position: the first of each lane, the second of each … Begins again when it is full. */
const COLUMNS: usize = LEAVE_HALVES + 14 * 16;
const COLUMNS_BYTES: usize = 128 * 16;
/** Room to turn lanes into columns. */
const TURNED: usize = COLUMNS + COLUMNS_BYTES;
/** The bytes of the chunk, from here to the end of the memory. */
export const BUFFER: usize = 8192;

const WINDOW_BYTES: usize = 64;
/** Degree of the polynomial less 8: what stands above is moved out by the next byte. */
const TOP_SHIFT: u64 = 45;
/** A chunk ends where these bits of the fingerprint are zero. */
const CUT_MASK: u64 = 0xfffff;
const SCALE: u64 = 3;
const LANES: usize = 16;

/** Bytes of one lane in a round: a cut found in an early lane makes the others' work void. */
const LONG_LANE_BYTES: usize = 4096;
const SHORT_LANE_BYTES: usize = 512;

/**
 * The first cut after one of the bytes `from` … `to` - 1 of the buffer: how many bytes stand before it, or -1.
 * `from` is 63 at least: a window must lie before each cut.
 */
export function findCut(from: i32, to: i32): i32 {
  let p = BUFFER + <usize>from;
  const end = BUFFER + <usize>to;
  for (; end - p >= LANES * LONG_LANE_BYTES; p += LANES * LONG_LANE_BYTES) {
    const cut = lanes(p, LONG_LANE_BYTES);
    if (cut != 0) return <i32>(cut - BUFFER);
  }
  for (; end - p >= LANES * SHORT_LANE_BYTES; p += LANES * SHORT_LANE_BYTES) {
    const cut = lanes(p, SHORT_LANE_BYTES);
    if (cut != 0) return <i32>(cut - BUFFER);
  }
  const cut = oneLane(p, end);
  return cut != 0 ? <i32>(cut - BUFFER) : -1;
}

/** To be called when the tables were written. */
export function prepare(): void {
  halve(APPEND_TABLE, APPEND_HALVES);
  halve(LEAVE_TABLE, LEAVE_HALVES);
}

function halve(table: usize, halves: usize): void {
  for (let i: usize = 0; i < 7; i++) {
    for (let half: usize = 0; half < 16; half++) {
      const high = load<u64>(table + (half << 7)) << SCALE;
      const low = load<u64>(table + (half << 3)) << SCALE;
      store<u8>(halves + i * 32 + half, <u8>(high >> (i << 3)));
      store<u8>(halves + i * 32 + 16 + half, <u8>(low >> (i << 3)));
    }
  }
}

/** The fingerprint of the window that ends before `p`, without its first byte. */
// @ts-ignore: decorator
@inline
function fingerprintBefore(p: usize): u64 {
  let digest: u64 = 0;
  for (let q = p - WINDOW_BYTES; q < p; q++) digest = append(digest, q);
  return digest;
}

// @ts-ignore: decorator
@inline
function append(digest: u64, p: usize): u64 {
  return ((digest << 8) | load<u8>(p)) ^ load<u64>(APPEND_TABLE + (<usize>(digest >> TOP_SHIFT) << 3));
}

function oneLane(from: usize, end: usize): usize {
  let digest = fingerprintBefore(from);
  for (let p = from; p < end; p++) {
    digest = append(digest, p) ^ load<u64>(LEAVE_TABLE + (<usize>load<u8>(p - WINDOW_BYTES) << 3));
    if ((digest & CUT_MASK) == 0) return p + 1;
  }
  return 0;
}

// @ts-ignore: decorator
@inline
function halfOf(table: usize, i: usize, high: v128, low: v128): v128 {
  return v128.xor(
    i8x16.relaxed_swizzle(v128.load(table + i * 32), high),
    i8x16.relaxed_swizzle(v128.load(table + i * 32 + 16), low),
  );
}

/** The first cut in LANES stretches of `laneBytes`, a multiple of 16, from `from` on; or 0. */
function lanes(from: usize, laneBytes: usize): usize {
  const lowHalf = i8x16.splat(15);
  const zero = i8x16.splat(0);
  let s0 = zero, s1 = zero, s2 = zero, s3 = zero, s4 = zero, s5 = zero, s6 = zero;
  let cut: usize = 0;
  // The window before each lane is taken in first: nothing leaves it.
  memory.fill(COLUMNS + COLUMNS_BYTES / 2, 0, COLUMNS_BYTES / 2);
  const start = from - WINDOW_BYTES;
  const length = laneBytes + WINDOW_BYTES;
  for (let at: usize = 0; at < length; at += 16) {
    const columns = COLUMNS + ((at << 4) & (COLUMNS_BYTES - 1));
    turn(start + at, laneBytes, columns);
    const leaving = COLUMNS + (((at << 4) + COLUMNS_BYTES / 2) & (COLUMNS_BYTES - 1));
    for (let i: usize = 0; i < 256; i += 16) {
      const byte = v128.load(columns + i);
      const out = v128.load(leaving + i);
      const outHigh = i8x16.shr_u(out, 4);
      const outLow = v128.and(out, lowHalf);
      const topHigh = i8x16.shr_u(s6, 4);
      const topLow = v128.and(s6, lowHalf);
      s6 = v128.xor(s5, v128.xor(halfOf(APPEND_HALVES, 6, topHigh, topLow), halfOf(LEAVE_HALVES, 6, outHigh, outLow)));
      s5 = v128.xor(s4, v128.xor(halfOf(APPEND_HALVES, 5, topHigh, topLow), halfOf(LEAVE_HALVES, 5, outHigh, outLow)));
      s4 = v128.xor(s3, v128.xor(halfOf(APPEND_HALVES, 4, topHigh, topLow), halfOf(LEAVE_HALVES, 4, outHigh, outLow)));
      s3 = v128.xor(s2, v128.xor(halfOf(APPEND_HALVES, 3, topHigh, topLow), halfOf(LEAVE_HALVES, 3, outHigh, outLow)));
      s2 = v128.xor(s1, v128.xor(halfOf(APPEND_HALVES, 2, topHigh, topLow), halfOf(LEAVE_HALVES, 2, outHigh, outLow)));
      s1 = v128.xor(v128.xor(s0, i8x16.shr_u(byte, 5)), v128.xor(halfOf(APPEND_HALVES, 1, topHigh, topLow), halfOf(LEAVE_HALVES, 1, outHigh, outLow)));
      s0 = v128.xor(i8x16.shl(byte, 3), v128.xor(halfOf(APPEND_HALVES, 0, topHigh, topLow), halfOf(LEAVE_HALVES, 0, outHigh, outLow)));
      const low = v128.or(v128.or(s0, s1), v128.and(s2, i8x16.splat(0x7f)));
      if (i8x16.all_true(low) || at < WINDOW_BYTES) continue;
      const found = i8x16.bitmask(i8x16.eq(low, zero));
      const lane = <usize>ctz(found);
      const end = start + lane * laneBytes + at + (i >> 4) + 1;
      // Of the cuts in several lanes the first by position counts, and an earlier lane may still find one.
      if (cut == 0 || end < cut) cut = end;
      if (lane == 0) return cut;
    }
  }
  return cut;
}

/** 16 bytes of each lane, from `from` on, to 16 columns. Four times every vector is interleaved with the eighth behind it. */
// @ts-ignore: decorator
@inline
function turn(from: usize, laneBytes: usize, columns: usize): void {
  for (let i: usize = 0; i < 8; i++) interleave(v128.load(from + i * laneBytes), v128.load(from + (i + 8) * laneBytes), TURNED + i * 32);
  for (let i: usize = 0; i < 128; i += 16) interleave(v128.load(TURNED + i), v128.load(TURNED + i + 128), TURNED + 256 + i * 2);
  for (let i: usize = 0; i < 128; i += 16) interleave(v128.load(TURNED + 256 + i), v128.load(TURNED + 256 + i + 128), TURNED + i * 2);
  for (let i: usize = 0; i < 128; i += 16) interleave(v128.load(TURNED + i), v128.load(TURNED + i + 128), columns + i * 2);
}

// @ts-ignore: decorator
@inline
function interleave(a: v128, b: v128, to: usize): void {
  v128.store(to, v128.shuffle<i8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
  v128.store(to + 16, v128.shuffle<i8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));
}
