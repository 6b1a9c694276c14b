import { type ByteString, display } from '../bytestring.ts';
import type { ListingProblem } from './listed-batch.ts';
import type { Lister } from './lister.ts';
import { tooLong } from './paths.ts';
import { saysVanished, type ToolMessage } from './tool-message.ts';

/** Lines kept of those that are no message about a path. */
const MAX_OTHER_LINES = 20;
/** Problems that wait for the entries among which they are told: a host could print them without end, and no entry. */
const MAX_WAITING = 100_000;
/** xargs: some command ended with 1 to 125. */
const XARGS_SOME_FAILED = 123;

/** Makes problems of what a listing's commands print on stderr. */
export class FindProblems {
  readonly #roots: ReadonlySet<ByteString>;
  readonly #lister: Pick<Lister, 'parseMessage'>;
  readonly #aboutRoots = new Map<ByteString, ToolMessage>();
  #problems: ListingProblem[] = [];
  #untold = 0;
  #count = 0;
  readonly #others: ByteString[] = [];

  constructor(roots: readonly ByteString[], lister: Pick<Lister, 'parseMessage'>) {
    this.#roots = new Set(roots);
    this.#lister = lister;
  }

  add(line: ByteString): void {
    const message = this.#lister.parseMessage(line);
    if (message === null) {
      if (this.#others.length < MAX_OTHER_LINES) this.#others.push(line);
      return;
    }
    this.#count++;
    if (this.#roots.has(message.path)) {
      this.#aboutRoots.set(message.path, message);
      return;
    }
    const kind = saysVanished(message) ? 'vanished' : 'unreadable';
    // Not every find walks step by step: some say for themselves that a name is too long.
    const reason = tooLong(message.path) ?? message.reason;
    if (this.#problems.length < MAX_WAITING)
      this.#problems.push({ kind, path: message.path, message: reason });
    else this.#untold++;
  }

  /** What find said about the root `path`. */
  aboutRoot(path: ByteString): ToolMessage | undefined {
    return this.#aboutRoots.get(path);
  }

  /** At the end of the list, when it is known which roots are in it: what was said about those. */
  tellOfListedRoots(isListed: (root: ByteString) => boolean): void {
    for (const message of this.#aboutRoots.values()) {
      const kind = saysVanished(message) ? 'vanished' : 'unreadable';
      if (isListed(message.path)) this.#problems.push({ kind, path: message.path, message: message.reason });
    }
  }

  /** The problems since the last call. */
  take(): ListingProblem[] {
    const problems = this.#problems;
    if (this.#untold > 0) {
      problems.push({ kind: 'unreadable', path: null, message: `and ${this.#untold} more messages` });
    }
    this.#problems = [];
    this.#untold = 0;
    return problems;
  }

  /**
   * Whether the exit status (find's, or that of the xargs behind it) is explained by what was printed. Lines that name
   * no path become problems by it: of a find that failed, something could not be listed; of one that didn't, a notice.
   */
  explains(status: number): boolean {
    const kind = status === 0 ? 'notice' : 'unreadable';
    for (const line of this.#others) this.#problems.push({ kind, path: null, message: line });
    return status === 0 || ((status === 1 || status === XARGS_SOME_FAILED) && this.#count > 0);
  }

  /** The lines that name no path, for the message of a failure. */
  otherLines(): Buffer {
    return Buffer.from(this.#others.map(display).join('\n'));
  }
}
