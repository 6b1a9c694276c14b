import { suggestion } from '../nearest.ts';
import { type Rule, valueAt } from './rule.ts';

export const unknownStorage: Rule = {
  name: 'unknown-storage',
  severity: 'error',
  advice: 'Name one of `storage`, or add it there.',
  *check({ config, source, targets }) {
    for (const { name, settings, storage, copyTo, pathOf } of targets) {
      for (const [key, found] of [
        ['storage', storage],
        ['copy-to', copyTo],
      ] as const) {
        const wanted = settings[key];
        if (wanted === undefined || found !== null) continue;
        yield {
          place: valueAt(source, pathOf(key)),
          what: `\`${key}\` of the target \`${name}\` is \`${wanted}\`, and there is no such storage`,
          target: name,
          hint: suggestion(wanted, Object.keys(config.storage)),
        };
      }
    }
  },
};
