import { ageText, parseAge } from '../../age.ts';
import { parseSchedule } from '../../schedule/schedule.ts';
import { type Fault, type Rule, type RuleContext, valueAt } from './rule.ts';

/**
 * Of all schedules together, for their longest gaps: some seconds. One that is due once a day takes some tens, one that is
 * due each minute some thousands, and a stranger's file may hold thousands of schedules, no two the same.
 */
const MOST_LOOKED_UP = 100_000;

export const rpoOutOfReach: Rule = {
  name: 'rpo-out-of-reach',
  severity: 'error',
  advice:
    'Back up more often, or expect less: add to the longest gap what a run takes, and what a busy hour delays it.',
  check: (context) => rpoFaults(context, MOST_LOOKED_UP),
};

/** @param mostLookedUp Times of all schedules together. What is beyond isn't measured, and that is a fault, too. */
export function* rpoFaults(
  { source, targets }: Pick<RuleContext, 'source' | 'targets'>,
  mostLookedUp: number,
): Iterable<Fault> {
  const gaps = new Map<string, number>();
  const unmeasured: Unmeasured[] = [];
  let left = mostLookedUp;
  for (const { name, settings, pathOf } of targets) {
    if (settings.rpo === undefined) continue;
    const place = valueAt(source, pathOf('rpo'));
    const rpoMs = parseAge(settings.rpo, '`rpo`');
    const fault = (what: string) => ({ place, what: `the target \`${name}\` ${what}`, target: name });
    if (settings.schedule === undefined) {
      yield fault(`has an RPO of ${ageText(rpoMs)} and no \`schedule\``);
      continue;
    }
    const schedule = parseSchedule(settings.schedule, settings.timezone ?? 'UTC', NAMES);
    const key = `${schedule.cron} ${schedule.timezone}`;
    if (!gaps.has(key) && left <= 0) {
      unmeasured.push({ place, name });
      continue;
    }
    const gapMs = gaps.get(key) ?? schedule.longestGapMs();
    gaps.set(key, gapMs);
    left -= schedule.lookedUp;
    if (gapMs > rpoMs)
      yield fault(
        `has an RPO of ${ageText(rpoMs)}, and between two runs of its schedule are up to ${ageText(gapMs)}`,
      );
  }
  yield* beyond(unmeasured, gaps.size);
}

interface Unmeasured {
  readonly place: Fault['place'];
  readonly name: string;
}

/** One for all of them. */
function* beyond(unmeasured: readonly Unmeasured[], measured: number): Iterable<Fault> {
  const [first, ...others] = unmeasured;
  if (first === undefined) return;
  const whose = others.length === 0 ? '' : ` and of ${others.length} more`;
  const what = `whether the schedule of the target \`${first.name}\`${whose} meets its RPO isn’t known: the file has more different schedules than are measured, which are the first ${measured}`;
  const hint =
    'Let targets share their schedules, under `defaults` if they can, or put them into several files.';
  yield { place: first.place, what, hint };
}

const NAMES = { cron: '`schedule`', timezone: '`timezone`' };
