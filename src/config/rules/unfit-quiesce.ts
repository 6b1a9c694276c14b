import { quiesceWords } from '../../apps/quiesce-section.ts';
import { parseQuiesce, parseStopSpans } from '../../apps/quiesce-words.ts';
import { HoldfastError } from '../../errors.ts';
import { safeText } from '../finding.ts';
import type { Target } from '../targets.ts';
import { type Rule, valueAt } from './rule.ts';

export const unfitQuiesce: Rule = {
  name: 'unfit-quiesce',
  severity: 'error',
  advice: 'An application is stopped on its host, in one way: by its profile, or by `stop` and `start`.',
  *check({ source, targets }) {
    for (const target of targets) {
      const fault = faultOf(target);
      if (fault === null) continue;
      const what = `the target \`${target.name}\`: ${fault}`;
      yield { place: valueAt(source, target.pathOf('quiesce')), what, target: target.name };
    }
  },
};

function faultOf({ application, settings, host }: Target): string | null {
  const { quiesce } = settings;
  if (quiesce === undefined) return null;
  const words = quiesceWords(quiesce);
  const isSaid = words.stop.length > 0 || words.start.length > 0 || words.status !== null;
  if (application !== null && isSaid) {
    return `the profile \`${application}\` knows how it is stopped and started, so that \`stop\`, \`start\` and \`status\` say it twice`;
  }
  try {
    if (application !== null) parseStopSpans(words, (word) => `\`${word}\``);
    else parseQuiesce({ ...words, container: host?.container ?? null }, (word) => `\`${word}\``);
    return null;
  } catch (error) {
    if (error instanceof HoldfastError) return safeText(error.message).replace(/\.$/, '');
    throw error;
  }
}
