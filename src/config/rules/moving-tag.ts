import { safeText } from '../finding.ts';
import { type Rule, valueAt } from './rule.ts';

const PINNED = /@(?:[0-9a-f]{40}|sha256:[0-9a-f]{64})$/;

export const movingTag: Rule = {
  name: 'moving-tag',
  severity: 'warning',
  advice:
    'Pin it by the full SHA of a commit, with the version as a comment: what runs beside your secrets must not change unseen.',
  *check({ workflows }) {
    for (const { source, uses } of workflows) {
      for (const { uses: name, path } of uses) {
        if (name.startsWith('./') || PINNED.test(name)) continue;
        yield { place: valueAt(source, path), what: `\`${safeText(name)}\` is pinned to what can be moved` };
      }
    }
  },
};
