import { EXPRESSION } from '../../section.ts';
import { safeText } from '../finding.ts';
import { suggestion } from '../nearest.ts';
import { type Rule, valueAt } from './rule.ts';

export const unknownTarget: Rule = {
  name: 'unknown-target',
  severity: 'error',
  advice: 'Name one of `targets`, or add it to the configuration.',
  *check({ config, source: own, workflows }) {
    for (const { source, uses } of workflows) {
      for (const use of uses.filter(({ takesTarget }) => takesTarget)) {
        const { target, config: file } = use.inputs;
        if (
          typeof target !== 'string' ||
          target.includes(EXPRESSION) ||
          Object.hasOwn(config.targets, target)
        )
          continue;
        if (typeof file === 'string' && file !== own.file) continue; // of another configuration
        const what = `the workflow names the target \`${safeText(target)}\`, and there is no such`;
        yield {
          place: valueAt(source, [...use.inputsPath, 'target']),
          what,
          hint: suggestion(target, Object.keys(config.targets)),
        };
      }
    }
  },
};
