import { createHash } from 'node:crypto';

/** 64 MiB of memory: what is more isn't looked at, and that is said. */
const MAX_NAMES = 4_000_000;
const FIRST_SLOTS = 1 << 12;
/** Of a name's hash: what a double holds exactly. */
const HASH_BYTES = 6;

/**
 * The names of a storage's files, to be asked whether it has one. Kept are 48 bits of each name's hash: that a name is taken
 * for another's happens once in some 70 million questions, and then a missing file is overlooked, never a present one missed.
 */
export class StoredNames {
  #slots = new Float64Array(FIRST_SLOTS);
  #size = 0;

  /** False: there are too many. */
  add(name: string): boolean {
    if (this.#size >= MAX_NAMES) return false;
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    if (place(this.#slots, hashOf(name))) this.#size++;
    return true;
  }

  has(name: string): boolean {
    const hash = hashOf(name);
    const mask = this.#slots.length - 1;
    for (let i = hash % this.#slots.length; ; i = (i + 1) & mask) {
      const there = this.#slots[i];
      if (there === hash) return true;
      if (there === 0) return false;
    }
  }

  #grow(): void {
    const slots = new Float64Array(this.#slots.length * 2);
    for (const hash of this.#slots) if (hash !== 0) place(slots, hash);
    this.#slots = slots;
  }
}

/** False: it is there. */
function place(slots: Float64Array, hash: number): boolean {
  const mask = slots.length - 1;
  for (let i = hash % slots.length; ; i = (i + 1) & mask) {
    if (slots[i] === hash) return false;
    if (slots[i] !== 0) continue;
    slots[i] = hash;
    return true;
  }
}

/** Never 0, which is an empty slot. */
function hashOf(name: string): number {
  return createHash('sha256').update(name, 'utf8').digest().readUIntBE(0, HASH_BYTES) || 1;
}
