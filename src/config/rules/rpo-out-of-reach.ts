import { ageText, parseAge } from '../../age.ts';
import { parseSchedule } from '../../schedule/schedule.ts';
import { type Rule, valueAt } from './rule.ts';

export const rpoOutOfReach: Rule = {
  name: 'rpo-out-of-reach',
  severity: 'error',
  advice:
    'Back up more often, or expect less: add to the longest gap what a run takes, and what a busy hour delays it.',
  *check({ source, targets }) {
    const gaps = new Map<string, number>();
    for (const { name, settings, pathOf } of targets) {
      if (settings.rpo === undefined) continue;
      const place = valueAt(source, pathOf('rpo'));
      const rpoMs = parseAge(settings.rpo, '`rpo`');
      if (settings.schedule === undefined) {
        yield {
          place,
          what: `the target \`${name}\` has an RPO of ${ageText(rpoMs)} and no \`schedule\``,
          target: name,
        };
        continue;
      }
      const schedule = parseSchedule(settings.schedule, settings.timezone ?? 'UTC', NAMES);
      const key = `${schedule.cron} ${schedule.timezone}`;
      const gapMs = gaps.get(key) ?? schedule.longestGapMs();
      gaps.set(key, gapMs);
      if (gapMs <= rpoMs) continue;
      const what = `the target \`${name}\` has an RPO of ${ageText(rpoMs)}, and between two runs of its schedule are up to ${ageText(gapMs)}`;
      yield { place, what, target: name };
    }
  },
};

const NAMES = { cron: '`schedule`', timezone: '`timezone`' };
