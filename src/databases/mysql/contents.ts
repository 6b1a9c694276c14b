import type { ByteString } from '../../bytestring.ts';

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
  /** Names of all that it makes, whatever that is: `table`, `sequence` and `view` are one namespace; the others by `madeKey`. */
  readonly made = new Set<string>();

  /** A statement but INSERT; of a long one its beginning. */
  takeStatement(text: ByteString): void {
    const table = CREATE_TABLE.exec(text)?.[1];
    if (table !== undefined) this.#takeTable(unquoted(table), text);
    const [, sequence, value] = SETVAL.exec(text) ?? [];
    if (sequence !== undefined && value !== undefined) this.sequences.set(unquoted(sequence), value);
    const kind = kindOf(text);
    if (kind !== null) this.objects[kind]++;
    const [, what, name] = NAMED.exec(withoutMarks(text)) ?? [];
    if (what !== undefined && name !== undefined) this.made.add(madeKey(what, plainName(name)));
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

/** Of an object in a database: tables, views and sequences have their names from one pool, each other kind from its own. */
export function madeKey(what: string, name: ByteString): string {
  return `${/^(table|view|sequence)$/i.test(what) ? 'table' : what.toLowerCase()} ${name}`;
}

/** As whoever made it wrote it: with or without quotes. */
function plainName(name: string): ByteString {
  return name.startsWith('`') ? unquoted(name) : (name as ByteString);
}

/** What a version may heed of a statement's beginning, in which an object's kind and name stand. */
function withoutMarks(text: ByteString): string {
  return text.slice(0, MAX_HEAD).replace(/\/\*M?!\d*|\*\//g, ' ');
}

/** How a statement begins that makes something: with a definer, each part in a comment that a version may heed. */
const DEFINER = '(?:DEFINER=(?:`(?:[^`]|``)*`@`(?:[^`]|``)*`|`(?:[^`]|``)*`|\\S+)\\s+)?';
const MADE = new RegExp(
  `^\\s*CREATE\\s+(?:OR REPLACE\\s+)?${DEFINER}(?:AGGREGATE\\s+)?(PROCEDURE|FUNCTION|PACKAGE|TRIGGER|EVENT)\\b`,
  's',
);
const NAMED = new RegExp(
  `^\\s*CREATE\\s+(?:OR REPLACE\\s+)?(?:ALGORITHM=\\w+\\s+)?${DEFINER}(?:SQL SECURITY \\w+\\s+)?(?:AGGREGATE\\s+)?` +
    `(TABLE|SEQUENCE|VIEW|PROCEDURE|FUNCTION|PACKAGE BODY|PACKAGE|TRIGGER|EVENT)\\s+(?:IF NOT EXISTS\\s+)?(${NAME.slice(1, -1)}|[\\w$\\x80-\\xff]+)`,
  's',
);
const VIEW = /^\/\*!50001 CREATE ALGORITHM=[A-Z]+ \*\//;

function kindOf(text: ByteString): ObjectKind | null {
  if (!/^(\/\*!\d+ )?CREATE/.test(text)) return null;
  if (VIEW.test(text)) return 'views';
  switch (MADE.exec(withoutMarks(text))?.[1]) {
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
