import { type ByteString, toBytes } from '../../bytestring.ts';
import { sql } from './sql.ts';

const HEAD = sql`SELECT pg_catalog.convert_from(pg_catalog.decode('`;
const TAIL = `','hex'),pg_catalog.pg_client_encoding()) \\gexec\n`;
/** Of a statement that is turned into digits at a time. */
const PIECE_BYTES = 64 * 1024;

/**
 * A line for psql that has the server run `statement` (one, whatever it is) without psql's looking into it: where a string
 * ends, and so what is a command for psql, depends on settings and encodings that a dump or a server can change under
 * its hands. psql gets nothing but digits; it asks the server for their text, and sends that back as it is.
 */
export function* inertLine(statement: ByteString): Generator<Buffer> {
  const bytes = toBytes(statement);
  yield Buffer.from(HEAD, 'latin1');
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield Buffer.from(bytes.toString('hex', at, Math.min(at + PIECE_BYTES, bytes.length)), 'latin1');
  }
  yield Buffer.from(TAIL, 'latin1');
}

/**
 * Whether psql may be given `text`, all strings of which are ours to quote: without a backslash there is no command in it, and
 * without another byte than ASCII's it ends a string where we do, in each encoding that there is.
 */
export function isClear(text: ByteString): boolean {
  return !text.includes('\\') || !/[\x80-\xff]/.test(text);
}
