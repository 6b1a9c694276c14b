import { HoldfastError } from '../errors.ts';
import type { ExpectationSettings, Expectations } from './expectations.ts';

/** What was given, several times each: `26h` for all targets, `wiki=2h` or `wiki@db1=30m` for one. */
export interface GivenExpectations {
  readonly rpo: readonly string[];
  readonly rto: readonly string[];
  readonly provedWithin: readonly string[];
}

const KEYS = { rpo: 'rpoMs', rto: 'rtoMs', provedWithin: 'proofMs' } as const;
const NAMES = { rpo: 'rpo', rto: 'rto', provedWithin: 'proved-within' } as const;

/** @param show A name as it is written where it was given: `--rpo`. @throws HoldfastError bad-input. */
export function parseExpectations(
  given: GivenExpectations,
  show: (name: string) => string,
): ExpectationSettings {
  const all: { -readonly [K in keyof Expectations]?: Expectations[K] } = {};
  const byName = new Map<string, Partial<Expectations>>();
  for (const word of Object.keys(KEYS) as (keyof typeof KEYS)[]) {
    for (const text of given[word]) {
      const [, target, span = ''] = /^(?:([^=]+)=)?([^=]*)$/.exec(text) ?? [];
      const value = { [KEYS[word]]: parseAge(span, show(NAMES[word])) };
      if (target === undefined) Object.assign(all, value);
      else byName.set(target.trim(), { ...byName.get(target.trim()), ...value });
    }
  }
  return { all, byName };
}

const MINUTE_MS = 60_000;

/** Days, hours and minutes: `26h`, `8d`, `1d12h`, `90m`. In ms. @throws HoldfastError bad-input. */
export function parseAge(text: string, name: string): number {
  const [, days, hours, minutes] = /^(?:(\d{1,5})d)?(?:(\d{1,5})h)?(?:(\d{1,5})m)?$/.exec(text.trim()) ?? [];
  const ms = ((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) * MINUTE_MS;
  if (ms > 0) return ms;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected days, hours and minutes such as 26h, 8d or 90m; for one target ` +
      'wiki=2h, on one host wiki@db1=2h.',
  );
}
