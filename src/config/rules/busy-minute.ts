import { type Rule, valueAt } from './rule.ts';

export const busyMinute: Rule = {
  name: 'busy-minute',
  severity: 'notice',
  advice: 'Take any other minute, such as `17 3 * * *`.',
  *check({ source, targets }) {
    const seen = new Set<string>();
    for (const { name, settings, pathOf } of targets) {
      if (settings['scheduled-by'] !== undefined) continue; // GitHub doesn’t begin it
      if (settings.schedule === undefined || !/^\s*0\s/.test(settings.schedule)) continue;
      const path = pathOf('schedule');
      if (seen.has(path.join())) continue; // the defaults’ is said once
      seen.add(path.join());
      const what = `the target \`${name}\` is due at minute 0, when GitHub delays or drops scheduled runs most`;
      yield { place: valueAt(source, path), what, target: name };
    }
  },
};
