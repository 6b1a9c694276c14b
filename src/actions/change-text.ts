import { formatCounted } from '../amounts.ts';
import { type Change, isDangerous } from '../config/change.ts';
import type { CheckedCheckout } from '../config/check-checkout.ts';
import { isLoss, type TargetChange } from '../config/compare.ts';
import type { RetentionEffect } from '../config/retention-effect.ts';
import { escapeMarkdown, markdownCode } from '../github/summary.ts';

/** What a change of the configuration would do, as Markdown; empty: nothing was compared. */
export function changesPart({
  changes,
  silences,
  noComparison,
  retention,
}: Pick<CheckedCheckout, 'changes' | 'silences' | 'noComparison' | 'retention'>): string {
  if (noComparison !== null)
    return `**What the change would do** isn’t known: ${escapeMarkdown(noComparison)}.`;
  if (changes === null) return '';
  if (changes.length + silences.length === 0) return '**What the change would do:** nothing to any target.';
  // A comment that is too long is cut: what is dangerous stands before that.
  const lines = [
    ...silences.map((one) => `- ⚠️ ${partText(one)}`),
    ...dangerousFirst(changes, (change) => change.changes.some(isDangerous)).map(
      (change) => `- ${changeText(change)}`,
    ),
    ...retention.map((one) => `- ${effectText(one)}`),
  ];
  return `**What the change would do**\n\n${lines.join('\n')}`;
}

function dangerousFirst<T>(all: readonly T[], isOne: (one: T) => boolean): T[] {
  return [...all.filter(isOne), ...all.filter((one) => !isOne(one))];
}

function changeText(change: TargetChange): string {
  const name = markdownCode(change.target);
  const parts = dangerousFirst(change.changes, isDangerous).map(partText).join('; ');
  if (change.kind === 'gained') return `${name} is new, and is backed up from its next run on: ${parts}`;
  if (change.kind === 'lost')
    return `⚠️ ${name} goes: it is not backed up any more; its snapshots stay as they are: ${parts}`;
  return `${isLoss(change) ? '⚠️ ' : ''}${name}: ${parts}`;
}

/** By longer and more ones a stranger would push the other lines out of the comment. */
const MAX_ITEM_CHARACTERS = 200;
const MAX_ITEMS = 20;

function partText(change: Change): string {
  const what = `${isDangerous(change) ? '⚠️ ' : ''}${escapeMarkdown(change.what.slice(0, MAX_ITEM_CHARACTERS))}`;
  if (change.kind === 'value') return `${what} ${clipped(change.before)} → ${clipped(change.after)}`;
  const parts = [
    ...change.gained.map((item) => ({ sign: '+', item })),
    ...change.lost.map((item) => ({ sign: '−', item })),
  ];
  const shown = parts.slice(0, MAX_ITEMS).map(({ sign, item }) => `${sign} ${clipped(item)}`);
  const more = parts.length > MAX_ITEMS ? [`**and ${parts.length - MAX_ITEMS} more**`] : [];
  return `${what} ${[...shown, ...more].join(', ')}`;
}

function clipped(item: string): string {
  if (item.length <= MAX_ITEM_CHARACTERS) return markdownCode(item);
  const kept = item.slice(0, MAX_ITEM_CHARACTERS).toWellFormed();
  return `${markdownCode(kept)}… (**${item.length - MAX_ITEM_CHARACTERS} characters more**)`;
}

function effectText(effect: RetentionEffect): string {
  const name = markdownCode(effect.target);
  if ('unknown' in effect)
    return `${name}: how many snapshots the new retention removes can’t be known here: ${escapeMarkdown(effect.unknown)}. A dry run of \`retention\` says it.`;
  const { stored, before, after } = effect;
  const sign = after > before ? '⚠️ ' : '';
  return `${sign}${name}: the next run of retention would remove **${after}** of its ${formatCounted(stored, 'snapshot')}; by the policy as it is, ${before}`;
}
