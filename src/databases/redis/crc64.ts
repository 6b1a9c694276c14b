/** The polynomial of Jones, its bits reversed, as two halves. Source: redis/src/crc64.c. */
const HIGH = 0x95ac9329;
const LOW = 0xac4bc9b5;

const TABLE_HIGH = new Uint32Array(256);
const TABLE_LOW = new Uint32Array(256);
for (let byte = 0; byte < 256; byte++) {
  let high = 0;
  let low = byte;
  for (let bit = 0; bit < 8; bit++) {
    const isSet = (low & 1) === 1;
    low = (low >>> 1) | ((high & 1) << 31);
    high >>>= 1;
    if (isSet) {
      high ^= HIGH;
      low ^= LOW;
    }
  }
  TABLE_HIGH[byte] = high;
  TABLE_LOW[byte] = low;
}

/** CRC-64 as an RDB file ends with, of bytes as they come. */
export class Crc64 {
  #high = 0;
  #low = 0;

  update(bytes: Uint8Array): void {
    let high = this.#high;
    let low = this.#low;
    for (let i = 0; i < bytes.length; i++) {
      const index = (low ^ (bytes[i] as number)) & 0xff;
      low = ((low >>> 8) | (high << 24)) ^ (TABLE_LOW[index] as number);
      high = (high >>> 8) ^ (TABLE_HIGH[index] as number);
    }
    this.#high = high >>> 0;
    this.#low = low >>> 0;
  }

  get value(): bigint {
    return (BigInt(this.#high >>> 0) << 32n) | BigInt(this.#low >>> 0);
  }
}
