import { Cron } from 'croner';
import cronstrue from 'cronstrue';
import { HoldfastError } from '../errors.ts';

/** When something is due: a cron expression in a timezone. The only importer of what computes it. */
export interface Schedule {
  readonly cron: string;
  /** As the IANA database names it. */
  readonly timezone: string;
  /** What the expression means, in English. */
  readonly words: string;
  /** The next `count` times after `afterMs` (ms since 1970); fewer where there are no more. */
  next(count: number, afterMs: number): number[];
  /** The last time that was due at `atMs` or before; null: there was none. */
  last(atMs: number): number | null;
  /** The longest time between two runs, in ms. It looks some tens of times up, or some thousands: `lookedUp` says. */
  longestGapMs(): number;
  /** How many times were looked up so far: by this what a file's schedules cost is bounded, the same on each machine. */
  readonly lookedUp: number;
}

export const DEFAULT_TIMEZONE = 'UTC';

/** What GitHub's `schedule` and every crontab take: no seconds, no years, no nicknames. */
const FIELDS = 5;

/** Numbers and names of three letters; croner and some crons know more (`L`, `W`, `#`, `?`), GitHub doesn't. */
const FIELD = /^(?:[0-9*/,-]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)+$/i;

/**
 * @param cron Five fields, as GitHub's `schedule` takes them: minute, hour, day of the month, month, day of the week.
 * @param names Of the two words, for messages.
 * @throws HoldfastError bad-input for what isn't one, and for one that is never due.
 */
export function parseSchedule(
  cron: string,
  timezone: string,
  names: { readonly cron: string; readonly timezone: string },
): Schedule {
  const zone = parseTimezone(timezone, names.timezone);
  const fields = cron.trim().split(/\s+/);
  if (fields.length !== FIELDS || !fields.every((field) => FIELD.test(field))) {
    throw bad(
      cron,
      names.cron,
      'five fields such as "17 3 * * *" (minute, hour, day, month, day of the week)',
    );
  }
  const schedule = new CronSchedule(fields.join(' '), zone, (why) => bad(cron, names.cron, why));
  if (schedule.next(1, Date.now()).length === 0) throw bad(cron, names.cron, 'one that is due some day');
  return schedule;
}

/** @throws HoldfastError bad-input. */
export function parseTimezone(text: string, name: string): string {
  try {
    if (/^[A-Za-z]/.test(text))
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    // What it throws says less than what follows.
  }
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a name of the IANA database, such as Europe/Vienna or UTC.`,
  );
}

function bad(cron: string, name: string, expected: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(cron)}, expected ${expected}.`,
  );
}

const DAY_MS = 86_400_000;
/** A year, and what is between its last and the next one's first. */
const DAYS_LOOKED_AT = 400;
/** And one more, so that each gap between two of them is seen. */
const DAYS_OF_A_WEEK = 8;
const RUNS_AT_ONCE = 8;
/** Any day will do: the expression is the same on all. It is fixed, so that what is said of a file doesn't change by the day. */
const FROM_MS = Date.UTC(2027, 0, 1);

class CronSchedule implements Schedule {
  readonly cron: string;
  readonly timezone: string;
  readonly words: string;
  lookedUp = 0;
  readonly #cron: Cron;

  constructor(cron: string, timezone: string, fault: (expected: string) => HoldfastError) {
    this.cron = cron;
    this.timezone = timezone;
    try {
      this.#cron = new Cron(cron, { timezone, mode: '5-part' });
      this.words = cronstrue.toString(cron, { use24HourTimeFormat: true });
    } catch (cause) {
      const expected = 'fields with numbers that they can have, such as "17 3 * * *"';
      throw Object.assign(fault(expected), { cause });
    }
  }

  next(count: number, afterMs: number): number[] {
    this.lookedUp += count;
    return this.#cron.nextRuns(count, new Date(afterMs)).map((date) => date.getTime());
  }

  last(atMs: number): number | null {
    // It gives those before a moment: one that is due at this very second is one, and what the second still brings isn't.
    this.lookedUp += 2;
    const runs = this.#cron.previousRuns(2, new Date(atMs + 1000)).map((date) => date.getTime());
    return runs.find((run) => run <= atMs) ?? null;
  }

  longestGapMs(): number {
    return Math.max(this.#longestGapOfADay(), this.#longestGapPastADay());
  }

  /** Of gaps shorter than a day: all that are in the 24 hours from a run on. */
  #longestGapOfADay(): number {
    const [first = FROM_MS] = this.next(1, FROM_MS);
    const runs = [first, ...this.#runsOfADay(first)];
    return Math.max(0, ...runs.slice(1).map((run, i) => run - (runs[i] ?? run)));
  }

  /** A few at a time: of an expression that is due once a year, as many as a day may have would be a thousand years. */
  #runsOfADay(first: number): number[] {
    const runs: number[] = [];
    for (;;) {
      const more = this.next(RUNS_AT_ONCE, runs.at(-1) ?? first);
      const ofTheDay = more.filter((run) => run <= first + DAY_MS);
      runs.push(...ofTheDay);
      if (ofTheDay.length < RUNS_AT_ONCE) return runs;
    }
  }

  /** A gap of a day or more has one of these moments in it. */
  #longestGapPastADay(): number {
    let longest = 0;
    let until = FROM_MS;
    for (const at of this.#daysToLookAt()) {
      if (at < until) continue; // within a gap that is measured already
      const next = this.next(1, at)[0];
      const last = this.last(at);
      if (next === undefined || last === null) continue;
      longest = Math.max(longest, next - last);
      until = next;
    }
    return longest;
  }

  /** Of a schedule that is the same every week, a week, and the days on which the clock changes. */
  #daysToLookAt(): number[] {
    const days = Array.from({ length: DAYS_LOOKED_AT }, (_, day) => FROM_MS + day * DAY_MS);
    const [, , dayOfMonth, month] = this.cron.split(' ');
    if (dayOfMonth !== '*' || month !== '*') return days;
    const clock = new Intl.DateTimeFormat('en', { timeZone: this.timezone, timeStyle: 'short' });
    const changes = days.map((at, i) => i > 0 && clock.format(at) !== clock.format(at - DAY_MS));
    return days.filter((_, i) => i < DAYS_OF_A_WEEK || changes[i] || changes[i + 1] || changes[i - 1]);
  }
}
