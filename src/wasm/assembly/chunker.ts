// restic's content-defined chunker: finds where a chunk ends. AssemblyScript: compiled by scripts/build-wasm.ts.
//
// The fingerprint of a window of 64 bytes is their polynomial over GF(2) modulo one of degree 53. It depends on those
// 64 bytes alone, so four stretches are rolled over side by side: each step waits for a table's answer, and the waits
// overlap.

/** 256 × 8 bytes each, written by the caller: see src/chunker/tables.ts. */
export const APPEND_TABLE: usize = 0;
export const LEAVE_TABLE: usize = 2048;
/** The bytes of the chunk, from here to the end of the memory. */
export const BUFFER: usize = 4096;

const WINDOW_BYTES: usize = 64;
/** Degree of the polynomial less 8: what stands above is moved out by the next byte. */
const TOP_SHIFT: u64 = 45;
/** A chunk ends where these bits of the fingerprint are zero. */
const CUT_MASK: u64 = 0xfffff;

/** Bytes of one lane in a round: a cut found in an early lane makes the others' work void. */
const LANE_BYTES: usize = 8192;

/**
 * The first cut after one of the bytes `from` … `to` - 1 of the buffer: how many bytes stand before it, or -1.
 * `from` is 63 at least: a window must lie before each cut.
 */
export function findCut(from: i32, to: i32): i32 {
  let p = BUFFER + <usize>from;
  const end = BUFFER + <usize>to;
  for (; end - p >= 4 * LANE_BYTES; p += 4 * LANE_BYTES) {
    const cut = fourLanes(p);
    if (cut != 0) return <i32>(cut - BUFFER);
  }
  const cut = oneLane(p, end);
  return cut != 0 ? <i32>(cut - BUFFER) : -1;
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

// @ts-ignore: decorator
@inline
function slide(digest: u64, p: usize): u64 {
  return append(digest, p) ^ load<u64>(LEAVE_TABLE + (<usize>load<u8>(p - WINDOW_BYTES) << 3));
}

function oneLane(from: usize, end: usize): usize {
  let digest = fingerprintBefore(from);
  for (let p = from; p < end; p++) {
    digest = slide(digest, p);
    if ((digest & CUT_MASK) == 0) return p + 1;
  }
  return 0;
}

function fourLanes(from: usize): usize {
  let a = fingerprintBefore(from);
  let b = fingerprintBefore(from + LANE_BYTES);
  let c = fingerprintBefore(from + 2 * LANE_BYTES);
  let d = fingerprintBefore(from + 3 * LANE_BYTES);
  let cut: usize = 0;
  const end = from + LANE_BYTES;
  for (let p = from; p < end; p++) {
    a = slide(a, p);
    b = slide(b, p + LANE_BYTES);
    c = slide(c, p + 2 * LANE_BYTES);
    d = slide(d, p + 3 * LANE_BYTES);
    if (!((a & CUT_MASK) != 0 && (b & CUT_MASK) != 0 && (c & CUT_MASK) != 0 && (d & CUT_MASK) != 0)) {
      // Of the cuts in several lanes the first by position counts, and lane a may still find one.
      if ((a & CUT_MASK) == 0) return p + 1;
      if ((b & CUT_MASK) == 0) cut = nearer(cut, p + 1 + LANE_BYTES);
      if ((c & CUT_MASK) == 0) cut = nearer(cut, p + 1 + 2 * LANE_BYTES);
      if ((d & CUT_MASK) == 0) cut = nearer(cut, p + 1 + 3 * LANE_BYTES);
    }
  }
  return cut;
}

function nearer(cut: usize, found: usize): usize {
  return cut == 0 || found < cut ? found : cut;
}
