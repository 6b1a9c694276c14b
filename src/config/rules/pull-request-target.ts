import { type Rule, valueAt } from './rule.ts';

export const pullRequestTarget: Rule = {
  name: 'pull-request-target',
  severity: 'error',
  advice: 'Use `pull_request`: checking a configuration needs no secret.',
  *check({ workflows }) {
    for (const { source, triggers } of workflows) {
      for (const { name, path } of triggers) {
        if (name !== 'pull_request_target') continue;
        const what =
          'the workflow runs on `pull_request_target`: strangers’ pull requests run with your secrets';
        yield { place: valueAt(source, path), what };
      }
    }
  },
};
