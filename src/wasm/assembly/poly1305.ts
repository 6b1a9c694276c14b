// Poly1305 (RFC 8439, section 2.5) over a window of memory. AssemblyScript: compiled by scripts/build-wasm.ts.
//
// Numbers mod 2^130 - 5 are five limbs of 26 bits, so that products of two limbs, and sums of ten such products, fit
// in 64 bits. Two blocks are taken at a time: ((h + m0)·r + m1)·r = (h + m0)·r² + m1·r, with one carry for both.

/** Written by the caller before `start`: r (clamped here) and s, 16 bytes each. */
export const KEY: usize = 0;
/** Written by `finish`: 16 bytes. */
export const TAG: usize = 32;
/** Where the caller puts the message, WINDOW_BYTES at a time. */
export const WINDOW: usize = 64;
export const WINDOW_BYTES: i32 = 65536;

const BLOCK_BYTES: i32 = 16;
const LIMB: u64 = 0x3ffffff;
/** 2^128 in limb 4: the 1 that follows the bytes of each whole block. */
const BLOCK_END: u64 = 1 << 24;

let h0: u64, h1: u64, h2: u64, h3: u64, h4: u64;
// r, and r².
let r0: u64, r1: u64, r2: u64, r3: u64, r4: u64;
let q0: u64, q1: u64, q2: u64, q3: u64, q4: u64;

/** Begins a message with the key at KEY. */
export function start(): void {
  const low = load<u64>(KEY) & 0x0ffffffc0fffffff;
  const high = load<u64>(KEY, 8) & 0x0ffffffc0ffffffc;
  r0 = low & LIMB;
  r1 = (low >> 26) & LIMB;
  r2 = ((low >> 52) | (high << 12)) & LIMB;
  r3 = (high >> 14) & LIMB;
  r4 = high >> 40;
  h0 = r0;
  h1 = r1;
  h2 = r2;
  h3 = r3;
  h4 = r4;
  multiplyByR();
  q0 = h0;
  q1 = h1;
  q2 = h2;
  q3 = h3;
  q4 = h4;
  h0 = h1 = h2 = h3 = h4 = 0;
}

/** Takes in the first `length` bytes of the window, a multiple of 16. */
export function update(length: i32): void {
  const end = WINDOW + length;
  let p = WINDOW;
  if (length & BLOCK_BYTES) {
    addBlock(p, BLOCK_END);
    p += BLOCK_BYTES;
  }
  pairs(p, end);
}

/** Takes in the last `length` bytes, any number up to the window's, and writes the tag. */
export function finish(length: i32): void {
  const whole = length & ~(BLOCK_BYTES - 1);
  update(whole);
  if (length > whole) {
    const p = WINDOW + whole;
    store<u8>(WINDOW + length, 1);
    memory.fill(WINDOW + length + 1, 0, BLOCK_BYTES - 1 - (length - whole));
    addBlock(p, 0);
  }
  writeTag();
}

function pairs(from: usize, end: usize): void {
  // Locals: the compiler keeps them in registers, unlike globals.
  const a0 = r0, a1 = r1, a2 = r2, a3 = r3, a4 = r4;
  const b0 = q0, b1 = q1, b2 = q2, b3 = q3, b4 = q4;
  const a1x5 = a1 * 5, a2x5 = a2 * 5, a3x5 = a3 * 5, a4x5 = a4 * 5;
  const b1x5 = b1 * 5, b2x5 = b2 * 5, b3x5 = b3 * 5, b4x5 = b4 * 5;
  let x0 = h0, x1 = h1, x2 = h2, x3 = h3, x4 = h4;
  for (let p = from; p < end; p += 2 * BLOCK_BYTES) {
    let low = load<u64>(p);
    let high = load<u64>(p, 8);
    x0 += low & LIMB;
    x1 += (low >> 26) & LIMB;
    x2 += ((low >> 52) | (high << 12)) & LIMB;
    x3 += (high >> 14) & LIMB;
    x4 += (high >> 40) | BLOCK_END;
    low = load<u64>(p, 16);
    high = load<u64>(p, 24);
    const m0 = low & LIMB;
    const m1 = (low >> 26) & LIMB;
    const m2 = ((low >> 52) | (high << 12)) & LIMB;
    const m3 = (high >> 14) & LIMB;
    const m4 = (high >> 40) | BLOCK_END;

    let d0 = x0 * b0 + x1 * b4x5 + x2 * b3x5 + x3 * b2x5 + x4 * b1x5;
    let d1 = x0 * b1 + x1 * b0 + x2 * b4x5 + x3 * b3x5 + x4 * b2x5;
    let d2 = x0 * b2 + x1 * b1 + x2 * b0 + x3 * b4x5 + x4 * b3x5;
    let d3 = x0 * b3 + x1 * b2 + x2 * b1 + x3 * b0 + x4 * b4x5;
    let d4 = x0 * b4 + x1 * b3 + x2 * b2 + x3 * b1 + x4 * b0;
    d0 += m0 * a0 + m1 * a4x5 + m2 * a3x5 + m3 * a2x5 + m4 * a1x5;
    d1 += m0 * a1 + m1 * a0 + m2 * a4x5 + m3 * a3x5 + m4 * a2x5;
    d2 += m0 * a2 + m1 * a1 + m2 * a0 + m3 * a4x5 + m4 * a3x5;
    d3 += m0 * a3 + m1 * a2 + m2 * a1 + m3 * a0 + m4 * a4x5;
    d4 += m0 * a4 + m1 * a3 + m2 * a2 + m3 * a1 + m4 * a0;

    d1 += d0 >> 26;
    d4 += d3 >> 26;
    x0 = d0 & LIMB;
    x3 = d3 & LIMB;
    d2 += d1 >> 26;
    x0 += (d4 >> 26) * 5;
    x1 = d1 & LIMB;
    x4 = d4 & LIMB;
    x3 += d2 >> 26;
    x2 = d2 & LIMB;
    x1 += x0 >> 26;
    x0 &= LIMB;
    x4 += x3 >> 26;
    x3 &= LIMB;
  }
  h0 = x0;
  h1 = x1;
  h2 = x2;
  h3 = x3;
  h4 = x4;
}

function addBlock(p: usize, blockEnd: u64): void {
  const low = load<u64>(p);
  const high = load<u64>(p, 8);
  h0 += low & LIMB;
  h1 += (low >> 26) & LIMB;
  h2 += ((low >> 52) | (high << 12)) & LIMB;
  h3 += (high >> 14) & LIMB;
  h4 += (high >> 40) | blockEnd;
  multiplyByR();
}

/** h = h·r, each limb below 2^27 again. */
function multiplyByR(): void {
  const r1x5 = r1 * 5, r2x5 = r2 * 5, r3x5 = r3 * 5, r4x5 = r4 * 5;
  const d0 = h0 * r0 + h1 * r4x5 + h2 * r3x5 + h3 * r2x5 + h4 * r1x5;
  let d1 = h0 * r1 + h1 * r0 + h2 * r4x5 + h3 * r3x5 + h4 * r2x5;
  let d2 = h0 * r2 + h1 * r1 + h2 * r0 + h3 * r4x5 + h4 * r3x5;
  let d3 = h0 * r3 + h1 * r2 + h2 * r1 + h3 * r0 + h4 * r4x5;
  let d4 = h0 * r4 + h1 * r3 + h2 * r2 + h3 * r1 + h4 * r0;
  d1 += d0 >> 26;
  d2 += d1 >> 26;
  d3 += d2 >> 26;
  d4 += d3 >> 26;
  h0 = (d0 & LIMB) + (d4 >> 26) * 5;
  h1 = (d1 & LIMB) + (h0 >> 26);
  h0 &= LIMB;
  h2 = d2 & LIMB;
  h3 = d3 & LIMB;
  h4 = d4 & LIMB;
}

/** Tag = ((h mod 2^130 - 5) + s) mod 2^128. */
function writeTag(): void {
  carry();
  carry();
  // g = h + 5 - 2^130: not negative if h is 2^130 - 5 or more, and then it is the remainder.
  let g0 = h0 + 5;
  let g1 = h1 + (g0 >> 26);
  let g2 = h2 + (g1 >> 26);
  let g3 = h3 + (g2 >> 26);
  const g4 = h4 + (g3 >> 26);
  // All ones when 2^130 is reached, without a branch that would tell of the value.
  const reached: u64 = 0 - (g4 >> 26);
  h0 = (h0 & ~reached) | (g0 & LIMB & reached);
  h1 = (h1 & ~reached) | (g1 & LIMB & reached);
  h2 = (h2 & ~reached) | (g2 & LIMB & reached);
  h3 = (h3 & ~reached) | (g3 & LIMB & reached);
  h4 = (h4 & ~reached) | (g4 & LIMB & reached);

  const low = h0 | (h1 << 26) | (h2 << 52);
  const high = (h2 >> 12) | (h3 << 14) | (h4 << 40);
  const tagLow = low + load<u64>(KEY, 16);
  const carryOut: u64 = tagLow < low ? 1 : 0;
  store<u64>(TAG, tagLow);
  store<u64>(TAG, high + load<u64>(KEY, 24) + carryOut, 8);
}

/** Brings every limb below 2^26, but for one more carry out of limb 0. */
function carry(): void {
  h1 += h0 >> 26;
  h0 &= LIMB;
  h2 += h1 >> 26;
  h1 &= LIMB;
  h3 += h2 >> 26;
  h2 &= LIMB;
  h4 += h3 >> 26;
  h3 &= LIMB;
  h0 += (h4 >> 26) * 5;
  h4 &= LIMB;
}
