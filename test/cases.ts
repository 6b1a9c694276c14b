import { randomInt } from 'node:crypto';

/**
 * What the cases are drawn by: HOLDFAST_SEED (a failure prints its own), another each time where HOLDFAST_CASES asks
 * for more, else always the same, so that a run fails for a change and not by luck.
 */
export const SEED = Number(
  process.env['HOLDFAST_SEED'] ?? (process.env['HOLDFAST_CASES'] === undefined ? 20 : randomInt(2 ** 31)),
);

/**
 * How many cases a property test tries: `usual`, or more (or fewer) where HOLDFAST_CASES says so. What takes long should
 * then be run alone: `HOLDFAST_CASES=10000 npm test -- unit test/hostile/forged-trees`.
 */
export function casesOf(usual: number): number {
  return Number(process.env['HOLDFAST_CASES'] ?? usual);
}

/** How long they may take, on a machine that others use, too: `eachMs` for each, and never less than two minutes. */
export function limitOf(cases: number, eachMs = 100): number {
  return Math.max(120_000, cases * eachMs);
}
