import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';

/** Faults named in the message; the others are counted. */
const MAX_NAMED_FAULTS = 5;

/** Faults of a restored tree, gathered so that one message can name several. */
export class Faults {
  readonly #named: string[] = [];
  #count = 0;

  add(path: ByteString, what: string): void {
    this.#count++;
    if (this.#named.length < MAX_NAMED_FAULTS) this.#named.push(`"${display(path)}": ${what}`);
  }

  /** @throws HoldfastError restore-mismatch. */
  throwIfAny(): void {
    if (this.#count === 0) return;
    const more = this.#count > this.#named.length ? `; and ${this.#count - this.#named.length} more` : '';
    throw new HoldfastError(
      'restore-mismatch',
      `Cannot accept what was restored: it isn't what was saved. ${this.#named.join('; ')}${more}. Nothing was swapped in. Restore again; if it stays so, look at the host's disk and filesystem.`,
    );
  }
}
