import { keyAt, type Rule } from './rule.ts';

export const unsentNotifications: Rule = {
  name: 'unsent-notifications',
  severity: 'warning',
  advice: 'Until then rely on what GitHub sends for a workflow that failed.',
  *check({ source, targets }) {
    const seen = new Set<string>();
    for (const { name, settings, pathOf } of targets) {
      const path = pathOf('notifications');
      if (settings.notifications === undefined || seen.has(path.join())) continue;
      seen.add(path.join());
      yield {
        place: keyAt(source, path),
        what: 'this version of Holdfast sends no notifications yet',
        target: name,
      };
    }
  },
};
