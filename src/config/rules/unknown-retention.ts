import { suggestion } from '../nearest.ts';
import { type Rule, valueAt } from './rule.ts';

export const unknownRetention: Rule = {
  name: 'unknown-retention',
  severity: 'error',
  advice: 'Name one of `retention`, or add it there.',
  *check({ config, source, targets }) {
    for (const { name, settings, policy, pathOf } of targets) {
      if (settings.retention === undefined || policy !== null) continue;
      yield {
        place: valueAt(source, pathOf('retention')),
        what: `the target \`${name}\` is kept by \`${settings.retention}\`, and there is no such policy`,
        target: name,
        hint: suggestion(settings.retention, Object.keys(config.retention ?? {})),
      };
    }
  },
};
