import { suggestion } from '../nearest.ts';
import { type Rule, valueAt } from './rule.ts';

export const unknownHost: Rule = {
  name: 'unknown-host',
  severity: 'error',
  advice: 'Name one of `hosts`, or add it there.',
  *check({ config, source, targets }) {
    for (const { name, settings, host, pathOf } of targets) {
      if (settings.host === undefined || host !== null) continue;
      const place = valueAt(source, pathOf('host'));
      const hint = suggestion(settings.host, Object.keys(config.hosts));
      yield {
        place,
        what: `the target \`${name}\` is on \`${settings.host}\`, and there is no such host`,
        target: name,
        hint,
      };
    }
  },
};
