import { secretsOf } from '../secret-references.ts';
import { type Rule, valueAt } from './rule.ts';

export const secretNotPassed: Rule = {
  name: 'secret-not-passed',
  severity: 'error',
  advice:
    'Set it in the workflow, in `env` of the step that needs it, or in `HOLDFAST_ENV` of the reusable workflow, to `secrets.NAME`.',
  *check({ config, source, workflows }) {
    if (workflows.length === 0 || workflows.some(({ inheritsSecrets }) => inheritsSecrets)) return;
    const passed = new Set(workflows.flatMap(({ variables }) => variables.map(({ name }) => name)));
    for (const { name, path } of secretsOf(config)) {
      if (passed.has(name)) continue;
      yield { place: valueAt(source, path), what: `no workflow that uses Holdfast sets \`${name}\`` };
    }
  },
};
