import { fromText } from '../../bytestring.ts';
import { compilePatterns, type PathPatterns } from '../../files/path-patterns.ts';
import { type Path, safeText } from '../finding.ts';
import { foreseenOf } from '../foreseen.ts';
import type { Target } from '../targets.ts';
import { type Rule, valueAt } from './rule.ts';

export const excludedPath: Rule = {
  name: 'excluded-path',
  severity: 'error',
  advice: 'Exclude less: what is left out can’t be restored.',
  *check({ source, targets }) {
    let left = MAX_COMPARISONS;
    for (const target of targets) {
      const needed = neededBy(target);
      for (const list of exclusionsOf(target)) {
        if (list.patterns.length === 0) continue;
        left -= list.patterns.length * segmentsOf(needed);
        if (left < 0) {
          const what = `${list.patterns.length} patterns for ${needed.length} paths are more than is looked at, so that nobody knows whether they leave out all of one`;
          yield { place: valueAt(source, list.path), what, target: target.name };
          return;
        }
        const roots = new Set(needed.map(({ path }) => path));
        const told = new Set<number>();
        for (const { path, why } of needed) {
          for (const at of blamed(list, path, roots).filter((one) => !told.has(one))) {
            told.add(at);
            const what = `the pattern \`${safeText(list.patterns[at] ?? '')}\` leaves out all of \`${safeText(path)}\`, which ${why}`;
            yield { place: valueAt(source, [...list.path, at]), what, target: target.name };
          }
        }
      }
    }
  },
};

/** Of a path, or of a folder above it, with a pattern, in all targets: a stranger's file must not keep the check busy for minutes. */
const MAX_COMPARISONS = 1_000_000;

/** Each is looked at with all folders above it. */
function segmentsOf(needed: readonly Needed[]): number {
  return needed.reduce((sum, { path }) => sum + path.split('/').length - 1, 0);
}

interface Exclusions {
  readonly patterns: readonly string[];
  readonly ignoreCase: boolean;
  readonly compiled: PathPatterns;
  /** Where the list stands. */
  readonly path: Path;
}

/** The target's own, and those of a profile that takes some. */
function exclusionsOf({ settings, pathOf }: Target): Exclusions[] {
  const { exclude = [], iexclude = [], options } = settings;
  const ofOptions = Array.isArray(options?.['exclude'])
    ? options['exclude'].map(String).filter(isPattern)
    : [];
  return [
    exclusions(exclude, pathOf('exclude')),
    exclusions(iexclude, pathOf('iexclude'), true),
    exclusions(ofOptions, [...pathOf('options'), 'exclude']),
  ];
}

/** What is none in a profile's options, another rule tells. */
function isPattern(text: string): boolean {
  try {
    compilePatterns([text]);
    return true;
  } catch {
    return false;
  }
}

function exclusions(patterns: readonly string[], path: Path, ignoreCase = false): Exclusions {
  return { patterns, path, ignoreCase, compiled: compilePatterns(patterns, { ignoreCase }) };
}

interface Needed {
  readonly path: string;
  readonly why: string;
}

/**
 * Which patterns leave `path` out, by itself or by a folder above it. What a later one takes back stays, but not below a folder that
 * nobody goes into.
 */
function blamed(
  { patterns, compiled, ignoreCase }: Exclusions,
  path: string,
  roots: ReadonlySet<string>,
): number[] {
  const left = [path, ...foldersAbove(path, roots)].find((one) => compiled.matches(fromText(one)));
  if (left === undefined) return [];
  const matches = (one: string) => compilePatterns([one], { ignoreCase }).matches(fromText(left));
  const takenBack = patterns.findLastIndex((one) => one.startsWith('!') && matches(one.slice(1)));
  return patterns.flatMap((one, i) => (i > takenBack && !one.startsWith('!') && matches(one) ? [i] : []));
}

/** Those that are gone into to come to it: below what is saved as a whole. */
function foldersAbove(path: string, roots: ReadonlySet<string>): string[] {
  const folders: string[] = [];
  for (let end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
    const folder = path.slice(0, end);
    if (folders.length > 0 || roots.has(folder)) folders.push(folder);
  }
  return folders.reverse();
}

function neededBy({ name, application, settings }: Target): Needed[] {
  const own = (settings.paths ?? []).map((path) => ({ path, why: `is one of the paths of \`${name}\`` }));
  const foreseen = foreseenOf({ application, settings })?.paths ?? [];
  return [...own, ...foreseen.map((path) => ({ path, why: `a backup of ${application} is none without` }))];
}
