import { isEmptyPolicy, type RetentionPolicy } from './policy.ts';
import { isNoSpan, spanText } from './span.ts';

/** The policy as restic tells it: `keep 7 daily, 4 weekly snapshots and all snapshots within 3d of the newest`. */
export function policyText(policy: RetentionPolicy): string {
  if (isEmptyPolicy(policy)) return 'remove';
  const parts = [countsText(policy), tagsText(policy), withinText(policy)].filter((part) => part !== '');
  return `keep ${parts.join(' and ')}`;
}

function countsText(policy: RetentionPolicy): string {
  const counts = [
    [policy.last, 'latest'],
    [policy.hourly, 'hourly'],
    [policy.daily, 'daily'],
    [policy.weekly, 'weekly'],
    [policy.monthly, 'monthly'],
    [policy.yearly, 'yearly'],
  ] as const;
  const spans = [
    [policy.withinHourly, 'hourly'],
    [policy.withinDaily, 'daily'],
    [policy.withinWeekly, 'weekly'],
    [policy.withinMonthly, 'monthly'],
    [policy.withinYearly, 'yearly'],
  ] as const;
  const counted = counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count === Number.POSITIVE_INFINITY ? 'all' : count} ${word}`);
  const within = spans
    .filter(([span]) => !isNoSpan(span))
    .map(([span, word]) => `${word} snapshots within ${spanText(span)}`);
  return [counted.length === 0 ? '' : `${counted.join(', ')} snapshots`, ...within]
    .filter((part) => part !== '')
    .join(', ');
}

function tagsText({ tags }: RetentionPolicy): string {
  if (tags.length === 0) return '';
  return `all snapshots with tags [${tags.map((all) => `[${all.join(', ')}]`).join(' ')}]`;
}

function withinText({ within }: RetentionPolicy): string {
  return isNoSpan(within) ? '' : `all snapshots within ${spanText(within)} of the newest`;
}
