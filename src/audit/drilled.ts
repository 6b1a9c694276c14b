import type { DrilledOf } from '../config/other-plans.ts';
import type { History } from '../operations/plan.ts';
import type { FoundDrill } from '../report/read-evidence.ts';
import { isDrillOf } from './context.ts';

/**
 * What a repository and the evidence beside it say of each target. Evidence from the future, of a clock that was wrong, counts
 * for nothing, as with the audit: by it a target would never be due again.
 */
export function drilledIn(drills: readonly FoundDrill[], history: History, nowMs: number): DrilledOf {
  return (target) => {
    const own = drills
      .filter((drill) => isDrillOf(drill, target))
      .map(({ record }) => record)
      .filter(({ timeMs }) => timeMs <= nowMs);
    return {
      hasBackup: history(target.hostname ?? '', target.name) !== null,
      triedMs: newest(own.map(({ timeMs }) => timeMs)),
      provedMs: newest(own.filter(({ passed }) => passed).map(({ timeMs }) => timeMs)),
    };
  };
}

function newest(times: readonly number[]): number | null {
  return times.length === 0 ? null : Math.max(...times);
}
