import type { ByteString } from '../../bytestring.ts';
import { BrokenDump } from '../broken-dump.ts';
import type { DumpContents } from './contents.ts';
import { NAME, PlainReader, unquoted } from './plain-reader.ts';

/** Ends of what pg_dump and pg_dumpall write. */
export const DUMP_END = '-- PostgreSQL database dump complete';
export const CLUSTER_END = '-- PostgreSQL database cluster dump complete';

/**
 * Reads a plain dump along: which tables' data is in it and how many rows, what sequences are set to, and that its end is
 * there.
 */
export class PlainDump {
  readonly #contents: DumpContents;
  readonly #end: string;
  readonly #reader: PlainReader;
  #hasEnd = false;

  constructor(contents: DumpContents, end: string) {
    this.#contents = contents;
    this.#end = end;
    this.#reader = new PlainReader({
      statement: (text) => this.#takeStatement(text),
      comment: (line) => {
        this.#hasEnd ||= line === this.#end;
      },
      copy: () => {},
      data: () => {},
      dataEnd: (table, rows) => contents.rows.set(table, (contents.rows.get(table) ?? 0) + rows),
    });
  }

  /** @throws BrokenDump */
  push(bytes: Uint8Array): void {
    this.#reader.push(bytes);
  }

  /** @throws BrokenDump without the end marker, or in the middle of a statement or a table's data. */
  finish(): void {
    this.#reader.finish();
    if (!this.#hasEnd) throw new BrokenDump(`it lacks its end marker, "${this.#end}"`);
    this.#contents.setTables(this.#contents.rows.keys());
  }

  #takeStatement(statement: ByteString): void {
    if (!statement.startsWith('SELECT pg_catalog.setval(')) return;
    const text = SETVAL.exec(statement)?.[1]?.replaceAll("''", "'").replaceAll('\\\\', '\\');
    const names = QUALIFIED.exec(text ?? '');
    if (names === null) throw new BrokenDump('a sequence in it has no name');
    this.#contents.addSequence(unquoted(names[1] ?? ''), unquoted(names[2] ?? ''), statement);
  }
}

const QUALIFIED = new RegExp(`^(${NAME})\\.(${NAME})$`, 's');
const SETVAL = /^SELECT pg_catalog\.setval\((?: ?E)?'((?:[^']|'')+)', -?[0-9]+, (?:true|false)\)$/s;
