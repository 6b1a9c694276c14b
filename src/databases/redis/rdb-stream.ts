import { Crc64 } from './crc64.ts';

/** A stream that isn't a whole RDB. Its message: ready to show, without a full stop. */
export class BrokenRdb extends Error {
  override readonly name = 'BrokenRdb';
}

const MAGIC = /^(REDIS|VALKEY)[0-9]{3,4}/;
const MAGIC_BYTES = 10;
const END_OPCODE = 0xff;
const CRC_BYTES = 8;
/** What a server without a disk of its own puts after an RDB, and redis-cli leaves there when it writes to a pipe. */
const MARKER_BYTES = 40;
const MARKER = /^[0-9a-f]{40}$/;
/** Kept back till the end is known: end opcode, CRC, marker. */
const TAIL_BYTES = 1 + CRC_BYTES + MARKER_BYTES;

/**
 * An RDB as it passes, without the transfer's marker behind it. It ends in order only when it begins as an RDB, its end is there
 * and its CRC is right.
 * @throws BrokenRdb.
 */
export async function* rdbOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  const crc = new Crc64();
  let held: Buffer = Buffer.alloc(0);
  let isBegun = false;
  for await (const chunk of stream) {
    held = Buffer.concat([held, chunk]);
    if (!isBegun && held.length >= MAGIC_BYTES) {
      if (!MAGIC.test(held.toString('latin1', 0, MAGIC_BYTES)))
        throw new BrokenRdb('it does not begin as an RDB');
      isBegun = true;
    }
    const ready = held.length - TAIL_BYTES;
    if (ready <= 0) continue;
    const part = held.subarray(0, ready);
    held = held.subarray(ready);
    crc.update(part);
    yield part;
  }
  if (!isBegun) throw new BrokenRdb('it is shorter than an RDB can be');
  yield endOf(held, crc);
}

/** What of the kept bytes belongs to the RDB. */
function endOf(held: Buffer, crc: Crc64): Buffer {
  const withoutMarker = held.subarray(0, -MARKER_BYTES);
  if (held.length > MARKER_BYTES && MARKER.test(held.toString('latin1', held.length - MARKER_BYTES))) {
    if (withoutMarker.at(-CRC_BYTES - 1) === END_OPCODE) return checked(withoutMarker, crc);
  }
  if (held.at(-CRC_BYTES - 1) !== END_OPCODE) throw new BrokenRdb('it lacks its end');
  return checked(held, crc);
}

function checked(end: Buffer, crc: Crc64): Buffer {
  crc.update(end.subarray(0, -CRC_BYTES));
  const stored = end.readBigUInt64LE(end.length - CRC_BYTES);
  // Zero: the server was told to write none (rdbchecksum no).
  if (stored === 0n || stored === crc.value) return end;
  throw new BrokenRdb('its checksum is wrong');
}
