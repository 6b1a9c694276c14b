import { EXPRESSION } from '../../section.ts';
import { type Path, pathText } from '../finding.ts';
import { type Rule, valueAt } from './rule.ts';

/** Of a key that is for a secret it is told as a wrong value: nothing else can stand there. */
export const unexpandedExpression: Rule = {
  name: 'unexpanded-expression',
  severity: 'error',
  advice:
    'Write out what is meant: this file is read as it stands. Only secrets come from elsewhere, by `env:NAME`.',
  *check({ source }) {
    for (const path of expressionsIn(source.value, [])) {
      const [section, name] = path;
      yield {
        place: valueAt(source, path),
        what: `\`${pathText(path)}\` holds an expression of a workflow (\`\${{ … }}\`), which nobody expands here`,
        ...(section === 'targets' && typeof name === 'string' ? { target: name } : {}),
      };
    }
  },
};

function* expressionsIn(value: unknown, path: Path): Iterable<Path> {
  if (typeof value === 'string') {
    if (value.includes(EXPRESSION)) yield path;
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* expressionsIn(item, [...path, i]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* expressionsIn(item, [...path, key]);
  }
}
