import { keyAt, type Rule } from './rule.ts';

/** What a copy is not written with: it goes where the copy is, by its address, password and key alone. */
const IGNORED = ['object-lock', 'aws-role', 'storage-options', 'compression', 'pack-size'] as const;

export const copyIgnores: Rule = {
  name: 'copy-ignores',
  severity: 'error',
  advice:
    'Use it as the `storage` and copy to the other one, or let the bucket’s own defaults say it and take it out here.',
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
