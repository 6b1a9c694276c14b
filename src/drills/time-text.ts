const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** A span for evidence, in the largest unit of which there are two at least: `45 s`, `26.5 h`, `90 d`. */
export function timeText(milliseconds: number): string {
  const [unit, size] = UNITS.find(([, ms]) => Math.abs(milliseconds) >= 2 * ms) ?? (['ms', 1] as const);
  return `${Math.round((10 * milliseconds) / size) / 10} ${unit}`;
}
