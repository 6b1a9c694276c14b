import { ageText, parseAge } from '../age.ts';
import type { Finding } from '../config/finding.ts';
import { safeText } from '../config/finding.ts';
import { timeText } from '../config/target-facts.ts';
import type { Target } from '../config/targets.ts';
import { type AuditContext, drillsOf } from './context.ts';

/** Of each target that is to be drilled: whether one passed lately, and in time. */
export function auditDrills(context: AuditContext): Finding[] {
  return context.targets.flatMap((target) => [...ofTarget(target, context)]);
}

function* ofTarget(target: Target, context: AuditContext): Generator<Finding> {
  const { name, settings } = target;
  const { storages, nowMs } = context;
  const isKnown = storages.has(settings.storage ?? '');
  if (!isKnown) return; // told of the storage
  const drills = drillsOf(target, storages).filter(({ record }) => record.timeMs <= nowMs);
  const last = drills.at(-1)?.record;
  if (last !== undefined && !last.passed) {
    const because = last.reasons[0] === undefined ? '' : `: ${safeText(last.reasons[0])}`;
    yield context.at(target, ['drill'], {
      rule: 'drill-failed',
      severity: 'error',
      what: `the last drill of the target \`${name}\`, of ${timeText(last.timeMs, 'UTC')} (UTC), failed${because}`,
      advice: 'Find out why: until one passes, nobody knows whether its backups can be restored.',
    });
  }
  const proof = drills.findLast(({ record }) => record.passed)?.record;
  const overdue = overdueText(settings.drill?.every, proof?.timeMs ?? null, nowMs);
  if (overdue !== null) {
    yield context.at(target, ['drill'], {
      rule: 'drill-overdue',
      severity: 'error',
      what: `the target \`${name}\`: ${overdue}`,
      advice: 'Run its drill, and see why the workflow for it didn’t.',
    });
  }
  const tookMs = proof?.restoreMs ?? null;
  if (settings.rto === undefined || tookMs === null || tookMs <= parseAge(settings.rto, '`rto`')) return;
  yield context.at(target, ['rto'], {
    rule: 'slow-restore',
    severity: 'error',
    what: `the last restore of the target \`${name}\` took ${ageText(tookMs)}, expected at most ${settings.rto} (RTO)`,
    advice: 'Make it faster, or promise less.',
  });
}

function overdueText(every: string | undefined, provedMs: number | null, nowMs: number): string | null {
  if (every === undefined) return null;
  if (provedMs === null) return `no drill of it has passed, expected one every ${every}`;
  const ageMs = nowMs - provedMs;
  return ageMs > parseAge(every, '`every`')
    ? `its last drill that passed was ${ageText(ageMs)} ago, expected one every ${every}`
    : null;
}
