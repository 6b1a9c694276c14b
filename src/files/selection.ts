import { type ByteString, fromText } from '../bytestring.ts';
import type { ListedEntry } from './listing.ts';
import { compilePatterns, type PathPattern, type PathPatterns } from './path-patterns.ts';
import { baseName, parentPath } from './paths.ts';
import type { TaggedFolders } from './tagged-folders.ts';

/** What to leave out of a listing, in restic's words. */
export interface ExcludeOptions {
  readonly excludes?: readonly string[] | undefined;
  readonly iexcludes?: readonly string[] | undefined;
  /** Leave out files (and all else but folders) larger than this. */
  readonly excludeLargerThanBytes?: bigint | null | undefined;
}

/**
 * Decides which entries of a listing are kept. Sources themselves always are: who names a path wants it. Entries
 * must come parents first with subtrees contiguous, as find gives them: what is below an entry that was left out is
 * left out too.
 */
export class Selection {
  readonly #excludes: PathPatterns;
  readonly #iexcludes: PathPatterns;
  readonly #largestBytes: bigint | null;
  readonly #tagged: readonly TaggedFolders[];
  readonly #sources: ReadonlySet<ByteString>;
  /** `/a/b/` while the entries below `/a/b`, which was left out, come. */
  #skipping: string | null = null;
  /** Sources of which patterns leave nothing but the folder itself. */
  readonly #emptied = new Set<ByteString>();

  /** @throws HoldfastError bad-input at a pattern with a syntax error. */
  constructor(
    options: ExcludeOptions,
    found: { readonly sources: readonly ByteString[]; readonly tagged: readonly TaggedFolders[] },
  ) {
    this.#excludes = compilePatterns(options.excludes ?? []);
    this.#iexcludes = compilePatterns(options.iexcludes ?? [], { ignoreCase: true });
    this.#largestBytes = options.excludeLargerThanBytes ?? null;
    this.#tagged = found.tagged;
    this.#sources = new Set(found.sources);
  }

  keeps(entry: ListedEntry): boolean {
    if (this.#skipping !== null) {
      if (entry.path.startsWith(this.#skipping)) return false;
      this.#skipping = null;
    }
    if (!this.excludesPath(entry.path) && !this.#isTooLarge(entry)) return true;
    if (this.#sources.has(entry.path)) {
      if (entry.type === 'dir' && !this.#takesBack()) this.#emptied.add(entry.path);
      return true;
    }
    if (entry.type === 'dir') this.#skipping = `${entry.path}/`;
    return false;
  }

  /** Whether `path` is left out by its name, or by a tag that lies beside it. */
  excludesPath(path: ByteString): boolean {
    if (this.#excludes.matches(path) || this.#iexcludes.matches(path)) return true;
    if (this.#tagged.length === 0) return false;
    const folder = parentPath(path);
    return this.#tagged.some(({ tag, folders }) => folders.has(folder) && baseName(path) !== tag);
  }

  /** Whether `source`, which `keeps` was asked about, is a folder all of whose contents a pattern leaves out. */
  hasEmptied(source: ByteString): boolean {
    return this.#emptied.has(source);
  }

  /** A pattern with `!` may keep something below a folder that another one leaves out. */
  #takesBack(): boolean {
    return [this.#excludes, this.#iexcludes].some(({ patterns }) => patterns.some((one) => one.isNegated));
  }

  #isTooLarge(entry: ListedEntry): boolean {
    return this.#largestBytes !== null && entry.type !== 'dir' && entry.sizeBytes > this.#largestBytes;
  }

  /** Tests of find that are true only for entries that `keeps` says no to, other than by what is above them. */
  findTests(): FindTest[] {
    const { patterns } = this.#excludes;
    // Whether a pattern counts depends on those behind it that take it back.
    const lastNegated = patterns.findLastIndex(({ isNegated }) => isNegated);
    const tests = patterns.slice(lastNegated + 1).flatMap((pattern) => findTestOf(pattern) ?? []);
    return tests.filter((test) => ![...this.#sources].some((source) => mayBeTrue(test, source)));
  }
}

/** `-name` or `-path` with its pattern. */
export interface FindTest {
  readonly test: '-name' | '-path';
  readonly pattern: ByteString;
}

/**
 * The test of find that is true for exactly the entries at which `pattern` begins to match, or null. Only literal
 * names map so, and stars in a single relative one: find's own `*` matches slashes, and its `?` and brackets bytes.
 */
export function findTestOf({ isAbsolute, isNegated, components }: PathPattern): FindTest | null {
  const joined = components.join('/');
  if (isNegated || components.length === 0 || /[\\?[\]]/.test(joined)) return null;
  const text = fromText(joined);
  if (components.length === 1 && !isAbsolute && joined !== '**') return { test: '-name', pattern: text };
  if (joined.includes('*')) return null;
  return { test: '-path', pattern: (isAbsolute ? `/${text}` : `*/${text}`) as ByteString };
}

/** Whether `test` might prune at the source `path`: a pattern that could is left to the runner. */
function mayBeTrue({ test, pattern }: FindTest, path: ByteString): boolean {
  if (test === '-path') return pattern.startsWith('*') ? path.endsWith(pattern.slice(1)) : pattern === path;
  return pattern.includes('*') || baseName(path) === pattern;
}
