import { age, section } from '../section.ts';

/** What a drill measures. */
export const restoreTimeFields = {
  rto: age(
    'rto',
    'How long a restore may take at most (recovery time objective): `2h`. A drill measures it.',
  ).optional(),
};

/** When one is due. */
export const drillFields = {
  drill: section({
    every: age('every', 'At least so often a restore of it is tried: `90d`.'),
  })
    .describe('When a restore of it is tried.')
    .optional(),
};
