import { keyAt, type Rule } from './rule.ts';

/** What a copy is not written with: it is written as the first repository is. */
const IGNORED = ['compression', 'pack-size'] as const;

export const copyIgnores: Rule = {
  name: 'copy-ignores',
  severity: 'error',
  advice: 'Say it of the storage that is copied from, or take it out here.',
  *check({ source, targets }) {
    const seen = new Set<string>();
    for (const { name, settings, copyTo } of targets) {
      for (const key of IGNORED) {
        const place = [settings['copy-to'] ?? '', key];
        if (copyTo?.[key] === undefined || seen.has(place.join())) continue;
        seen.add(place.join());
        const what = `copies of the target \`${name}\` would be made without \`${key}\` of \`${settings['copy-to']}\`: a copy knows none`;
        yield { place: keyAt(source, ['storage', ...place]), what, target: name };
      }
    }
  },
};
