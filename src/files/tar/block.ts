/** Everything in a tar archive comes in blocks of this size (POSIX pax, "ustar Interchange Format"). */
export const BLOCK_BYTES = 512;

/** Bytes of padding behind content of `sizeBytes`. */
export function paddingOf(sizeBytes: number): number {
  return (BLOCK_BYTES - (sizeBytes % BLOCK_BYTES)) % BLOCK_BYTES;
}

/** `sizeBytes` rounded up to whole blocks. */
export function inBlocks(sizeBytes: number): number {
  return sizeBytes + paddingOf(sizeBytes);
}
