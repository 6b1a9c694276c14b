import { keyAt, type Rule } from './rule.ts';

export const oneKey: Rule = {
  name: 'one-key',
  severity: 'warning',
  advice:
    'Make a second key with `holdfast key add --recovery`, put it where GitHub can’t lose it, and say under `recovery-key` where that is.',
  *check({ config, source }) {
    for (const [name, storage] of Object.entries(config.storage)) {
      if (storage.repository === undefined || storage['recovery-key'] !== undefined) continue;
      const what = `whoever loses the password of the repository \`${name}\` loses all of it: nothing says that it has a second key`;
      yield { place: keyAt(source, ['storage', name]), what };
    }
  },
};
