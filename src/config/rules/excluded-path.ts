import { fromText } from '../../bytestring.ts';
import { compilePatterns } from '../../files/path-patterns.ts';
import { safeText } from '../finding.ts';
import { foreseenOf } from '../foreseen.ts';
import type { Target } from '../targets.ts';
import { type Rule, valueAt } from './rule.ts';

export const excludedPath: Rule = {
  name: 'excluded-path',
  severity: 'error',
  advice: 'Exclude less: what is left out can’t be restored.',
  *check({ source, targets }) {
    for (const target of targets) {
      const all = neededBy(target);
      for (const key of ['exclude', 'iexclude'] as const) {
        const patterns = target.settings[key] ?? [];
        for (const [i, pattern] of patterns.entries()) {
          if (pattern.startsWith('!')) continue; // takes back
          const compiled = compilePatterns([pattern], { ignoreCase: key === 'iexclude' });
          const needed = all.find(({ path }) => compiled.matches(fromText(path)));
          if (needed === undefined) continue;
          const what = `the pattern \`${safeText(pattern)}\` leaves out all of \`${safeText(needed.path)}\`, which ${needed.why}`;
          yield { place: valueAt(source, [...target.pathOf(key), i]), what, target: target.name };
        }
      }
    }
  },
};

function neededBy({ name, application, settings }: Target): { path: string; why: string }[] {
  const own = (settings.paths ?? []).map((path) => ({ path, why: `is one of the paths of \`${name}\`` }));
  const foreseen = foreseenOf({ application, settings });
  const named = (foreseen?.paths ?? pathsIn(settings.options)).map((path) => ({
    path,
    why:
      foreseen === null ? `the options of ${application} name` : `a backup of ${application} is none without`,
  }));
  return [...own, ...named];
}

/** What in a profile's options is a path of the host's. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\/\S+$/.test(value) ? [value.replace(/\/+$/, '')] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}
