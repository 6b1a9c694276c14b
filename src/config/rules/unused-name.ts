import { keyAt, type Rule } from './rule.ts';

export const unusedName: Rule = {
  name: 'unused-name',
  severity: 'notice',
  advice: 'Remove it, or name it where it was meant to be used.',
  *check({ config, source, targets }) {
    const used = {
      storage: targets.flatMap(({ settings }) => [settings.storage, settings['copy-to']]),
      hosts: targets.map(({ settings }) => settings.host),
      retention: targets.map(({ settings }) => settings.retention),
    };
    for (const section of ['storage', 'hosts', 'retention'] as const) {
      for (const name of Object.keys(config[section] ?? {}))
        if (!used[section].includes(name))
          yield { place: keyAt(source, [section, name]), what: `no target uses \`${section}.${name}\`` };
    }
  },
};
