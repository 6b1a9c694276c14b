import type { ByteString } from '../../bytestring.ts';
import { ToolMessages } from '../tool-output.ts';

/** Before and after a statement that failed. */
const RULE = '--------------';
const ERROR = /^ERROR \d+ /;

/**
 * What the client says of errors. In batches it shows the whole statement that failed before the error: rows of a dump, which
 * belong in no log, and between which nobody finds the error. Of what follows the first such statement only errors are kept.
 */
export class ClientMessages extends ToolMessages {
  #hasShownStatement = false;

  override add(line: ByteString): void {
    this.#hasShownStatement ||= line.trimEnd() === RULE;
    if (this.#hasShownStatement && !ERROR.test(line)) return;
    super.add(line);
  }
}
