const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A span for a person who compares it with others: `45 s`, `12 min`, `30 h`, `3 d 4 h`, `120 d`. Negative ones are none. */
export function spanText(ms: number): string {
  const span = Math.max(0, ms);
  if (span < 1000) return `${Math.round(span)} ms`;
  if (span < 2 * MINUTE_MS) return `${Math.round(span / 1000)} s`;
  if (span < 2 * HOUR_MS) return `${Math.floor(span / MINUTE_MS)} min`;
  if (span < 2 * DAY_MS) {
    const minutes = Math.floor((span % HOUR_MS) / MINUTE_MS);
    const hours = Math.floor(span / HOUR_MS);
    return span < 10 * HOUR_MS && minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  }
  const days = Math.floor(span / DAY_MS);
  const hours = Math.floor((span % DAY_MS) / HOUR_MS);
  return days < 14 && hours > 0 ? `${days} d ${hours} h` : `${days} d`;
}

/** `2026-11-26 04:30 UTC`: the same for every reader, wherever the report was made. */
export function timeText(ms: number): string {
  return `${isoMinute(ms)} UTC`;
}

/** The same without its zone, where a heading has it. */
export function isoMinute(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? 'no time' : date.toISOString().slice(0, 16).replace('T', ' ');
}

/** A share as whole percents, of which neither 100 nor 0 is rounded to. */
export function percentText(share: number): string {
  const percent = Math.round(share * 1000) / 10;
  if (percent >= 100 && share < 1) return '99.9 %';
  if (percent <= 0 && share > 0) return '0.1 %';
  return `${percent} %`;
}
