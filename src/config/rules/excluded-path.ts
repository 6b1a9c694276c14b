import { fromText } from '../../bytestring.ts';
import { compilePatterns } from '../../files/path-patterns.ts';
import { type Path, safeText } from '../finding.ts';
import { foreseenOf } from '../foreseen.ts';
import type { Target } from '../targets.ts';
import { type Rule, valueAt } from './rule.ts';

export const excludedPath: Rule = {
  name: 'excluded-path',
  severity: 'error',
  advice: 'Exclude less: what is left out can’t be restored.',
  *check({ source, targets }) {
    for (const target of targets) {
      const needed = neededBy(target);
      for (const list of exclusionsOf(target)) {
        const told = new Set<number>();
        for (const { path, why } of needed) {
          for (const at of blamed(list, path, needed).filter((one) => !told.has(one))) {
            told.add(at);
            const what = `the pattern \`${safeText(list.patterns[at] ?? '')}\` leaves out all of \`${safeText(path)}\`, which ${why}`;
            yield { place: valueAt(source, [...list.path, at]), what, target: target.name };
          }
        }
      }
    }
  },
};

interface Exclusions {
  readonly patterns: readonly string[];
  readonly ignoreCase: boolean;
  /** Where the list stands. */
  readonly path: Path;
}

/** The target's own, and those of a profile that takes some. */
function exclusionsOf({ settings, pathOf }: Target): Exclusions[] {
  const ofOptions = settings.options?.['exclude'];
  return [
    { patterns: settings.exclude ?? [], ignoreCase: false, path: pathOf('exclude') },
    { patterns: settings.iexclude ?? [], ignoreCase: true, path: pathOf('iexclude') },
    {
      patterns: Array.isArray(ofOptions) ? ofOptions.map(String) : [],
      ignoreCase: false,
      path: [...pathOf('options'), 'exclude'],
    },
  ];
}

interface Needed {
  readonly path: string;
  readonly why: string;
}

/**
 * Which patterns leave `path` out, by itself or by a folder above it. What a later one takes back stays, but not below a folder that
 * nobody goes into.
 */
function blamed({ patterns, ignoreCase }: Exclusions, path: string, needed: readonly Needed[]): number[] {
  const matches = (list: readonly string[], one: string) =>
    compilePatterns(list, { ignoreCase }).matches(fromText(one));
  const left = [path, ...foldersAbove(path, needed)].find((one) => matches(patterns, one));
  if (left === undefined) return [];
  const takenBack = patterns.findLastIndex((one) => one.startsWith('!') && matches([one.slice(1)], left));
  return patterns.flatMap((one, i) =>
    i > takenBack && !one.startsWith('!') && matches([one], left) ? [i] : [],
  );
}

/** Those that are gone into to come to it: below what is saved as a whole. */
function foldersAbove(path: string, needed: readonly Needed[]): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end);
    if (needed.some((root) => `${folder}/`.startsWith(`${root.path}/`))) folders.push(folder);
  }
  return folders;
}

function neededBy({ name, application, settings }: Target): Needed[] {
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
