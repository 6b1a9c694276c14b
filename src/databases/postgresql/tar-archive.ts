import { fromBytes } from '../../bytestring.ts';
import { BrokenDump } from '../broken-dump.ts';
import { Walk, type Walker } from '../walk.ts';
import { type DataEntry, tarContents } from './archive.ts';
import { type DumpContents, RowCounter } from './contents.ts';

const BLOCK_BYTES = 512;
const NAME = { start: 0, end: 100 };
const SIZE = { start: 124, end: 136 };
const CONTENTS_MEMBER = 'toc.dat';

/** Large objects have members of their own, and a list of them: `blobs.toc`, from PostgreSQL 17 on `blobs_16.toc`. */
const LARGE_OBJECTS = new Set(['BLOBS']);
const LARGE_OBJECTS_MEMBER = 'blobs.toc';
const LARGE_OBJECTS_LIST = /^blobs(_[0-9]+)?\.toc$/;

/**
 * pg_dump's tar format: `toc.dat` first, then a member for each table's data, `restore.sql`, two blocks of zeros.
 * Source: pg_backup_tar.c of PostgreSQL. Only what pg_dump writes: plain headers, a size in octal or in base 256.
 */
export class TarArchive {
  readonly #contents: DumpContents;
  readonly #missing = new Map<string, DataEntry>();
  #hasContents = false;
  #hasEnd = false;

  constructor(contents: DumpContents) {
    this.#contents = contents;
  }

  *walk(): Walker<void> {
    for (;;) {
      const header = yield { take: BLOCK_BYTES };
      if (header.every((byte) => byte === 0)) break;
      const name = fromBytes(header.subarray(NAME.start, NAME.end)).replace(/\0.*$/s, '');
      const sizeBytes = sizeOf(header);
      yield* this.#member(name, sizeBytes);
      const padding = (BLOCK_BYTES - (sizeBytes % BLOCK_BYTES)) % BLOCK_BYTES;
      yield { take: padding };
    }
    const second = yield { take: BLOCK_BYTES };
    if (second.some((byte) => byte !== 0)) throw new BrokenDump('it has one block of zeros, expected two');
    this.#hasEnd = true;
  }

  /** @throws BrokenDump unless the walk came to its end and all data was there. */
  finish(): void {
    if (!this.#hasEnd) throw new BrokenDump('it lacks the two blocks of zeros at its end');
    if (!this.#hasContents) throw new BrokenDump('it has no table of contents');
    const [first] = this.#missing.values();
    if (first !== undefined) throw new BrokenDump(`it lacks the data of ${first.name}`);
  }

  *#member(name: string, sizeBytes: number): Walker<void> {
    if (name === CONTENTS_MEMBER) return yield* this.#readContents(sizeBytes);
    const entry = this.#missing.get(name);
    if (LARGE_OBJECTS_LIST.test(name)) this.#missing.delete(LARGE_OBJECTS_MEMBER);
    if (entry?.kind !== 'TABLE DATA') {
      yield { pass: sizeBytes, onBytes: () => {} };
      return;
    }
    const rows = new RowCounter();
    yield { pass: sizeBytes, onBytes: (bytes) => rows.add(bytes) };
    this.#contents.rows.set(entry.name, rows.finish(entry.name));
    this.#missing.delete(name);
  }

  *#readContents(sizeBytes: number): Walker<void> {
    const walk = new Walk(tarContents(this.#contents));
    yield { pass: sizeBytes, onBytes: (bytes) => void walk.push(bytes) };
    if (walk.result === null) throw new BrokenDump('its table of contents is cut off');
    this.#hasContents = true;
    for (const entry of walk.result.value) {
      const member = LARGE_OBJECTS.has(entry.kind) ? LARGE_OBJECTS_MEMBER : entry.member;
      this.#missing.set(member, entry);
    }
  }
}

function sizeOf(header: Buffer): number {
  const field = header.subarray(SIZE.start, SIZE.end);
  if (((field[0] as number) & 0x80) !== 0) {
    return Number(BigInt(`0x${field.subarray(1).toString('hex')}`));
  }
  const digits = fromBytes(field).replace(/[\0 ].*$/s, '');
  if (!/^[0-7]+$/.test(digits)) throw new BrokenDump('a member of its tar has no size');
  return Number.parseInt(digits, 8);
}
