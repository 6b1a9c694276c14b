/** scrypt's cost (RFC 7914): `N` a power of two, `r` the block size, `p` the repetitions. */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

export const SALT_BYTES = 64;

export interface ScryptParameters extends ScryptCost {
  /** SALT_BYTES long. */
  readonly salt: Buffer;
}
