/** A span of the calendar, as restic's `--keep-within` has it: `1y5m7d2h`. A month is as long as it is. */
export interface Span {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly hours: number;
}

export const NO_SPAN: Span = { years: 0, months: 0, days: 0, hours: 0 };

const UNITS = { y: 'years', m: 'months', d: 'days', h: 'hours' } as const;

/** Of one unit; more would leave what a clock can count. */
const MAX_DIGITS = 6;
const PARTS = new RegExp(`^(?:\\d{1,${MAX_DIGITS}}[ymdh])*$`);

/** A span as restic writes it, or null. Of a unit that is given twice the last counts, as for restic. */
export function parseSpan(text: string): Span | null {
  const trimmed = text.trim();
  if (!PARTS.test(trimmed)) return null;
  const span: Record<keyof Span, number> = { ...NO_SPAN };
  for (const [, amount, unit] of trimmed.matchAll(/(\d+)([ymdh])/g))
    span[UNITS[unit as keyof typeof UNITS]] = Number(amount);
  return span;
}

/** restic's `String()`: units that are none are left out. */
export function spanText(span: Span): string {
  return Object.entries(UNITS)
    .map(([letter, unit]) => (span[unit] === 0 ? '' : `${span[unit]}${letter}`))
    .join('');
}

export function isNoSpan(span: Span): boolean {
  return spanText(span) === '';
}
