import { ageText, parseAge } from '../age.ts';
import type { Finding } from '../config/finding.ts';
import { scheduleOf, timeText } from '../config/target-facts.ts';
import type { Target } from '../config/targets.ts';
import type { AuditContext } from './context.ts';

/** Of each target: a run that was due and left no backup, one that is older than promised, a copy that is behind. */
export function auditBackups(context: AuditContext): Finding[] {
  return context.targets.flatMap((target) => [...ofTarget(target, context)]);
}

function* ofTarget(target: Target, context: AuditContext): Generator<Finding> {
  const { name, hostname, settings } = target;
  const stored = context.storages.get(settings.storage ?? '');
  if (stored === undefined) return; // told of the storage
  const lastMs = stored.history(hostname ?? '', name);
  const late = lateness(target, lastMs, context);
  if (late !== null) {
    yield context.at(target, ['schedule'], {
      rule: 'missing-run',
      severity: 'error',
      what: `the target \`${name}\`: ${late}`,
      advice:
        'See what became of the runs that were to make it: whether the workflow is disabled, failed, or never began.',
    });
  }
  const stale = staleness(target, lastMs, context);
  if (stale !== null) {
    yield context.at(target, ['rpo'], {
      rule: 'stale-target',
      severity: 'error',
      what: `the target \`${name}\`: ${stale}`,
      advice: 'Back it up now, and see why nobody did.',
    });
  }
  if (late === null && stale === null) yield* ofCopy(target, lastMs, context);
}

/** That the backup itself is missing was told. */
function* ofCopy(target: Target, lastMs: number | null, context: AuditContext): Generator<Finding> {
  const { name, hostname, settings } = target;
  const copies = context.storages.get(settings['copy-to'] ?? '');
  if (settings['copy-to'] === undefined || copies === undefined || lastMs === null) return;
  const copiedMs = copies.history(hostname ?? '', name);
  const why = lateness(target, copiedMs, context) ?? staleness(target, copiedMs, context);
  if (why === null && copiedMs !== null) return;
  yield context.at(target, ['copy-to'], {
    rule: 'stale-copy',
    severity: 'error',
    what: `the target \`${name}\` in \`${settings['copy-to']}\`: ${why ?? 'no complete backup of it was copied there'}`,
    advice: 'See why copies fail; the next run that copies makes up for it.',
  });
}

/** More are told as so many. */
const MAX_MISSED = 1000;

function lateness(target: Target, lastMs: number | null, { nowMs, graceMs }: AuditContext): string | null {
  const schedule = scheduleOf(target);
  const dueMs = schedule?.last(nowMs - graceMs) ?? null;
  if (schedule === null || dueMs === null || (lastMs !== null && lastMs >= dueMs)) return null;
  const due = `${timeText(dueMs, schedule.timezone)} (${schedule.timezone})`;
  if (lastMs === null) return `a backup was due at ${due}, and there is none that is complete`;
  const missed = schedule.next(MAX_MISSED, lastMs).filter((time) => time <= dueMs).length;
  const runs = missed === 1 ? 'the run' : `${missed} runs, the last`;
  return `${runs} that was due at ${due} left no complete backup; the newest is of ${timeText(lastMs, schedule.timezone)}`;
}

function staleness({ settings }: Target, lastMs: number | null, { nowMs }: AuditContext): string | null {
  if (settings.rpo === undefined) return null;
  const rpoMs = parseAge(settings.rpo, '`rpo`');
  const expected = `expected at most ${ageText(rpoMs)} (RPO)`;
  if (lastMs === null)
    return settings.schedule === undefined ? `there is no complete backup, ${expected}` : null;
  return nowMs - lastMs > rpoMs
    ? `its newest complete backup is ${ageText(nowMs - lastMs)} old, ${expected}`
    : null;
}
