import { EXPRESSION } from '../../section.ts';
import { secretsOf } from '../secret-references.ts';
import { type Rule, valueAt } from './rule.ts';

export const secretInWorkflow: Rule = {
  name: 'secret-in-workflow',
  severity: 'error',
  advice:
    'Take it out, and make a new one: what was committed is known. Put that into a secret of the GitHub repository, and refer to it as `secrets.NAME`.',
  *check({ config, workflows }) {
    const names = new Set(secretsOf(config).map(({ name }) => name));
    for (const { source, variables } of workflows) {
      for (const { name, value, path } of variables) {
        if (!names.has(name) || value === '' || value === null || String(value).includes(EXPRESSION))
          continue;
        yield {
          place: valueAt(source, path),
          what: `the secret \`${name}\` stands in the workflow in the clear`,
        };
      }
    }
  },
};
