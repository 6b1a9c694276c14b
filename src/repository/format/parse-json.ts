import { isAscii } from 'node:buffer';
import { FormatFault, shown } from './fault.ts';

/**
 * A JSON text up to this size may hold anything: parsed it takes 20 times as much at the worst. Beyond, one object or
 * array must stand for 16 bytes or more, and one comma for 8, as in every index and tree (a blob of an index takes 100,
 * a node as much, with some 18 commas).
 */
const SMALL_BYTES = 8 * 1024 * 1024;
const BYTES_PER_BRACKET = 16;
const BYTES_PER_COMMA = 8;

/** And never more than this, which the largest tree that fits a string of V8 (1.6 million nodes) just reaches. */
const MAX_BRACKETS = 6_000_000;
const MAX_COMMAS = 32_000_000;

/**
 * The text of `json`, to be parsed. ASCII makes one-byte strings, which parse twice as fast.
 * @throws FormatFault if it is a bomb: `[],[],[]…` of 100 MiB would take gigabytes, `1,1,1…` of 500 end the process.
 */
export function jsonText(json: Uint8Array): string {
  const bytes = Buffer.from(json.buffer, json.byteOffset, json.byteLength);
  requireNoBomb(bytes);
  return isAscii(bytes) ? bytes.toString('latin1') : bytes.toString('utf8');
}

/** The JSON object in `json`, its fields unchecked. @throws FormatFault, SyntaxError */
export function parseObject(json: Uint8Array): Record<string, unknown> {
  return asObject(JSON.parse(jsonText(json)), 'the whole');
}

export function asObject(value: unknown, field: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new FormatFault(`${field} is ${shown(value)}`, 'an object');
}

/** @throws FormatFault as `jsonText`. */
export function requireNoBomb(json: Buffer): void {
  if (json.length <= SMALL_BYTES) return;
  const { brackets, commas } = countStructure(json);
  const mostBrackets = Math.min(json.length / BYTES_PER_BRACKET, MAX_BRACKETS);
  const mostCommas = Math.min(json.length / BYTES_PER_COMMA, MAX_COMMAS);
  if (brackets <= mostBrackets && commas <= mostCommas) return;
  throw new FormatFault(
    'it has too many values for its size',
    `one object or array in ${BYTES_PER_BRACKET} bytes at most (${MAX_BRACKETS} in all), and one comma in ${BYTES_PER_COMMA} (${MAX_COMMAS})`,
  );
}

/** Brackets that open an object or array, and commas. Those in strings don't count: any name may be full of them. */
function countStructure(json: Buffer): { brackets: number; commas: number } {
  let brackets = 0;
  let commas = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const byte = json[i];
    if (byte === QUOTE) inString = !inString;
    else if (inString) i += byte === BACKSLASH ? 1 : 0;
    else if (byte === COMMA) commas++;
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) brackets++;
  }
  return { brackets, commas };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const COMMA = 0x2c;
