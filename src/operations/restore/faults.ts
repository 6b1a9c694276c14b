import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';

/** Faults named in the message; the others are counted. */
const MAX_NAMED_FAULTS = 5;

/** The paths of more aren't kept: then all that was staged is in doubt. */
const MAX_KEPT_PATHS = 1000;

/** What was restored isn't what was saved. */
export class RestoreMismatch extends HoldfastError {
  /** What differs, as the listing or the staging folder names it; null if it is too much to say. */
  readonly paths: readonly ByteString[] | null;

  constructor(message: string, paths: readonly ByteString[] | null) {
    super('restore-mismatch', message);
    this.paths = paths;
  }
}

/** Faults of a restored tree, gathered so that one message can name several. */
export class Faults {
  readonly #named: string[] = [];
  readonly #paths: ByteString[] = [];
  #count = 0;

  add(path: ByteString, what: string): void {
    this.#count++;
    if (this.#paths.length < MAX_KEPT_PATHS) this.#paths.push(path);
    if (this.#named.length < MAX_NAMED_FAULTS) this.#named.push(`"${display(path)}": ${what}`);
  }

  /** @throws RestoreMismatch */
  throwIfAny(): void {
    if (this.#count === 0) return;
    const more = this.#count > this.#named.length ? `; and ${this.#count - this.#named.length} more` : '';
    throw new RestoreMismatch(
      `Cannot accept what was restored: it isn't what was saved. ${this.#named.join('; ')}${more}. Nothing was swapped in. Restore again; if it stays so, look at the host's disk and filesystem.`,
      this.#count === this.#paths.length ? this.#paths : null,
    );
  }
}
