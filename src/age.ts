import { HoldfastError } from './errors.ts';

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const;

/**
 * How old, or how long, something may be at most, in ms: `90m`, `26h`, `7d`, `12w`, `1d12h`. No months and years: how long
 * those are depends on which.
 * @throws HoldfastError bad-input.
 */
export function parseAge(text: string, name: string): number {
  const parts = [...text.matchAll(/(\d{1,6})([mhdw])/g)];
  const ms = parts.reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS],
    0,
  );
  if (ms > 0 && parts.map(([part]) => part).join('') === text) return ms;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a span such as 90m, 26h, 7d or 12w.`,
  );
}

/** `26 h`, `1 d 1 h`, `90 d`: at most two units, for a person. */
export function ageText(ms: number): string {
  const minutes = Math.round(ms / UNIT_MS.m);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [days > 0 && `${days} d`, hours > 0 && `${hours} h`, rest > 0 && `${rest} min`];
  return (
    parts
      .filter((part) => part !== false)
      .slice(0, 2)
      .join(' ') || '0 min'
  );
}
