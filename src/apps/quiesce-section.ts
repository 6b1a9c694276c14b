import type { z } from '../schema.ts';
import { checked, line, lines, section, shownKey, yesNo } from '../section.ts';
import { parseQuiesce } from './quiesce-words.ts';

const quiesceFields = section({
  stop: lines(
    'Shell commands on the host that stop the application while its files are read.',
    'A shell command.',
  ).optional(),
  start: lines(
    'Shell commands that start it. A watchdog on the host runs them, too.',
    'A shell command.',
  ).optional(),
  status: line('A shell command: exit status 0, it runs; 3, it is stopped; else it can’t say.').optional(),
  lease: line('How long the run may be silent before the watchdog starts the application: `2m`.').optional(),
  'max-quiesce': line('How long the application may stand at most: `1h`.').optional(),
});

/** Whether it fits the host and the application, the rule `unfit-quiesce` says. */
const quiesceSection = checked(quiesceFields, (quiesce) => {
  if (quiesce.stop === undefined && quiesce.start === undefined) return;
  parseQuiesce({ ...quiesceWords(quiesce), container: null }, shownKey);
}).describe(
  'How the application is stopped under a lease while its files are read: by `stop` and `start`, or by its profile.',
);

/** As flags and inputs have them. */
export function quiesceWords(quiesce: z.output<typeof quiesceFields>) {
  return {
    stop: quiesce.stop ?? [],
    start: quiesce.start ?? [],
    status: quiesce.status ?? null,
    lease: quiesce.lease ?? null,
    maxQuiesce: quiesce['max-quiesce'] ?? null,
  };
}

/** How an application holds still. */
export const quiescingFields = {
  quiesce: quiesceSection.optional(),
  'no-first-pass': yesNo(
    '`true`: read nothing before the application is stopped. Else what changed is read first, and while it stands only what changed since.',
  ).optional(),
};
