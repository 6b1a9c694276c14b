import { FormatFault, shown } from './fault.ts';
import { isId } from './ids.ts';
import { parseTimeOrNull, ZERO_TIME_NS } from './time.ts';

// Values of decoded JSON as what the format says they are. As in Go, null and absent are the zero value where
// nothing else is said. All throw FormatFault, which names the field.

export const MAX_UINT32 = 2 ** 32 - 1;
export const MAX_UINT64 = 2n ** 64n - 1n;

/** Well-formed text: a lone surrogate becomes U+FFFD. */
export function asText(value: unknown, field: string): string {
  if (typeof value === 'string') return value.toWellFormed();
  if (isAbsent(value)) return '';
  throw new FormatFault(`${field} is ${shown(value)}`, 'a string');
}

export function asTexts(value: unknown, field: string): string[] {
  return asArray(value, field).map((element) => asText(element, field));
}

export function asFlag(value: unknown, field: string): boolean {
  if (typeof value === 'boolean') return value;
  if (isAbsent(value)) return false;
  throw new FormatFault(`${field} is ${shown(value)}`, 'true or false');
}

/** A whole number from 0 to `max` (−0 is 0). */
export function asUint(value: unknown, field: string, max: number = Number.MAX_SAFE_INTEGER): number {
  if (typeof value === 'number' && value >= 0 && value <= max && Number.isInteger(value))
    return Math.abs(value);
  if (isAbsent(value)) return 0;
  throw new FormatFault(`${field} is ${shown(value)}`, `a whole number from 0 to ${max}`);
}

/** Nanoseconds since 1970; Go's zero time where it is absent (rustic leaves out the access time). */
export function asTime(value: unknown, field: string): bigint {
  if (isAbsent(value)) return ZERO_TIME_NS;
  const ns = typeof value === 'string' ? parseTimeOrNull(value) : null;
  if (ns === null) throw new FormatFault(`${field} is ${shown(value)}`, 'a time (RFC 3339)');
  return ns;
}

/** Bytes in base64 with padding. */
export function asBytes(value: unknown, field: string): Buffer {
  if (isAbsent(value)) return Buffer.alloc(0);
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : null;
  if (bytes === null || bytes.toString('base64') !== value) {
    throw new FormatFault(`${field} is ${shown(value)}`, 'base64');
  }
  return bytes;
}

export function asId<T extends string>(value: unknown, field: string): T {
  if (typeof value === 'string' && isId(value)) return value as T;
  throw new FormatFault(`${field} is ${shown(value)}`, 'an ID of 64 hex digits');
}

export function asIdOrNull<T extends string>(value: unknown, field: string): T | null {
  return isAbsent(value) ? null : asId<T>(value, field);
}

export function asArray(value: unknown, field: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isAbsent(value)) return [];
  throw new FormatFault(`${field} is ${shown(value)}`, 'an array');
}

export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}
