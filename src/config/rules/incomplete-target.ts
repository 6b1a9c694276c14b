import { keyAt, type Rule } from './rule.ts';

export const incompleteTarget: Rule = {
  name: 'incomplete-target',
  severity: 'error',
  advice: 'Say it in the target, or for all in `defaults`.',
  *check({ source, targets }) {
    if (targets.length === 0)
      yield { place: keyAt(source, ['targets']), what: 'there is no target: nothing is backed up' };
    for (const { name, application, settings } of targets) {
      const place = keyAt(source, ['targets', name]);
      for (const key of ['host', 'storage'] as const)
        if (settings[key] === undefined)
          yield { place, what: `the target \`${name}\` has no \`${key}\``, target: name };
      const { paths = [], databases = [], buckets = [] } = settings;
      const isNothing = paths.length + databases.length + buckets.length === 0;
      if (application === null && isNothing)
        yield { place, what: `the target \`${name}\` has neither \`paths\` nor \`databases\``, target: name };
    }
  },
};
