import { ageText } from '../../age.ts';
import { parseSchedule } from '../../schedule/schedule.ts';
import { type Rule, valueAt } from './rule.ts';

const DAY_MS = 86_400_000;

/** What only a repository can do: an archive is always of everything. */
const OF_REPOSITORIES = ['copy-to', 'skip-if-unchanged', 'checkpoint-interval', 'spool-size'] as const;

export const archiveNotIncremental: Rule = {
  name: 'archive-not-incremental',
  severity: 'warning',
  advice:
    'Use a repository, which takes only what is new, or expect that every run reads, sends and keeps all of it.',
  *check({ source, targets }) {
    for (const { name, settings, storage, pathOf } of targets) {
      if (storage?.archives === undefined) continue;
      const ignored = OF_REPOSITORIES.find((key) => settings[key] !== undefined && settings[key] !== false);
      if (ignored !== undefined) {
        const what = `the target \`${name}\` is kept as archives, which know no \`${ignored}\``;
        yield { place: valueAt(source, pathOf(ignored)), what, target: name };
      }
      if (settings.drill !== undefined) {
        const what = `the target \`${name}\` is kept as archives, which can’t be drilled: no drill of it will ever have passed, as the audit tells every day`;
        yield { place: valueAt(source, pathOf('drill')), what, target: name };
      }
      if (settings.schedule === undefined) continue;
      const zone = settings.timezone ?? 'UTC';
      const schedule = parseSchedule(settings.schedule, zone, { cron: '`schedule`', timezone: '`timezone`' });
      const [first = 0, second = DAY_MS] = schedule.next(2, SOME_DAY_MS);
      if (second - first >= DAY_MS - HOUR_MS) continue;
      const what = `the target \`${name}\` is kept as archives, each of everything, and is due every ${ageText(second - first)}`;
      yield { place: valueAt(source, pathOf('schedule')), what, target: name };
    }
  },
};

/** Clocks change by one. */
const HOUR_MS = 3_600_000;
const SOME_DAY_MS = Date.UTC(2027, 0, 4);
