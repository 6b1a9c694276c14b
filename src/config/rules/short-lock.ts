import { parseObjectLock } from '../../backends/storage-flags.ts';
import { HoldfastError } from '../../errors.ts';
import { despiteOf, policyOf } from '../../retention/policy-section.ts';
import { text } from '../../section.ts';
import { requireLocksThatLast } from '../../settings/retention.ts';
import { safeText } from '../finding.ts';
import type { Target } from '../targets.ts';
import { type Rule, valueAt } from './rule.ts';

export const shortLock: Rule = {
  name: 'short-lock',
  severity: 'error',
  advice:
    'Lock for as long as the policy keeps, or say `despite: [short-lock]` in the policy if its runs extend the locks.',
  *check({ source, targets }) {
    for (const target of targets) {
      const fault = faultOf(target);
      if (fault === null) continue;
      const path = ['storage', target.settings.storage ?? '', 'object-lock-days'];
      yield {
        place: valueAt(source, path),
        what: `the target \`${target.name}\`: ${fault}`,
        target: target.name,
      };
    }
  },
};

function faultOf({ storage, policy }: Target): string | null {
  if (storage === null || policy === null) return null;
  const names = { mode: '`object-lock`', days: '`object-lock-days`' };
  const lock = { mode: storage['object-lock'] ?? null, days: text(storage['object-lock-days']) };
  try {
    const terms = { policy: policyOf(policy), despite: despiteOf(policy) };
    requireLocksThatLast(parseObjectLock(lock, names), terms, (word) => `\`${word}\``);
    return null;
  } catch (error) {
    // What to do is the rule's advice: the message's own is for whoever runs it.
    if (error instanceof HoldfastError) return safeText(error.message).replace(/\.(?: If .*)?$/, '');
    throw error;
  }
}
