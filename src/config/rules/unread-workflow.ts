import type { Rule } from './rule.ts';

export const unreadWorkflow: Rule = {
  name: 'unread-workflow',
  severity: 'warning',
  advice:
    'Write it so that it can be read: without aliases, one document, lines of at most 4096 characters, 256 KiB. GitHub may run what no rule has looked at.',
  *check({ workflows }) {
    for (const { source } of workflows) {
      const [fault] = source.faults;
      if (fault === undefined) continue;
      const what = `nobody knows all that this workflow does: ${fault.what}`;
      yield { place: { file: source.file, at: fault.at }, what };
    }
  },
};
