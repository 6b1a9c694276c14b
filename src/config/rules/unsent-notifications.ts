import { kindsOf } from '../../notify/notification-section.ts';
import type { Path } from '../finding.ts';
import { type Rule, valueAt } from './rule.ts';

export const unsentNotifications: Rule = {
  name: 'unsent-notifications',
  severity: 'warning',
  advice:
    'Leave it out, and let the drill’s workflow say it: its step opens an issue, and GitHub tells of a workflow that failed.',
  *check({ source, targets }) {
    const seen = new Set<string>();
    for (const { name, settings, pathOf } of targets) {
      for (const [i, one] of (settings.notifications ?? []).entries()) {
        const unsent = [
          one.issue === true && 'issue',
          one.webhook !== undefined && kindsOf(one).includes('drill') && 'on',
        ].filter((key) => key !== false);
        for (const key of unsent) {
          const path: Path = [...pathOf('notifications'), i, key];
          if (seen.has(path.join())) continue;
          seen.add(path.join());
          const what =
            key === 'issue' ? 'no issue is opened by what stands here' : 'no webhook is told of a drill';
          yield { place: valueAt(source, path), what, target: name };
        }
      }
    }
  },
};
