import { formatCounted } from '../amounts.ts';
import { displayText } from '../bytestring.ts';
import { type Change, isDangerous } from '../config/change.ts';
import type { CheckedCheckout } from '../config/check-checkout.ts';
import { isLoss, type TargetChange } from '../config/compare.ts';
import { type Finding, safeText } from '../config/finding.ts';
import type { RetentionEffect } from '../config/retention-effect.ts';
import { type Silenced, silenceText } from '../config/silence.ts';
import { scheduleOf, scheduleText, timeText } from '../config/target-facts.ts';
import type { Output } from './output.ts';
import { tableLines } from './table.ts';

/** What a check of the configuration came to, for a person. */
export async function showValidation(output: Output, checked: CheckedCheckout, nowMs: number): Promise<void> {
  const { validation, changes, counts } = checked;
  await showFindings(output, validation);
  for (const silence of validation.audit)
    await output.line(`silenced in the audit: ${safeText(silenceText(silence))}`);
  await showTargets(output, checked, nowMs);
  for (const change of changes ?? []) await output.line(changeLine(change));
  for (const effect of checked.retention) await output.line(effectLine(effect));
  for (const change of checked.silences) await output.line(`! ${partText(change)}`);
  if (changes?.length === 0 && checked.silences.length === 0)
    await output.line('Nothing changes for any target.');
  const found = [
    formatCounted(counts.error, 'error'),
    formatCounted(counts.warning, 'warning'),
    formatCounted(counts.notice, 'notice'),
  ];
  await output.line(`${found.join(', ')}.`);
}

/** As compilers give them. */
export async function showFindings(
  output: Output,
  { findings, silenced }: { readonly findings: readonly Finding[]; readonly silenced: readonly Silenced[] },
): Promise<void> {
  for (const { rule, severity, file, at, what, advice } of findings) {
    await output.line(
      `${displayText(file)}:${at.line}:${at.column}: ${severity}: ${safeText(what)} [${rule}]`,
    );
    await output.line(`    ${safeText(advice)}`);
  }
  for (const { finding, reason } of silenced)
    await output.line(`silenced: ${safeText(finding.what)} [${finding.rule}]: ${safeText(reason)}`);
}

async function showTargets(output: Output, { validation }: CheckedCheckout, nowMs: number): Promise<void> {
  if (validation.targets.length === 0) return;
  const rows = validation.targets.map((target) => {
    const schedule = scheduleOf(target);
    const next =
      schedule === null ? [] : schedule.next(1, nowMs).map((time) => timeText(time, schedule.timezone));
    return [target.name, target.hostname ?? '?', scheduleText(target), ...next];
  });
  const columns = ['Target', 'Host', 'Due', 'Next'].map((title) => ({ title }));
  for (const line of tableLines(columns, rows)) await output.line(line);
}

function effectLine(effect: RetentionEffect): string {
  if ('unknown' in effect)
    return `? ${effect.target}: how many snapshots the new retention removes isn’t known: ${displayText(effect.unknown)}`;
  const { target, stored, before, after } = effect;
  return `${after > before ? '!' : 'M'} ${target}: the next run of retention would remove ${after} of ${stored}; by the policy as it is, ${before}`;
}

function changeLine(change: TargetChange): string {
  const parts = change.changes.map(partText).join('; ');
  if (change.kind === 'gained') return `+ ${change.target}: ${parts}`;
  if (change.kind === 'lost') return `- ${change.target}: not backed up any more: ${parts}`;
  const isMarked = isLoss(change) || change.changes.some(isDangerous);
  return `${isMarked ? '!' : 'M'} ${change.target}: ${parts}`;
}

function partText(change: Change): string {
  if (change.kind === 'value')
    return `${change.what} ${displayText(change.before)} → ${displayText(change.after)}`;
  const parts = [
    ...change.gained.map((item) => `+${displayText(item)}`),
    ...change.lost.map((item) => `-${displayText(item)}`),
  ];
  return `${change.what} ${parts.join(' ')}`;
}
