import type { ByteString } from '../../bytestring.ts';
import { BrokenDump } from '../broken-dump.ts';
import { inertLine, isClear } from './inert.ts';
import { PlainReader } from './plain-reader.ts';

/** pg_dump's own have a few thousand; what rows hold is in COPY's data, which isn't kept. */
const MAX_STATEMENT_BYTES = 32 * 1024 * 1024;

const BACKSLASH = 0x5c;
/** What follows a backslash in the data that COPY writes: \b \f \n \r \t \v \N, \\, and \. at its end. */
const ESCAPES = new Set(Buffer.from('bfnrtvN\\.', 'latin1'));

export interface ScriptOptions {
  /** For psql's `\restrict`, of letters and digits, which nobody else knows. Null: this psql doesn't know that. */
  readonly restrictKey: string | null;
  /** Statements that the server doesn't know, as they stand in the dump. */
  readonly leftOut?: readonly string[];
}

/**
 * The text of a plain dump as input for psql that makes it run statements and take rows, and nothing else: a dump is a
 * program for the server that it goes to, but psql knows commands that run programs where psql is (`\!`, `\o |…`, backquotes).
 *
 * Commands in the text are refused. Statements go by psql unseen (`inertLine`), so that our reading of the text can't differ
 * from its own. Data psql must be given as it is, after a COPY that it has understood; a server that does as if there had been
 * none would make it read the data as commands: those it is kept from, where it can be.
 *
 * @throws BrokenDump for what pg_dump doesn't write.
 */
export async function* guardedScript(
  content: AsyncIterable<Uint8Array>,
  { restrictKey, leftOut = [] }: ScriptOptions,
): AsyncGenerator<Uint8Array> {
  const lines: Uint8Array[] = [];
  let isRestricted = false;
  const escapes = new EscapeCheck();
  const takeCopy = (text: ByteString) => {
    isRestricted = restrictKey !== null && isClear(text);
    if (isRestricted) lines.push(Buffer.from(`\\restrict ${restrictKey}\n${text};\n`, 'latin1'));
    else lines.push(...inertLine(text));
  };
  const reader = new PlainReader(
    {
      statement: (text) => {
        if (!leftOut.includes(text)) lines.push(...inertLine(text));
      },
      comment: () => {},
      copy: takeCopy,
      data: (bytes) => {
        escapes.push(bytes);
        lines.push(bytes);
      },
      dataEnd: () => {
        if (isRestricted) lines.push(Buffer.from(`\\unrestrict ${restrictKey}\n`));
      },
    },
    { wholeUpToBytes: MAX_STATEMENT_BYTES },
  );
  for await (const chunk of content) {
    reader.push(chunk);
    if (lines.length > 0) yield lines.length === 1 ? (lines[0] as Uint8Array) : Buffer.concat(lines);
    lines.length = 0;
  }
  reader.finish();
}

/**
 * Data has no other backslashes than COPY writes. `\unrestrict` isn't among them, which a psql that is kept from all else would
 * heed, and with it, before August 2026, what stands in backquotes behind it (CVE-2026-18408).
 */
class EscapeCheck {
  #isEscaped = false;

  push(bytes: Uint8Array): void {
    if (bytes.includes(0)) throw new BrokenDump('it holds a NUL byte');
    let at = 0;
    while (at < bytes.length) {
      if (!this.#isEscaped) {
        at = bytes.indexOf(BACKSLASH, at) + 1;
        if (at === 0) return;
        this.#isEscaped = true;
      } else {
        const byte = bytes[at++] as number;
        if (!ESCAPES.has(byte))
          throw new BrokenDump('in its data there is a backslash that COPY never writes');
        this.#isEscaped = false;
      }
    }
  }
}
