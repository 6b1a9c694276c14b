import { HoldfastError } from '../../errors.ts';
import type { RowSet } from '../row-set.ts';
import type { PruneCounts } from './counts.ts';
import { type IndexedPack, isSound, type StoredPacks } from './stored-packs.ts';

/** How much of a pack some snapshot needs. */
export interface PackUse {
  readonly pack: IndexedPack;
  usedBlobs: number;
  unusedBlobs: number;
  /** Those of the unused ones that are needed, but lie elsewhere, too. */
  duplicateBlobs: number;
  /** With the pack's header. */
  usedBytes: number;
  unusedBytes: number;
  holds: 'data' | 'tree' | 'both' | 'nothing';
  /** Whether something in it isn't compressed. */
  isUncompressed: boolean;
}

/** Copies of a blob are counted up to here: more make no other choice. */
const MOST_COPIES = 255;
/** Of a blob of which one copy was chosen, or that has only one. */
const CHOSEN = 1;
/** Of a needed blob all of whose copies but one were passed over: CHOSEN would say that it is chosen. */
const LAST_COPY = 0;

/**
 * How much of each pack is used. Of a blob that lies in several packs one copy counts as used, chosen as restic does:
 * one beside other used blobs, or in a pack of nothing but such copies (as a prune that was cut off leaves them).
 *
 * A pack that is missing, or hasn't the size that the index says, holds no copy of anything.
 * @param used First rows of the blobs that snapshots need.
 * @throws HoldfastError repository-damaged for a blob that is needed and of which there is no copy.
 */
export function usesOfPacks(packs: StoredPacks, used: RowSet, counts: PruneCounts): PackUse[] {
  const choice = new CopyChoice(packs, used, counts);
  const uses = packs.indexed.map((pack) => choice.count(pack));
  for (const use of uses) if (isSound(use.pack)) choice.choose(use);
  return uses;
}

class CopyChoice {
  readonly #packs: StoredPacks;
  readonly #used: RowSet;
  readonly #counts: PruneCounts;
  /** Of each needed blob, by its first row. */
  readonly #copies: Uint8Array;

  constructor(packs: StoredPacks, used: RowSet, counts: PruneCounts) {
    this.#packs = packs;
    this.#used = used;
    this.#counts = counts;
    this.#copies = new Uint8Array(packs.index.rowCount);
    for (const pack of packs.indexed) if (isSound(pack)) this.#countCopies(pack);
    for (const row of used) if (this.#copies[row] === 0) throw lost(packs, row);
  }

  #countCopies(pack: IndexedPack): void {
    for (const row of this.#packs.rowsOf(pack)) {
      const first = this.#neededAs(row);
      if (first === null) continue;
      this.#copies[first] = Math.min((this.#copies[first] as number) + 1, MOST_COPIES);
    }
  }

  /** The first row of the blob, or null if nobody needs it. */
  #neededAs(row: number): number | null {
    const first = this.#packs.index.firstRowOf(row);
    return first >= 0 && this.#used.has(first) ? first : null;
  }

  /** What is in the pack; of a blob with several copies all are duplicates still. */
  count(pack: IndexedPack): PackUse {
    const { index } = this.#packs;
    const use: PackUse = {
      pack,
      usedBlobs: 0,
      unusedBlobs: 0,
      duplicateBlobs: 0,
      usedBytes: pack.expectedBytes,
      unusedBytes: 0,
      holds: 'nothing',
      isUncompressed: false,
    };
    for (const row of this.#packs.rowsOf(pack)) {
      const { length, plainLength } = index.placeAt(row);
      const type = index.typeAt(row);
      use.holds = use.holds === 'nothing' || use.holds === type ? type : 'both';
      use.isUncompressed ||= plainLength === null;
      this.#countBlob(use, this.#kindOf(row, pack), length);
    }
    return use;
  }

  #kindOf(row: number, pack: IndexedPack): 'used' | 'duplicate' | 'unused' {
    const first = this.#neededAs(row);
    if (first === null) return 'unused';
    return this.#copies[first] === CHOSEN && isSound(pack) ? 'used' : 'duplicate';
  }

  #countBlob(use: PackUse, kind: 'used' | 'duplicate' | 'unused', length: number): void {
    this.#counts.blobs[kind]++;
    this.#counts.bytes[kind] += length;
    if (kind === 'used') {
      use.usedBlobs++;
      return;
    }
    use.unusedBlobs++;
    use.usedBytes -= length;
    use.unusedBytes += length;
    if (kind === 'duplicate') use.duplicateBlobs++;
  }

  /** Chooses copies that lie in the pack, where it is their turn. */
  choose(use: PackUse): void {
    if (use.duplicateBlobs === 0) return;
    for (const row of this.#packs.rowsOf(use.pack)) {
      const first = this.#neededAs(row);
      if (first === null || this.#copies[first] === CHOSEN) continue;
      const count = this.#copies[first] as number;
      const isTurn = use.usedBlobs > 0 || use.duplicateBlobs === use.unusedBlobs || count === LAST_COPY;
      if (isTurn) {
        this.#copies[first] = CHOSEN;
        this.#makeUsed(use, this.#packs.index.placeAt(row).length);
      } else {
        this.#copies[first] = count - 1 === CHOSEN ? LAST_COPY : count - 1;
      }
    }
  }

  #makeUsed(use: PackUse, length: number): void {
    const { blobs, bytes } = this.#counts;
    use.usedBlobs++;
    use.unusedBlobs--;
    use.usedBytes += length;
    use.unusedBytes -= length;
    blobs.used++;
    blobs.duplicate--;
    bytes.used += length;
    bytes.duplicate -= length;
  }
}

function lost({ index, indexed }: StoredPacks, row: number): HoldfastError {
  const type = index.typeAt(row);
  const id = index.idAt(row);
  const places = index.places(type, id).map(({ pack }) => pack);
  const where = indexed.filter(({ id: pack }) => places.includes(pack)).map(describeFault);
  return new HoldfastError(
    'repository-damaged',
    `Cannot prune: ${type} blob ${id} is needed, but ${where.join(', and ')}. No data was removed. ` +
      'Run "holdfast check" to see how to mend it.',
  );
}

function describeFault({ id, sizeBytes, expectedBytes }: IndexedPack): string {
  return sizeBytes === null
    ? `pack ${id} that held it is missing`
    : `pack ${id} that held it has ${sizeBytes} bytes, expected ${expectedBytes} by the index`;
}
