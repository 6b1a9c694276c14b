import { ageText, parseAge } from '../../age.ts';
import { reachDays } from '../../retention/policy-reach.ts';
import { policyOf } from '../../retention/policy-section.ts';
import { type Rule, valueAt } from './rule.ts';

const DAY_MS = 86_400_000;

export const drillOutOfReach: Rule = {
  name: 'drill-out-of-reach',
  severity: 'warning',
  advice:
    'Keep some snapshots for longer than it is from drill to drill (`keep-within-monthly: 6m`), or drill more often.',
  *check({ source, targets }) {
    for (const { name, settings, policy, pathOf } of targets) {
      if (settings.drill === undefined || policy === null) continue;
      const everyMs = parseAge(settings.drill.every, '`every`');
      const reachMs = reachDays(policyOf(policy)) * DAY_MS;
      if (reachMs >= everyMs) continue;
      const what = `the target \`${name}\` is drilled every ${ageText(everyMs)}, and its policy \`${settings.retention}\` reaches back ${ageText(reachMs)}: when a drill fails, all that is left is younger than the fault may be`;
      yield { place: valueAt(source, pathOf('retention')), what, target: name };
    }
  },
};
