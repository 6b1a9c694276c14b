import type { Span } from './span.ts';

/** A moment, and the zone that its calendar is of. */
export interface Moment {
  /** Nanoseconds since 1970. */
  readonly timeNs: bigint;
  /** Seconds east of UTC. */
  readonly zoneSeconds: number;
}

/** Seconds east of UTC of this machine's zone at a moment (milliseconds since 1970). */
export type ZoneRule = (timeMs: number) => number;

export const MACHINE_ZONE: ZoneRule = (timeMs) => -60 * new Date(timeMs).getTimezoneOffset();

const NS_PER_MS = 1_000_000n;
const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
const NS_PER_HOUR = BigInt(MS_PER_HOUR) * NS_PER_MS;

export interface Periods {
  readonly hour: number;
  readonly day: number;
  readonly week: number;
  readonly month: number;
  readonly year: number;
}

/** The hour, day, ISO week, month and year of a moment in its own zone: numbers that differ where the periods do. */
export function periodsOf(moment: Moment): Periods {
  const date = new Date(wallMs(moment));
  const year = date.getUTCFullYear();
  const month = year * 100 + date.getUTCMonth() + 1;
  const day = month * 100 + date.getUTCDate();
  return { year, month, week: isoWeek(date), day, hour: day * 100 + date.getUTCHours() };
}

/** A week belongs to the year that its Thursday is in. */
function isoWeek(date: Date): number {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * MS_PER_DAY);
  const year = thursday.getUTCFullYear();
  const newYear = new Date(0);
  newYear.setUTCFullYear(year, 0, 1);
  return year * 100 + Math.floor((thursday.getTime() - newYear.getTime()) / MS_PER_DAY / 7) + 1;
}

/**
 * The moment `span` before `moment`, as Go's `AddDate` has it and so restic: years, months and days by the calendar of
 * the moment's zone (a month before 31 March is 3 March), then the hours. Go takes a zone that is the machine's own at
 * that moment for the machine's, with its summer time; `machineZone` says what that is.
 *
 * @returns Nanoseconds since 1970; null for what lies before all that a Date can be.
 */
export function goBack(moment: Moment, span: Span, machineZone: ZoneRule): bigint | null {
  const { zoneSeconds } = moment;
  const date = new Date(wallMs(moment));
  const restNs = moment.timeNs - floorMs(moment.timeNs) * NS_PER_MS;
  date.setUTCFullYear(
    date.getUTCFullYear() - span.years,
    date.getUTCMonth() - span.months,
    date.getUTCDate() - span.days,
  );
  const wall = date.getTime();
  if (Number.isNaN(wall)) return null;
  const isMachines = zoneSeconds !== 0 && machineZone(Number(floorMs(moment.timeNs))) === zoneSeconds;
  const offsetSeconds = isMachines ? offsetAtWall(wall, machineZone) : zoneSeconds;
  return BigInt(wall - offsetSeconds * 1000) * NS_PER_MS + restNs - BigInt(span.hours) * NS_PER_HOUR;
}

/** Go's choice where a clock's time comes twice or not at all: it looks the offset up as if the time were UTC's first. */
function offsetAtWall(wall: number, machineZone: ZoneRule): number {
  const first = machineZone(wall);
  return first === 0 ? 0 : machineZone(wall - first * 1000);
}

/** What a clock in the moment's zone shows, as if it were UTC's. */
function wallMs({ timeNs, zoneSeconds }: Moment): number {
  return Number(floorMs(timeNs)) + zoneSeconds * 1000;
}

function floorMs(ns: bigint): bigint {
  const ms = ns / NS_PER_MS;
  return ns < 0n && ns % NS_PER_MS !== 0n ? ms - 1n : ms;
}
