import { HoldfastError } from './errors.ts';

const UNIT_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** Of bounded length, so that a text of digits, which may be a pull request's, is looked at in time that goes with its length. */
const PART = /(\d{1,15}(?:\.\d{1,15})?)(ms|s|m|h)/g;

/**
 * A span as restic (Go) writes it: `30s`, `5m`, `1h30m`, `0`. In milliseconds.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
export function parseDuration(text: string, name: string): number {
  if (text === '0') return 0;
  if (text !== '' && text.replace(PART, '') === '') {
    let milliseconds = 0;
    for (const [, amount, unit] of text.matchAll(PART))
      milliseconds += Number(amount) * (UNIT_MS[unit ?? ''] ?? 0);
    return milliseconds;
  }
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a span of time such as 30s, 5m or 1h30m.`,
  );
}
