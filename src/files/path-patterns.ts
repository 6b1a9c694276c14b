import { type ByteString, fromText } from '../bytestring.ts';
import { type ComponentPattern, compileComponent } from './pattern.ts';
import { toLowerBytes } from './rune.ts';

/** One pattern of a list, taken apart. */
export interface PathPattern {
  /** With `!` and uncleaned, as the user wrote it. */
  readonly original: string;
  /** `!PATTERN`: takes back what an earlier one of the list matched. */
  readonly isNegated: boolean;
  /** Begins with `/`: matches from the root; else below any folder. */
  readonly isAbsolute: boolean;
  /** As written (cleaned), without the root. */
  readonly components: readonly string[];
  /** `**`: any number of components, none too. */
  readonly parts: readonly (ComponentPattern | '**')[];
  readonly hasDoubleStar: boolean;
}

/**
 * A list of patterns with restic's meaning (restic's documentation, "Excluding Files"): a path matches if a pattern
 * matches its beginning, component by component, so that what is in a matched folder matches too.
 */
export interface PathPatterns {
  readonly patterns: readonly PathPattern[];
  /** Whether the last pattern that says something about `path` (absolute, clean) matches it. */
  matches(path: ByteString): boolean;
  /** Whether something below the folder `path` may match: for includes. */
  mayMatchBelow(path: ByteString): boolean;
}

/**
 * @param options.ignoreCase As restic's `--iexclude`: both sides in lower case.
 * @throws HoldfastError bad-input at a pattern with a syntax error.
 */
export function compilePatterns(
  patterns: readonly string[],
  options: { readonly ignoreCase?: boolean | undefined } = {},
): PathPatterns {
  const ignoreCase = options.ignoreCase === true;
  const compiled = patterns
    .filter((pattern) => pattern !== '')
    .map((pattern) => compilePattern(pattern, ignoreCase));
  return new PatternList(compiled, ignoreCase ? toLowerBytes : (name) => name);
}

class PatternList implements PathPatterns {
  readonly patterns: readonly PathPattern[];
  readonly #fold: (name: ByteString) => ByteString;
  /** The folder of the last path asked for, with a slash behind it, and what is known of it: most paths come by it. */
  #folder = '';
  #components: readonly ByteString[] = [];
  #folderMatches: readonly boolean[] = [];

  constructor(patterns: readonly PathPattern[], fold: (name: ByteString) => ByteString) {
    this.patterns = patterns;
    this.#fold = fold;
  }

  matches(path: ByteString): boolean {
    if (this.patterns.length === 0) return false;
    const nameAt = path.lastIndexOf('/') + 1;
    if (nameAt !== this.#folder.length || !path.startsWith(this.#folder)) this.#enter(path.slice(0, nameAt));
    const name = path === '/' ? null : this.#fold(path.slice(nameAt) as ByteString);
    let matched = false;
    for (const [i, pattern] of this.patterns.entries()) {
      // One that would change nothing isn't looked at.
      if (matched !== pattern.isNegated) continue;
      const isMatch =
        this.#folderMatches[i] === true || (name !== null && matchesAtEnd(pattern, this.#components, name));
      if (isMatch) matched = !pattern.isNegated;
    }
    return matched;
  }

  mayMatchBelow(path: ByteString): boolean {
    const components = componentsOf(this.#fold(path));
    let mayMatch = false;
    for (const pattern of this.patterns) {
      if (pattern.isNegated) mayMatch &&= !matchesPattern(pattern, components);
      else mayMatch ||= mayMatchDeeper(pattern, components);
    }
    return mayMatch;
  }

  #enter(folder: string): void {
    this.#folder = folder;
    this.#components = componentsOf(this.#fold((folder.slice(0, -1) || '/') as ByteString));
    this.#folderMatches = this.patterns.map((pattern) => matchesPattern(pattern, this.#components));
  }
}

function compilePattern(original: string, ignoreCase: boolean): PathPattern {
  const folded = ignoreCase
    ? Buffer.from(toLowerBytes(fromText(original)), 'latin1').toString('utf8')
    : original;
  const isNegated = folded.startsWith('!');
  const { isAbsolute, components } = cleaned(isNegated ? folded.slice(1) : folded);
  const parts = withoutIdleStars(components, isAbsolute).map((component) =>
    component === '**' ? component : compileComponent(component),
  );
  return { original, isNegated, isAbsolute, components, parts, hasDoubleStar: parts.includes('**') };
}

/**
 * `components` without double stars that say nothing: at the beginning, since a relative pattern matches below any
 * folder, and at the end, since a pattern matches all that is below what it matches.
 */
function withoutIdleStars(components: readonly string[], isAbsolute: boolean): readonly string[] {
  const first = isAbsolute ? 0 : components.findIndex((component) => component !== '**');
  const last = components.findLastIndex((component) => component !== '**');
  if (last === -1) return isAbsolute ? [] : components.slice(0, 1);
  return components.slice(first, last + 1);
}

/** As Go's `filepath.Clean`: no empty components, no `.`, `..` taken back where it can be. */
function cleaned(pattern: string): { isAbsolute: boolean; components: string[] } {
  const isAbsolute = pattern.startsWith('/');
  const components: string[] = [];
  for (const component of pattern.split('/')) {
    if (component === '' || component === '.') continue;
    if (component !== '..') components.push(component);
    else if (components.length > 0 && components.at(-1) !== '..') components.pop();
    else if (!isAbsolute) components.push('..');
  }
  return { isAbsolute, components: components.length === 0 && !isAbsolute ? ['.'] : components };
}

function componentsOf(path: ByteString): ByteString[] {
  return path === '/' ? [] : (path.slice(1).split('/') as ByteString[]);
}

/** Whether `pattern` matches the beginning of `path`, or, if it is relative, some run of its components. */
function matchesPattern({ isAbsolute, parts }: PathPattern, path: readonly ByteString[]): boolean {
  return (isAbsolute || path.length > 0) && matchesFrom(parts, path, !isAbsolute);
}

/** Whether `pattern` matches at the end of the path of `name` in `folder`. It may say so if it matches `folder` alone. */
function matchesAtEnd(pattern: PathPattern, folder: readonly ByteString[], name: ByteString): boolean {
  const { parts } = pattern;
  const last = parts.at(-1);
  if (last !== undefined && last !== '**' && !last.matches(name)) return false;
  if (pattern.hasDoubleStar) return matchesPattern(pattern, [...folder, name]);
  const start = folder.length + 1 - parts.length;
  if (start < 0 || parts.length === 0 || (pattern.isAbsolute && start > 0)) return false;
  for (let i = parts.length - 2; i >= 0; i--) {
    if (!(parts[i] as ComponentPattern).matches(folder[start + i] as ByteString)) return false;
  }
  return true;
}

/**
 * Whether `parts` match components of `path` from `at` on, at its beginning or, if it `floats`, anywhere. Where a run of parts between
 * two `**` fits first is as good as any later place for what comes after it, so nothing is tried twice: a pattern comes
 * from a pull request, and must not cost more than its length times the path's.
 */
function matchesFrom(parts: PathPattern['parts'], path: readonly ByteString[], floats: boolean): boolean {
  let mayMove = floats;
  let at = 0;
  for (let part = 0; part < parts.length; ) {
    if (parts[part] === '**') {
      mayMove = true;
      part++;
      continue;
    }
    const end = endOfRun(parts, part);
    while (!fits(parts, part, end, path, at)) if (!mayMove || ++at > path.length - (end - part)) return false;
    at += end - part;
    part = end;
    mayMove = false;
  }
  return true;
}

/** Where the parts from `part` on come to a `**`, or to their end. */
function endOfRun(parts: PathPattern['parts'], part: number): number {
  const end = parts.indexOf('**', part);
  return end === -1 ? parts.length : end;
}

function fits(
  parts: PathPattern['parts'],
  part: number,
  end: number,
  path: readonly ByteString[],
  at: number,
): boolean {
  if (at + end - part > path.length) return false;
  for (let i = part; i < end; i++) {
    if (!(parts[i] as ComponentPattern).matches(path[at + i - part] as ByteString)) return false;
  }
  return true;
}

/** Whether `pattern` may match something below the folder `path`. */
function mayMatchDeeper({ isAbsolute, parts }: PathPattern, path: readonly ByteString[]): boolean {
  if (!isAbsolute) return true;
  const fixed = parts.indexOf('**');
  const length = Math.min(path.length, fixed === -1 ? parts.length : fixed);
  return matchesFrom(parts.slice(0, length), path, false);
}
