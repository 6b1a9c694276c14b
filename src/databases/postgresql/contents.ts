import type { ByteString } from '../../bytestring.ts';
import { BrokenDump } from '../broken-dump.ts';
import { qualifiedName } from './sql.ts';

/** What a dump's own bytes say that it holds. */
export class DumpContents {
  /** By qualified name, ready to show: rows of each table whose data is in the dump. */
  readonly rows = new Map<string, number>();
  /** By qualified name: `42 true`, the value that a sequence is set to and whether it was given out. */
  readonly sequences = new Map<string, string>();
  /** Whether the tables are known, if not yet their rows. */
  #knowTables = Promise.withResolvers<ReadonlySet<string>>();

  constructor() {
    this.#knowTables.promise.catch(() => {});
  }

  /** The tables whose data is in the dump, once that is known: of an archive as soon as its contents are read. */
  get tables(): Promise<ReadonlySet<string>> {
    return this.#knowTables.promise;
  }

  setTables(names: Iterable<string>): void {
    this.#knowTables.resolve(new Set(names));
  }

  addSequence(schema: ByteString, name: ByteString, statement: ByteString): void {
    const match = /setval\(.*, (-?[0-9]+), (true|false)\);?\s*$/s.exec(statement);
    if (match === null) throw new BrokenDump(`the value of ${qualifiedName(schema, name)} can't be read`);
    this.sequences.set(qualifiedName(schema, name), `${match[1]} ${match[2]}`);
  }
}

/** What ends a table's data, and what pg_dump puts after it. */
const END_OF_DATA = Buffer.from('\\.\n\n\n', 'latin1');
const NEWLINE = 10;

/** Counts the rows in a table's data as an archive has it: one a line, with a marker at the end. */
export class RowCounter {
  #newlines = 0;
  #tail: Buffer = Buffer.alloc(0);

  add(bytes: Uint8Array): void {
    for (let i = bytes.indexOf(NEWLINE); i >= 0; i = bytes.indexOf(NEWLINE, i + 1)) this.#newlines++;
    this.#tail =
      bytes.length >= END_OF_DATA.length
        ? Buffer.from(bytes.subarray(-END_OF_DATA.length))
        : Buffer.concat([this.#tail, bytes]).subarray(-END_OF_DATA.length);
  }

  /** @throws BrokenDump without the marker. */
  finish(table: string): number {
    if (!this.#tail.equals(END_OF_DATA)) throw new BrokenDump(`the data of ${table} has no end marker`);
    return this.#newlines - 3;
  }
}
