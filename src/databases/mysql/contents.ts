import type { ByteString } from '../../bytestring.ts';

/** A dump that isn't what the dump tool writes, or not all of it. Its message: ready to show, without a full stop. */
export class BrokenDump extends Error {
  override readonly name = 'BrokenDump';
}

/** What else than tables a dump makes, by kind. */
export type ObjectKind = 'views' | 'routines' | 'triggers' | 'events';

/** What a dump's own statements say that it holds. */
export class DumpContents {
  /** Tables that it makes. */
  readonly tables = new Set<ByteString>();
  /** Rows that it inserts, by table. */
  readonly rows = new Map<ByteString, number>();
  /** The next value of tables' counters, and of sequences. */
  readonly counters = new Map<ByteString, string>();
  readonly sequences = new Map<ByteString, string>();
  readonly objects: Record<ObjectKind, number> = { views: 0, routines: 0, triggers: 0, events: 0 };

  /** A statement but INSERT; of a long one its beginning. */
  takeStatement(text: ByteString): void {
    const table = CREATE_TABLE.exec(text)?.[1];
    if (table !== undefined) this.#takeTable(unquoted(table), text);
    const [, sequence, value] = SETVAL.exec(text) ?? [];
    if (sequence !== undefined && value !== undefined) this.sequences.set(unquoted(sequence), value);
    const kind = kindOf(text);
    if (kind !== null) this.objects[kind]++;
  }

  #takeTable(name: ByteString, text: ByteString): void {
    this.tables.add(name);
    // What stands in quotes has its line breaks escaped: this is where the columns end.
    const options = text.slice(text.lastIndexOf('\n) ')).split(" COMMENT='", 1)[0] ?? '';
    const counter = / AUTO_INCREMENT=(\d+)/.exec(options)?.[1];
    if (counter !== undefined) this.counters.set(name, counter);
  }
}

const NAME = '(`(?:[^`]|``)+`)';
const CREATE_TABLE = new RegExp(`^CREATE TABLE (?:/\\*!\\d+ )?(?:IF NOT EXISTS )?(?:\\*/ ?)?${NAME}`, 's');
const SETVAL = new RegExp(`^(?:DO|SELECT) SETVAL\\(${NAME}, (-?\\d+), 0\\)`, 's');
/** A row's beginnings follow. */
export const INSERT = new RegExp(`^(?:INSERT|REPLACE)(?: IGNORE)? INTO ${NAME}`, 's');

export function unquoted(name: string): ByteString {
  return name.slice(1, -1).replaceAll('``', '`') as ByteString;
}

/** How a statement begins that makes something: with a definer, each part in a comment that a version may heed. */
const DEFINER = '(?:DEFINER=(?:`(?:[^`]|``)*`@`(?:[^`]|``)*`|`(?:[^`]|``)*`|\\S+)\\s+)?';
const MADE = new RegExp(
  `^\\s*CREATE\\s+(?:OR REPLACE\\s+)?${DEFINER}(?:AGGREGATE\\s+)?(PROCEDURE|FUNCTION|PACKAGE|TRIGGER|EVENT)\\b`,
  's',
);
const VIEW = /^\/\*!50001 CREATE ALGORITHM=[A-Z]+ \*\//;

function kindOf(text: ByteString): ObjectKind | null {
  if (!/^(\/\*!\d+ )?CREATE/.test(text)) return null;
  if (VIEW.test(text)) return 'views';
  const plain = text.slice(0, MAX_HEAD).replace(/\/\*!\d+|\*\//g, ' ');
  switch (MADE.exec(plain)?.[1]) {
    case 'TRIGGER':
      return 'triggers';
    case 'EVENT':
      return 'events';
    case undefined:
      return null;
    default:
      return 'routines';
  }
}

/** Names have at most 64 characters each. */
const MAX_HEAD = 4096;
