import { createHash, type Hash } from 'node:crypto';
import { isUnreadable } from './blob-reader.ts';
import { refuseGiant } from './blob-sealing.ts';
import { error, type Finding, reasonOf } from './check-finding.ts';
import { blobsOf, type IndexedPacks } from './check-packs.ts';
import type { PackedBlob } from './format/packed-blob.ts';
import type { OpenRepository } from './open-repository.ts';
import { readPackEnd } from './pack-end.ts';
import { mapInOrder } from './parallel.ts';
import type { SizedPack } from './read-data-subset.ts';

/** A pack is loaded in pieces of so much: an ordinary one whole, one with a giant blob in several. */
const PIECE_BYTES = 32 * 1024 * 1024;

/** Plain bytes of a pack's blobs that are opened at once: a small pack may hold gigabytes of zeros. */
const OPENED_AT_ONCE_BYTES = 16 * 1024 * 1024;

export interface ReadDataOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each pack. */
  readonly onPack?: (pack: SizedPack) => void;
}

/** Reads packs whole: their hash, their header against the index, and each blob. */
export async function* checkReadData(
  repository: OpenRepository,
  packs: IndexedPacks,
  chosen: readonly SizedPack[],
  options: ReadDataOptions,
): AsyncGenerator<Finding> {
  const work = async (pack: SizedPack): Promise<Finding[]> => {
    const [entry] = packs.get(pack.id) ?? [];
    const indexed = entry === undefined ? [] : blobsOf(repository.index, entry);
    const findings = await readPack(repository, pack, indexed, options.signal);
    options.onPack?.(pack);
    return findings;
  };
  for await (const findings of mapInOrder(chosen, repository.backend.connections, work)) yield* findings;
}

async function readPack(
  repository: OpenRepository,
  pack: SizedPack,
  indexed: readonly PackedBlob[],
  signal: AbortSignal | undefined,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const found = (problem: string) =>
    findings.push(error('pack-unreadable', `Pack ${pack.id}: ${problem}`, pack.id));
  try {
    const reading = new PackReading(repository, pack, signal);
    const actual = await reading.hash();
    if (actual !== pack.id) found(`its ${pack.sizeBytes} bytes have the hash ${actual}: it was altered.`);
    const inHeader = await reading.header();
    if (!isSameList(inHeader, indexed)) found(`its header names other blobs than the index does.`);
    for (const problem of await reading.openAll(indexed)) found(problem);
  } catch (caught) {
    if (!isUnreadable(caught)) throw caught;
    found(reasonOf(caught));
  }
  return findings;
}

class PackReading {
  readonly #repository: OpenRepository;
  readonly #pack: SizedPack;
  readonly #signal: AbortSignal | undefined;
  /** The pack, if it is small enough to keep. */
  #whole: Buffer | null = null;

  constructor(repository: OpenRepository, pack: SizedPack, signal: AbortSignal | undefined) {
    this.#repository = repository;
    this.#pack = pack;
    this.#signal = signal;
  }

  async hash(): Promise<string> {
    const hash: Hash = createHash('sha256');
    for (let offset = 0; offset < this.#pack.sizeBytes; offset += PIECE_BYTES) {
      const length = Math.min(PIECE_BYTES, this.#pack.sizeBytes - offset);
      const piece = await this.#load(offset, length);
      hash.update(piece);
      if (length === this.#pack.sizeBytes) this.#whole = piece;
    }
    return hash.digest('hex');
  }

  header(): Promise<PackedBlob[]> {
    const { id, sizeBytes } = this.#pack;
    const load = ({ offset, length }: { offset: number; length: number }) => this.#part(offset, length);
    return readPackEnd({ id, sizeBytes, load }, this.#repository.masterKey);
  }

  /** What is wrong with the blobs that the index names. */
  async openAll(blobs: readonly PackedBlob[]): Promise<string[]> {
    const problems: string[] = [];
    let group: PackedBlob[] = [];
    let groupBytes = 0;
    for (const blob of blobs) {
      group.push(blob);
      groupBytes += blob.length + (blob.plainLength ?? blob.length);
      if (groupBytes < OPENED_AT_ONCE_BYTES) continue;
      problems.push(...(await this.#openGroup(group)));
      group = [];
      groupBytes = 0;
    }
    problems.push(...(await this.#openGroup(group)));
    return problems;
  }

  async #openGroup(group: readonly PackedBlob[]): Promise<string[]> {
    const outcomes = await Promise.all(group.map((blob) => this.#openOne(blob)));
    return outcomes.filter((problem) => problem !== null);
  }

  async #openOne({ id, offset, length, plainLength }: PackedBlob): Promise<string | null> {
    try {
      refuseGiant(`blob ${id}`, { length, plainLength });
      const sealed = await this.#part(offset, length);
      await this.#repository.workers().verify(sealed, { id, plainLength });
      return null;
    } catch (caught) {
      if (!isUnreadable(caught)) throw caught;
      return reasonOf(caught);
    }
  }

  async #part(offset: number, length: number): Promise<Buffer> {
    return this.#whole === null
      ? await this.#load(offset, length)
      : this.#whole.subarray(offset, offset + length);
  }

  #load(offset: number, length: number): Promise<Buffer> {
    const pack = { kind: 'pack', name: this.#pack.id } as const;
    return this.#repository.backend.load(pack, { offset, length }, this.#signal);
  }
}

function isSameList(header: readonly PackedBlob[], indexed: readonly PackedBlob[]): boolean {
  return (
    header.length === indexed.length && header.every((blob, i) => describe(blob) === describe(indexed[i]))
  );
}

function describe(blob: PackedBlob | undefined): string {
  return blob === undefined
    ? ''
    : `${blob.type} ${blob.id} ${blob.offset} ${blob.length} ${blob.plainLength}`;
}
