import { age, checked, line, shownKey } from '../section.ts';
import { parseSchedule, parseTimezone } from './schedule.ts';

/** When it is due, and how old its newest backup may be. */
export const scheduleFields = {
  schedule: checked(
    line(
      'When it is due: a cron expression of five fields, as GitHub’s `schedule` takes them: `17 3 * * *`.',
      'expected text of five fields such as `17 3 * * *`',
    ),
    (cron) => parseSchedule(cron, 'UTC', { cron: shownKey('schedule'), timezone: shownKey('timezone') }),
  ).optional(),
  timezone: checked(
    line('Of the schedule, a name of the IANA database: `Europe/Vienna`. Default: `UTC`.'),
    (zone) => parseTimezone(zone, shownKey('timezone')),
  ).optional(),
  'scheduled-by': line(
    'What backs it up when it is due, where no workflow of GitHub does, in words: `cron on backup1`. The audit expects no workflow then.',
  ).optional(),
  rpo: age('rpo', 'How old the newest backup may be at most (recovery point objective): `26h`.').optional(),
};
