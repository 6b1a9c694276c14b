import { type Rule, valueAt } from './rule.ts';

export const copyToItself: Rule = {
  name: 'copy-to-itself',
  severity: 'error',
  advice: 'Name a second repository.',
  *check({ source, targets }) {
    for (const { name, settings, storage, copyTo, pathOf } of targets) {
      if (copyTo === null || storage === null) continue;
      const place = valueAt(source, pathOf('copy-to'));
      if (copyTo.repository === undefined) {
        const what = `the copies of the target \`${name}\` would go to \`${settings['copy-to']}\`, which keeps archives and takes no copies`;
        yield { place, what, target: name };
      } else if (copyTo.repository === storage.repository) {
        yield {
          place,
          what: `the copies of the target \`${name}\` would go where the originals are`,
          target: name,
        };
      }
    }
  },
};
