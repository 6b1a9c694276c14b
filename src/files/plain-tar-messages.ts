import type { ByteString } from '../bytestring.ts';
import type { TarMessages, TarProblem } from './tar-messages.ts';
import { saysVanished } from './tool-message.ts';

/** Bytes of messages kept: those of some thousand entries with long names. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;
const MAX_OTHER_LINES = 20;
/** Highest status that a tar or an xargs ends with by itself: above it begin those of a shell. */
const MAX_OWN_STATUS = 124;

/**
 * Messages with names as they are (`tar: ./a: No such file or directory`, `tar: can't open './a': Permission denied`):
 * a name with a newline can pretend to be a message about another entry. So they are believed only about entries that
 * did not come, and which entries those are, the archive says.
 */
export class PlainTarMessages implements TarMessages {
  #text = '\n';
  /** A failure was explained by what was printed. */
  #isExplained = false;

  add(line: ByteString): void {
    if (this.#text.length < MAX_TEXT_BYTES) this.#text += `${line}\n`;
  }

  about(path: ByteString, isSent: boolean): TarProblem | undefined {
    if (isSent) return undefined;
    for (const named of [` .${path}: `, `'.${path}': `, `\`.${path}': `]) {
      const at = this.#text.indexOf(named);
      if (at === -1) continue;
      const start = at + named.length;
      const reason = this.#text.slice(start, this.#text.indexOf('\n', start)) as ByteString;
      return { kind: saysVanished({ reason }) ? 'vanished' : 'unreadable', message: reason };
    }
    return undefined;
  }

  explains(status: number, isAllSent: boolean): boolean {
    if (status === 0) return true;
    if (status > MAX_OWN_STATUS || isAllSent) return false;
    this.#isExplained = true;
    return true;
  }

  /** After an explained failure there are none: which lines explain it can't be told. */
  takeOthers(): ByteString[] {
    if (this.#isExplained) return [];
    const lines = this.#text.split('\n').filter((line) => line !== '') as ByteString[];
    this.#text = '\n';
    return lines.slice(0, MAX_OTHER_LINES);
  }
}
