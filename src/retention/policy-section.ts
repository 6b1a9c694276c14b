import { HoldfastError } from '../errors.ts';
import type { z } from '../schema.ts';
import { checked, lines, section, shownKey, word } from '../section.ts';
import { isEmptyPolicy, type RetentionPolicy } from './policy.ts';
import { type Given, parseDespite, parseLimits, parsePolicy, type RetentionWord } from './policy-words.ts';

const fields = section({
  'keep-last': word('Keep the last so many snapshots; `unlimited`: all.').optional(),
  'keep-hourly': word('Keep the newest of each of the last so many hours that have one.').optional(),
  'keep-daily': word('The same of days.').optional(),
  'keep-weekly': word('The same of weeks.').optional(),
  'keep-monthly': word('The same of months.').optional(),
  'keep-yearly': word('The same of years.').optional(),
  'keep-within': word('Keep all, so far back from the newest: `1y5m7d2h`.').optional(),
  'keep-within-hourly': word('Keep the newest of each hour, so far back from the newest of all.').optional(),
  'keep-within-daily': word('The same of days.').optional(),
  'keep-within-weekly': word('The same of weeks.').optional(),
  'keep-within-monthly': word('The same of months.').optional(),
  'keep-within-yearly': word('The same of years.').optional(),
  'keep-tag': lines(
    'Keep snapshots that have all tags of any of these lists.',
    'Tags, with commas between.',
  ).optional(),
  'max-age': word('Freeze a target whose newest complete snapshot is older: `30h`, `8d`.').optional(),
  'shrunken-below': word(
    'Freeze a target whose newest snapshot has less of the bytes or files of those before it. Default: `50%`.',
  ).optional(),
  despite: lines(
    'Reasons for which a target is not frozen, and `short-lock`: locks that end before the policy lets go will do.',
    'Such as `shrunken`.',
  ).optional(),
});

export type RetentionSection = z.output<typeof fields>;

/** A policy: which snapshots are kept. */
export const retentionSection = checked(fields, (section) => {
  parseLimits(givenIn(section), shownKey);
  despiteOf(section);
  if (!isEmptyPolicy(policyOf(section))) return;
  throw new HoldfastError(
    'bad-input',
    'Cannot use this policy: it keeps nothing, expected at least one `keep-…`.',
  );
});

export function policyOf(section: RetentionSection): RetentionPolicy {
  return parsePolicy(givenIn(section), section['keep-tag'] ?? [], shownKey);
}

export function limitsOf(section: RetentionSection): ReturnType<typeof parseLimits> {
  return parseLimits(givenIn(section), shownKey);
}

export function despiteOf(section: RetentionSection): ReturnType<typeof parseDespite> {
  return parseDespite(section.despite ?? [], shownKey('despite'));
}

function givenIn(section: RetentionSection): Given {
  return (name: RetentionWord) => (section[name] === undefined ? null : String(section[name]));
}
