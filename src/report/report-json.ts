import { displayText } from '../bytestring.ts';
import type { Report, TargetFacts } from './facts.ts';
import { keptShare } from './recovery-point.ts';

/** Version of the JSON's own layout: fields are added without another number. */
export const REPORT_VERSION = 1;

/** What `--json` prints: docs/reference/json.md describes it. Times are RFC 3339, spans in ms, names as they are. */
export function reportJson(report: Report): Record<string, unknown> {
  return {
    report_version: REPORT_VERSION,
    time: timeJson(report.nowMs),
    period_ms: report.periodMs,
    places: report.places.map(({ shown }) => shown),
    warnings: report.warnings,
    targets: report.targets.map(targetJson),
  };
}

function targetJson(facts: TargetFacts): Record<string, unknown> {
  const { history, judgement, expectations, newest, recoveryPoints, lastDrill, lastProof, retention } = facts;
  return {
    target: history.target,
    hostname: history.hostname,
    paths: history.paths,
    health: judgement.health,
    reasons: judgement.reasons.map(({ health, text }) => ({ health, text })),
    backups: history.backups.length,
    last_backup:
      newest === null
        ? null
        : { id: newest.item.id, time: timeJson(newest.timeMs), size_bytes: newest.item.sizeBytes },
    age_ms: facts.ageMs,
    rpo_ms: expectations.rpoMs,
    proof_ms: expectations.proofMs,
    rpo_kept: recoveryPoints === null ? null : keptShare(recoveryPoints),
    rto_ms: expectations.rtoMs,
    restore_ms: lastProof?.restoreMs ?? null,
    last_drill:
      lastDrill === null
        ? null
        : { id: displayText(lastDrill.id), time: timeJson(lastDrill.timeMs), passed: lastDrill.passed },
    duration_ms: facts.duration,
    downtime_ms: facts.downtime,
    growth_bytes_per_day: facts.growthPerDay,
    stored_bytes_per_day: facts.storedPerDay,
    copies: facts.copies.map(({ place, newest: copy }) => ({
      place: place.shown,
      off_site: place.isOffSite,
      time: copy === null ? null : timeJson(copy.timeMs),
    })),
    retention:
      retention === null
        ? null
        : {
            policy: retention.policy,
            kept: retention.kept,
            removed: retention.goes.size,
            future: retention.future.map(({ days, kept, reachMs }) => ({ days, kept, reach_ms: reachMs })),
          },
  };
}

function timeJson(ms: number): string {
  return new Date(ms).toISOString();
}
