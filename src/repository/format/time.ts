import { HoldfastError } from '../../errors.ts';
import { shown } from './fault.ts';

const NS_PER_SECOND = 1_000_000_000n;
const SECONDS_PER_DAY = 86_400;
/** From 1 January of the year 0 to 1 January 1970, in Gregorian days. */
const DAYS_TO_1970 = 719_528;

/** Go's zero time, 0001-01-01T00:00:00Z: what restic reads where a time is missing. Nanoseconds since 1970. */
export const ZERO_TIME_NS = -62_135_596_800n * NS_PER_SECOND;

/** A hundred million years: what lies beyond is written as this, so that a double holds every second exactly. */
const MAX_EXACT_SECONDS = 3_155_695_200_000_000n;

const FIRST_YEAR = 0;
const LAST_YEAR = 9999;

/**
 * `ns` (nanoseconds since 1970) as RFC 3339 with up to 9 decimals and no trailing zeros, as Go's time.Time writes it:
 * `2026-11-21T09:47:54.62Z`. A year outside 0 to 9999 becomes 0 or 9999 with the rest of the date kept (29 February
 * becomes 1 March in 9999), as restic does it.
 * @param zoneSeconds Seconds east of UTC of the zone that it is written in; whole minutes.
 */
export function formatTime(ns: bigint, zoneSeconds = 0): string {
  const wallNs = ns + BigInt(zoneSeconds) * NS_PER_SECOND;
  let seconds = wallNs / NS_PER_SECOND;
  let fraction = Number(wallNs % NS_PER_SECOND);
  if (fraction < 0) {
    seconds -= 1n;
    fraction += 1_000_000_000;
  }
  if (seconds < -MAX_EXACT_SECONDS) seconds = -MAX_EXACT_SECONDS;
  if (seconds > MAX_EXACT_SECONDS) seconds = MAX_EXACT_SECONDS;
  const whole = Number(seconds);
  const days = Math.floor(whole / SECONDS_PER_DAY);
  const zone = zoneSeconds === 0 ? 'Z' : formatZone(zoneSeconds);
  return `${dateOf(days)}T${timeOfDay(whole - days * SECONDS_PER_DAY)}${decimals(fraction)}${zone}`;
}

const MAX_INT64 = 2n ** 63n - 1n;
const bits = new DataView(new ArrayBuffer(8));

/**
 * Writes what `formatTime(ns)` gives to `room` at `at`, without a string, and without arithmetic on big integers, which takes
 * longer than all the rest.
 * @returns Where it ends, whether there was room or not. −1: it is before 1970, or past 64 bits; nothing was written.
 */
export function writeTime(ns: bigint, room: Uint8Array, at: number): number {
  if (ns < 0n || ns > MAX_INT64) return -1;
  bits.setBigInt64(0, ns);
  const low = bits.getUint32(4);
  // By hand, 16 bits at a time: each dividend is below 2 ** 46.
  const top = bits.getUint32(0);
  const middle = (top % 1e9) * 65_536 + (low >>> 16);
  const bottom = (middle % 1e9) * 65_536 + (low & 0xffff);
  const seconds =
    Math.floor(top / 1e9) * 2 ** 32 + Math.floor(middle / 1e9) * 65_536 + Math.floor(bottom / 1e9);
  const days = Math.floor(seconds / SECONDS_PER_DAY);
  const date = dateOf(days);
  let end = at;
  for (let i = 0; i < date.length; i++) room[end++] = date.charCodeAt(i);
  room[end++] = 0x54; // T
  const ofDay = seconds - days * SECONDS_PER_DAY;
  end = writeTwoDigits(Math.floor(ofDay / 3600), room, end);
  room[end++] = 0x3a; // :
  end = writeTwoDigits(Math.floor(ofDay / 60) % 60, room, end);
  room[end++] = 0x3a;
  end = writeTwoDigits(ofDay % 60, room, end);
  end = writeDecimals(bottom % 1e9, room, end);
  room[end++] = 0x5a; // Z
  return end;
}

function writeTwoDigits(value: number, room: Uint8Array, at: number): number {
  const tens = Math.floor(value / 10);
  room[at] = 0x30 + tens;
  room[at + 1] = 0x30 + (value - tens * 10);
  return at + 2;
}

const FRACTION_DIGITS = 9;

function writeDecimals(nanoseconds: number, room: Uint8Array, at: number): number {
  if (nanoseconds === 0) return at;
  room[at] = 0x2e; // .
  let rest = nanoseconds;
  let zeros = 0;
  for (let place = at + FRACTION_DIGITS; place > at; place--) {
    const tenth = Math.floor(rest / 10);
    const digit = rest - tenth * 10;
    room[place] = 0x30 + digit;
    if (digit === 0 && at + FRACTION_DIGITS - place === zeros) zeros++;
    rest = tenth;
  }
  return at + 1 + FRACTION_DIGITS - zeros;
}

function formatZone(seconds: number): string {
  const minutes = Math.abs(seconds) / 60;
  return `${seconds < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/**
 * Nanoseconds since 1970 of an RFC 3339 time, as Go's time.Time reads it: any zone, decimals past the ninth cut off.
 * @throws HoldfastError repository-damaged if it isn't one.
 */
export function parseTime(text: string): bigint {
  const ns = parseTimeOrNull(text);
  if (ns !== null) return ns;
  throw new HoldfastError(
    'repository-damaged',
    `Cannot read a time: ${shown(text)}, expected RFC 3339 as in 2026-11-21T09:47:54.62Z.`,
  );
}

/** The same, with null for what isn't an RFC 3339 time. */
export function parseTimeOrNull(text: string): bigint | null {
  const length = text.length;
  if (length < 20 || !hasSeparators(text)) return null;
  const day = daysOf(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if (day === null || !isClock(hour, minute) || second < 0 || second > 59) return null;
  let at = 19;
  let nanoseconds = 0;
  if (text.charCodeAt(at) === 0x2e) {
    const start = ++at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === start) return null;
    nanoseconds = Number(text.slice(start, Math.min(at, start + 9)).padEnd(9, '0'));
  }
  const offset = zoneOffset(text, at);
  if (offset === null) return null;
  const seconds = day * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second - offset;
  return nanosecondsOf(seconds, nanoseconds);
}

/** Up to here, the year 2242, 63 bits hold the nanoseconds. */
const MAX_FAST_SECONDS = 2 ** 33;

/** Without the big integers on the way: of a large folder they would take longer than to read its times. */
function nanosecondsOf(seconds: number, nanoseconds: number): bigint {
  if (seconds < 0 || seconds >= MAX_FAST_SECONDS)
    return BigInt(seconds) * NS_PER_SECOND + BigInt(nanoseconds);
  // seconds = high * 2 ** 22 + low. Each product and sum is below 2 ** 53.
  const high = Math.floor(seconds / 2 ** 22) * 1e9;
  const low = (seconds % 2 ** 22) * 1e9 + nanoseconds + (high % 2 ** 10) * 2 ** 22;
  bits.setUint32(0, Math.floor(high / 2 ** 10) + Math.floor(low / 2 ** 32));
  bits.setUint32(4, low % 2 ** 32);
  return bits.getBigUint64(0);
}

/** Seconds east of UTC of the zone in which `text` gives its time: 0 for `Z`, and where it isn't an RFC 3339 time. */
export function zoneOf(text: string): number {
  if (parseTimeOrNull(text) === null || text.endsWith('Z')) return 0;
  return zoneOffset(text, text.length - 6) ?? 0;
}

function hasSeparators(text: string): boolean {
  return (
    text.charCodeAt(4) === 0x2d &&
    text.charCodeAt(7) === 0x2d &&
    text.charCodeAt(10) === 0x54 &&
    text.charCodeAt(13) === 0x3a &&
    text.charCodeAt(16) === 0x3a
  );
}

/** Seconds east of UTC of the zone that takes all of `text` from `at` on, or null. */
function zoneOffset(text: string, at: number): number | null {
  const sign = text.charCodeAt(at);
  if (sign === 0x5a) return at + 1 === text.length ? 0 : null;
  if ((sign !== 0x2b && sign !== 0x2d) || at + 6 !== text.length || text.charCodeAt(at + 3) !== 0x3a)
    return null;
  const hours = digits(text, at + 1, 2);
  const minutes = digits(text, at + 4, 2);
  if (!isClock(hours, minutes)) return null;
  return (sign === 0x2d ? -1 : 1) * (hours * 3600 + minutes * 60);
}

function isClock(hours: number, minutes: number): boolean {
  return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The number that `count` digits at `at` make, or -1 where one of them isn't a digit. */
function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const code = text.charCodeAt(i);
    if (!isDigit(code)) return -1;
    value = value * 10 + code - 0x30;
  }
  return value;
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysBeforeMonth(year: number, month: number): number {
  return (DAYS_BEFORE_MONTH[month - 1] as number) + (month > 2 && isLeap(year) ? 1 : 0);
}

/** Gregorian days from the start of the year 0 to that of `year`. */
function daysBeforeYear(year: number): number {
  const before = year - 1;
  return year * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + 1;
}

/** Days since 1970 of a date, or null if there is no such day. */
function daysOf(year: number, month: number, day: number): number | null {
  if (year < 0 || month < 1 || month > 12 || day < 1) return null;
  const start = daysBeforeMonth(year, month);
  const length = (month === 12 ? 365 + (isLeap(year) ? 1 : 0) : daysBeforeMonth(year, month + 1)) - start;
  return day > length ? null : daysBeforeYear(year) - DAYS_TO_1970 + start + day - 1;
}

/** Dates that were asked for lately, each in the place that its day falls on: a tree's times are of few days. */
const KNOWN_DATES = 256;
const knownDays = new Float64Array(KNOWN_DATES).fill(Number.NaN);
const knownDates: string[] = new Array(KNOWN_DATES).fill('');

/** The date `days` after 1 January 1970. */
function dateOf(days: number): string {
  const place = days & (KNOWN_DATES - 1);
  if (knownDays[place] !== days) {
    knownDates[place] = formatDate(days);
    knownDays[place] = days;
  }
  return knownDates[place] as string;
}

function formatDate(days: number): string {
  const since0 = days + DAYS_TO_1970;
  let year = Math.floor(since0 / 365.2425);
  while (daysBeforeYear(year) > since0) year--;
  while (daysBeforeYear(year + 1) <= since0) year++;
  const dayOfYear = since0 - daysBeforeYear(year);
  let month = 12;
  while (daysBeforeMonth(year, month) > dayOfYear) month--;
  const day = dayOfYear - daysBeforeMonth(year, month) + 1;
  const shownYear = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
  if (month === 2 && day === 29 && !isLeap(shownYear)) return `${shownYear}-03-01`;
  return `${String(shownYear).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

function timeOfDay(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const THREE_DIGITS = Array.from({ length: 1000 }, (_, value) => String(value).padStart(3, '0'));

function twoDigits(value: number): string {
  return TWO_DIGITS[value] as string;
}

function decimals(nanoseconds: number): string {
  if (nanoseconds === 0) return '';
  const micros = Math.floor(nanoseconds / 1000);
  const millis = Math.floor(micros / 1000);
  const all = `.${THREE_DIGITS[millis]}${THREE_DIGITS[micros % 1000]}${THREE_DIGITS[nanoseconds % 1000]}`;
  return nanoseconds % 10 === 0 ? all.replace(/0+$/, '') : all;
}
