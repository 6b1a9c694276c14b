import { type ByteString, display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { isSuccess } from '../hosts/exit-status.ts';
import type { ExitStatus, Host } from '../hosts/host.ts';
import { CommandFailure } from '../hosts/output.ts';
import { quote, quoteAll } from '../hosts/quote.ts';
import { GNU_READER } from './file-reader.ts';
import { fillIn } from './fill-in.ts';
import { FindProblems } from './find-problems.ts';
import type { ListedBatch, ListingProblem, ListOptions } from './listed-batch.ts';
import type { Lister } from './lister.ts';
import { listerOf } from './listers.ts';
import type { ListedEntry } from './listing.ts';
import { ancestorsOf, isInside, MAX_PATH_BYTES, tooLong } from './paths.ts';
import { Selection } from './selection.ts';
import { isMissing, MISSING_SOURCE, planSources, sourceFault, sourcesMissing } from './sources.ts';
import { StreamingCommand } from './streaming-command.ts';
import { findTaggedFolders, folderTags } from './tagged-folders.ts';
import { saysVanished, type ToolMessage } from './tool-message.ts';

/** Bytes of tests for find on a command line: what is over it, the runner alone leaves out. */
const MAX_TESTS_BYTES = 32 * 1024;

/**
 * A test that is true of everything, for find to go into no folder whose path no call takes: nothing in it could be read. Whoever has a
 * folder could make so many in one another that the list would have terabytes.
 */
const UP_TO_LONGEST = `'(' ! -path ${quote(`${'?'.repeat(MAX_PATH_BYTES + 1)}*` as ByteString)} -o -prune ')' `;

/** `listTree` by the host's find, and what the reader of `options` has behind it. */
export async function* listWithFind(
  host: Host,
  roots: readonly ByteString[],
  options: ListOptions,
): AsyncGenerator<ListedBatch, void, undefined> {
  const { outer, nested } = planSources(roots);
  const sources = [...outer, ...nested];
  const tags = folderTags(options);
  const oneFileSystem = options.oneFileSystem ?? false;
  const tagged = await findTaggedFolders(host, oneFileSystem ? sources : outer, {
    tags,
    oneFileSystem,
    signal: options.signal,
  });
  const selection = new Selection(options, { sources, tagged });
  checkNested(outer, nested, selection);
  const listing = new Listing(host, { options, selection, nested });
  yield* listing.of(outer);
}

/** A source inside of a folder that is left out would be silently left out with it. */
function checkNested(
  outer: readonly ByteString[],
  nested: readonly ByteString[],
  selection: Selection,
): void {
  for (const source of nested) {
    const excluded = ancestorsOf(source).find(
      (folder) => outer.some((path) => isInside(folder, path)) && selection.excludesPath(folder),
    );
    if (excluded === undefined) continue;
    throw new HoldfastError(
      'bad-input',
      `Cannot list the source "${display(source)}": "${display(excluded)}" above it is left out of another source. ` +
        'Exclude less, or back up the two apart.',
    );
  }
}

class Listing {
  readonly #host: Host;
  readonly #options: ListOptions;
  readonly #lister: Lister;
  readonly #selection: Selection;
  /** Sources in others that were not listed yet. */
  readonly #nested: Set<ByteString>;
  /** Sources that aren't there. */
  readonly #missing: ByteString[] = [];

  constructor(
    host: Host,
    {
      options,
      selection,
      nested,
    }: { options: ListOptions; selection: Selection; nested: readonly ByteString[] },
  ) {
    this.#host = host;
    this.#options = options;
    this.#lister = listerOf(options.reader ?? GNU_READER);
    this.#selection = selection;
    this.#nested = new Set(nested);
  }

  async *of(outer: readonly ByteString[]): AsyncGenerator<ListedBatch, void, undefined> {
    if (this.#options.oneFileSystem !== true || this.#nested.size === 0) {
      yield* this.#find(outer);
    } else {
      for (const root of outer) yield* this.#acrossMounts(root);
      this.#missing.push(...this.#nested);
    }
    if (outer.every((root) => this.#missing.includes(root))) throw sourcesMissing(this.#missing);
    this.#checkEmptied(outer);
    const kind = 'missing' as const;
    yield {
      entries: [],
      problems: this.#missing.map((path) => ({ kind, path, message: MISSING_SOURCE })),
    };
  }

  /** A backup of nothing that is called complete is found out when it is too late. */
  #checkEmptied(outer: readonly ByteString[]): void {
    const emptied = outer.filter((root) => this.#selection.hasEmptied(root));
    const [first] = emptied;
    if (first === undefined) return;
    if (!outer.every((root) => this.#selection.hasEmptied(root) || this.#missing.includes(root))) return;
    throw new HoldfastError(
      'bad-input',
      `Cannot back up "${display(first)}"${emptied.length > 1 ? ` and ${emptied.length - 1} more` : ''}: the patterns to exclude ` +
        'leave out all that is in it, expected one path with something to save. Exclude less: a pattern without a slash at ' +
        'its beginning matches in any folder, also above the path.',
    );
  }

  /**
   * Lists `root` alone, which is in one filesystem, and at each mount point in it the sources that lie there: so their
   * entries come where they belong in the tree.
   *
   * @param isListed Whether `root` itself was listed already, as a mount point.
   */
  async *#acrossMounts(root: ByteString, isListed = false): AsyncGenerator<ListedBatch, void, undefined> {
    this.#nested.delete(root);
    let device: bigint | null = null;
    for await (const { entries, problems } of this.#find([root])) {
      let start = 0;
      for (const [i, entry] of entries.entries()) {
        if (device === null) {
          device = entry.device;
          if (isListed) start = 1;
        }
        if (entry.device === device) {
          this.#nested.delete(entry.path);
          continue;
        }
        const mounted = this.#nestedAt(entry.path);
        if (mounted.length === 0) continue;
        yield { entries: entries.slice(start, i + 1), problems: [] };
        start = i + 1;
        for (const source of mounted) yield* this.#acrossMounts(source, source === entry.path);
      }
      yield { entries: entries.slice(start), problems };
    }
  }

  /** The outermost of the sources not listed yet that are at `path` or below it. */
  #nestedAt(path: ByteString): readonly ByteString[] {
    const below = [...this.#nested].filter((source) => source === path || isInside(source, path));
    return below.length === 0 ? [] : planSources(below).outer;
  }

  async *#find(roots: readonly ByteString[]): AsyncGenerator<ListedBatch, void, undefined> {
    const unseen = new Set(roots);
    const problems = new FindProblems(roots, this.#lister);
    const records = this.#lister.parser();
    const command = await StreamingCommand.start(this.#host, this.#script(roots), {
      onErrorLine: (line) => problems.add(line),
      signal: this.#options.signal,
    });
    try {
      for await (const chunk of command.output()) {
        const listed = records.push(chunk);
        for (const entry of listed) {
          if (unseen.size === 0) break;
          unseen.delete(entry.path);
        }
        yield await this.#batch(listed, problems);
      }
      const exit = await command.finish();
      if (!records.ended && !isSuccess(exit)) throw this.#failure(exit, problems);
      const status = records.finish();
      for (const root of unseen) this.#noteUnlisted(root, problems.aboutRoot(root));
      problems.tellOfListedRoots((root) => !unseen.has(root));
      if (!problems.explains(status)) throw this.#failure(exit, problems);
      yield { entries: [], problems: problems.take() };
    } finally {
      await command.end();
    }
  }

  #noteUnlisted(root: ByteString, failure: ToolMessage | undefined): void {
    if (!isMissing(failure)) throw sourceFault(root, failure);
    this.#missing.push(root);
  }

  async #batch(listed: readonly ListedEntry[], problems: FindProblems): Promise<ListedBatch> {
    const found: ListingProblem[] = problems.take();
    const kept = listed.filter((entry) => {
      if (!this.#selection.keeps(entry)) return false;
      const message = tooLong(entry.path);
      if (message !== null) found.push({ kind: 'unreadable', path: entry.path, message });
      return message === null;
    });
    const reader = this.#options.reader ?? GNU_READER;
    const { entries, failed } = await fillIn(this.#host, kept, { reader, signal: this.#options.signal });
    for (const message of failed.values()) {
      const kind = saysVanished(message) ? 'vanished' : 'unreadable';
      found.push({ kind, path: message.path, message: message.reason });
    }
    return { entries, problems: found };
  }

  #failure(exit: ExitStatus, problems: FindProblems): CommandFailure {
    return new CommandFailure('list the files', this.#host, { exit, stderr: problems.otherLines() });
  }

  #script(roots: readonly ByteString[]): string {
    const xdev = this.#options.oneFileSystem === true ? '-xdev ' : '';
    return this.#lister.walkScript(`${quoteAll(roots)} ${xdev}${this.#prune()}${UP_TO_LONGEST}`);
  }

  /** What find can leave out by itself, exactly as the runner would, spares walking through it. */
  #prune(): string {
    const tests: string[] = [];
    let bytes = 0;
    for (const { test, pattern } of this.#selection.findTests()) {
      const word = `${test} ${quote(pattern)}`;
      bytes += word.length;
      if (bytes > MAX_TESTS_BYTES) break;
      tests.push(word);
    }
    return tests.length === 0 ? '' : `'(' ${tests.join(' -o ')} ')' -prune -o `;
  }
}
