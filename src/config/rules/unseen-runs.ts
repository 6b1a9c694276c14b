import { type Rule, valueAt } from './rule.ts';

export const unseenRuns: Rule = {
  name: 'unseen-runs',
  severity: 'warning',
  advice: 'Leave out `skip-if-unchanged`: a snapshot in which nothing changed costs some hundred bytes.',
  *check({ source, targets }) {
    for (const { name, settings, pathOf } of targets) {
      if (settings.schedule === undefined || settings['skip-if-unchanged'] !== true) continue;
      const what = `runs of the target \`${name}\` that make no snapshot aren’t seen: \`plan\` takes it for due again, and its backups for old`;
      yield { place: valueAt(source, pathOf('skip-if-unchanged')), what, target: name };
    }
  },
};
