import { HoldfastError } from '../errors.ts';

/**
 * A time as a person writes it, in this machine's zone unless it names one: `2026-11-21`, `2026-11-21 10:47`,
 * `2026-11-21T10:47:54Z`. In nanoseconds since 1970.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
export function parseTime(text: string, name: string): bigint {
  const iso = text.trim().replace(' ', 'T');
  if (/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(iso)) {
    // Without a time of day JavaScript would take it for UTC.
    const ms = Date.parse(iso.includes('T') ? iso : `${iso}T00:00:00`);
    if (!Number.isNaN(ms) && isOfTheCalendar(iso)) return BigInt(ms) * 1_000_000n;
  }
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a time such as 2026-11-21T10:47:54.`,
  );
}

/** JavaScript reads 2026-02-30 as the 2nd of March: other snapshots would be meant than somebody thinks. */
function isOfTheCalendar(iso: string): boolean {
  const [year = 0, month = 0, day = 0] = iso.slice(0, 'yyyy-mm-dd'.length).split('-').map(Number);
  return year > 0 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same in milliseconds. A day alone, or a minute, is its beginning. */
export function parseTimeMs(text: string, name: string): number {
  return Number(parseTime(text, name) / 1_000_000n);
}
