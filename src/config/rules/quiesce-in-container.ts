import { type Rule, valueAt } from './rule.ts';

export const quiesceInContainer: Rule = {
  name: 'quiesce-in-container',
  severity: 'error',
  advice: 'Back the container’s volumes up from its host, and stop the container there.',
  *check({ source, targets }) {
    for (const { name, settings, host, pathOf } of targets) {
      if (settings.quiesce === undefined || host?.container === undefined) continue;
      const what = `the target \`${name}\` is stopped in a container: the watchdog that starts it again would end with the container`;
      yield { place: valueAt(source, pathOf('quiesce')), what, target: name };
    }
  },
};
