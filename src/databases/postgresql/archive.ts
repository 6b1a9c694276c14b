import type { ByteString } from '../../bytestring.ts';
import { fromBytes } from '../../bytestring.ts';
import { BrokenDump } from '../broken-dump.ts';
import type { Walker } from '../walk.ts';
import { type DumpContents, RowCounter } from './contents.ts';
import { qualifiedName } from './sql.ts';

/**
 * pg_dump's archives: a table of contents, then in the custom format a block of data for each entry that has some.
 * Source: src/bin/pg_dump/pg_backup_archiver.c (ReadHead, ReadToc) and pg_backup_custom.c (_PrintTocData,
 * _readBlockHeader) of PostgreSQL 10 to 18, archive versions 1.13 to 1.16.
 */

const MAGIC = 'PGDMP';
const MAJOR = 1;
const OLDEST_MINOR = 12;
const NEWEST_MINOR = 16;
const CUSTOM_FORMAT = 1;
const TAR_FORMAT = 3;
/** A definition: PostgreSQL allows no text over 1 GB, and nobody writes one of this size. */
const MAX_STRING_BYTES = 256 * 1024 * 1024;
const MAX_ENTRIES = 50_000_000;

const DATA_BLOCK = 1;
const LARGE_OBJECTS_BLOCK = 3;

/** An entry of the table of contents that data belongs to. */
export interface DataEntry {
  readonly id: number;
  /** `TABLE DATA`, `BLOBS` … */
  readonly kind: string;
  /** Of a table: its qualified name, ready to show; else its own name. */
  readonly name: string;
  /** In the tar format: the member that holds the data. */
  readonly member: string;
}

interface Shape {
  readonly minor: number;
  readonly intBytes: number;
  readonly offsetBytes: number;
  readonly format: number;
}

/** Walks a whole archive of the custom format, and says what is in it. It never ends by itself: see `atBlockEnd`. */
export class CustomArchive {
  readonly #contents: DumpContents;
  readonly #missing = new Map<number, DataEntry>();
  #isBetweenBlocks = false;

  constructor(contents: DumpContents) {
    this.#contents = contents;
  }

  *walk(): Walker<never> {
    const { shape, entries } = yield* tableOfContents(this.#contents, CUSTOM_FORMAT);
    for (const entry of entries) this.#missing.set(entry.id, entry);
    for (;;) {
      this.#isBetweenBlocks = true;
      const [type] = yield { take: 1 };
      this.#isBetweenBlocks = false;
      const entry = this.#begin(yield* int(shape));
      if (type === LARGE_OBJECTS_BLOCK) yield* largeObjects(shape);
      else if (type === DATA_BLOCK) yield* this.#tableData(shape, entry);
      else throw new BrokenDump(`a block of type ${type}, expected 1 or 3`);
    }
  }

  /** @throws BrokenDump unless the archive may end here, with all the data that its table of contents promises. */
  finish(): void {
    if (!this.#isBetweenBlocks) throw new BrokenDump('it ends in the middle of its data');
    const [first] = this.#missing.values();
    if (first !== undefined) throw new BrokenDump(`it lacks the data of ${first.name}`);
  }

  #begin(id: number): DataEntry {
    const entry = this.#missing.get(id);
    if (entry === undefined) throw new BrokenDump(`data of no entry of its table of contents (${id})`);
    this.#missing.delete(id);
    return entry;
  }

  *#tableData(shape: Shape, entry: DataEntry): Walker<void> {
    const rows = new RowCounter();
    yield* chunks(shape, (bytes) => rows.add(bytes));
    if (entry.kind === 'TABLE DATA') this.#contents.rows.set(entry.name, rows.finish(entry.name));
  }
}

function* largeObjects(shape: Shape): Walker<void> {
  while ((yield* int(shape)) !== 0) yield* chunks(shape, () => {});
}

function* chunks(shape: Shape, onBytes: (bytes: Uint8Array) => void): Walker<void> {
  for (;;) {
    const length = yield* int(shape);
    if (length === 0) return;
    if (length < 0) throw new BrokenDump(`a chunk of ${length} bytes`);
    yield { pass: length, onBytes };
  }
}

/** Walks `toc.dat` of the tar format. */
export function* tarContents(contents: DumpContents): Walker<DataEntry[]> {
  return (yield* tableOfContents(contents, TAR_FORMAT)).entries;
}

function* tableOfContents(
  contents: DumpContents,
  format: number,
): Walker<{ shape: Shape; entries: DataEntry[] }> {
  const shape = yield* head(format);
  const count = yield* int(shape);
  if (count < 0 || count > MAX_ENTRIES) throw new BrokenDump(`a table of contents of ${count} entries`);
  const entries: DataEntry[] = [];
  for (let i = 0; i < count; i++) {
    const entry = yield* tocEntry(shape, contents);
    if (entry !== null) entries.push(entry);
  }
  contents.setTables(entries.filter(({ kind }) => kind === 'TABLE DATA').map(({ name }) => name));
  return { shape, entries };
}

function* head(format: number): Walker<Shape> {
  const magic = fromBytes(yield { take: MAGIC.length });
  if (magic !== MAGIC) throw new BrokenDump(`it begins with ${JSON.stringify(magic)}, expected "${MAGIC}"`);
  const [major, minor = 0, , intBytes = 0, offsetBytes = 0, actual] = yield { take: 6 };
  if (major !== MAJOR || minor < OLDEST_MINOR || minor > NEWEST_MINOR) {
    throw new BrokenDump(
      `it is an archive of version ${major}.${minor}, which this program can't judge (1.12 to 1.16): use format=plain`,
    );
  }
  if (actual !== format) throw new BrokenDump(`it is an archive of format ${actual}, expected ${format}`);
  const shape = { minor, intBytes, offsetBytes, format };
  if (minor >= 15) yield { take: 1 };
  else yield* int(shape);
  for (let i = 0; i < 7; i++) yield* int(shape); // when it was made
  for (let i = 0; i < 3; i++) yield* text(shape); // the database, the server's version, pg_dump's version
  return shape;
}

/** Null for an entry without data. */
function* tocEntry(shape: Shape, contents: DumpContents): Walker<DataEntry | null> {
  const id = yield* int(shape);
  const hasData = (yield* int(shape)) !== 0;
  yield* text(shape);
  yield* text(shape);
  const tag = yield* text(shape);
  const kind = yield* text(shape);
  yield* int(shape); // section
  const definition = yield* text(shape);
  yield* text(shape); // how to drop it
  yield* text(shape); // how to copy it
  const schema = yield* text(shape);
  yield* text(shape); // tablespace
  if (shape.minor >= 14) yield* text(shape); // access method
  if (shape.minor >= 16) yield* int(shape); // kind of relation
  yield* text(shape); // owner
  yield* text(shape); // with OIDs
  while ((yield* text(shape)) !== null); // dependencies
  const member = yield* extra(shape);
  if (kind === 'SEQUENCE SET') {
    contents.addSequence(schema ?? EMPTY, tag ?? EMPTY, definition ?? EMPTY);
  }
  if (!hasData) return null;
  const name = kind === 'TABLE DATA' ? qualifiedName(schema ?? EMPTY, tag ?? EMPTY) : String(kind);
  return { id, kind: kind ?? EMPTY, name, member };
}

const EMPTY = '' as ByteString;

/** Where the data is: an offset that a pipe doesn't know, or a member's name. */
function* extra(shape: Shape): Walker<string> {
  if (shape.format === TAR_FORMAT) return (yield* text(shape)) ?? '';
  yield { take: 1 + shape.offsetBytes };
  return '';
}

/** A sign and the bytes, the lowest first. */
function* int({ intBytes }: Pick<Shape, 'intBytes'>): Walker<number> {
  const bytes = yield { take: 1 + intBytes };
  let value = 0;
  for (let i = intBytes; i >= 1; i--) value = value * 256 + (bytes[i] as number);
  return bytes[0] === 0 ? value : -value;
}

function* text(shape: Shape): Walker<ByteString | null> {
  const length = yield* int(shape);
  if (length < 0) return null;
  if (length > MAX_STRING_BYTES) throw new BrokenDump(`a name or definition of ${length} bytes`);
  return fromBytes(yield { take: length });
}
