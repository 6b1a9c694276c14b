import { HoldfastError } from '../../errors.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { OpenRepository } from '../../repository/open.ts';
import type { BlobType } from '../../repository/repository.ts';
import { RowSet } from '../../repository/row-set.ts';
import { IDLE, type Reporter } from '../progress.ts';
import { TaskGroup } from '../task-group.ts';

/** Brings blobs from one repository into another. Both indexes are loaded. */
export class BlobCopy {
  readonly #from: OpenRepository;
  readonly #to: OpenRepository;
  readonly #reporter: Reporter;
  readonly #signal: AbortSignal;
  /** Rows of the source's index: a bit each, and in the order of the packs. */
  #wanted: RowSet;
  #bytesDone = 0;
  #bytesWanted = 0;

  constructor(from: OpenRepository, to: OpenRepository, reporter: Reporter, signal: AbortSignal) {
    this.#from = from;
    this.#to = to;
    this.#reporter = reporter;
    this.#signal = signal;
    this.#wanted = new RowSet(from.index.rowCount);
  }

  /** Notes a blob of the source, unless the destination has it. */
  want(row: number, type: BlobType, id: BlobId): void {
    if (this.#to.hasBlob(type, id)) return;
    this.#wanted.add(row);
    this.#bytesWanted += this.#from.index.placeAt(row).length;
  }

  /** Copies what was noted. Durable once the destination is flushed. */
  async copyWanted(): Promise<void> {
    for (const type of ['data', 'tree'] as const) await this.#copy(type);
    this.#wanted = new RowSet(this.#from.index.rowCount);
  }

  async #copy(type: BlobType): Promise<void> {
    const saving = new TaskGroup();
    const asked: number[] = [];
    try {
      for await (const plain of this.#from.loadBlobs(type, this.#idsOf(type, asked), this.#signal)) {
        const row = asked.shift() as number;
        await this.#to.room();
        saving.check();
        saving.add(this.#save(type, this.#from.index.idAt(row), plain));
        this.#bytesDone += this.#from.index.placeAt(row).length;
        this.#report();
      }
    } finally {
      await saving.settle();
    }
  }

  *#idsOf(type: BlobType, asked: number[]): Generator<BlobId> {
    const { index } = this.#from;
    for (const row of this.#wanted) {
      if (index.typeAt(row) !== type) continue;
      asked.push(row);
      yield index.idAt(row);
    }
  }

  async #save(type: BlobType, id: BlobId, plain: Buffer): Promise<void> {
    const saved = await this.#to.saveBlob(type, plain);
    if (saved.id === id) return;
    throw new HoldfastError('internal', `Cannot copy ${type} blob ${id}: it became ${saved.id}.`);
  }

  #report(): void {
    this.#reporter.onProgress({
      ...IDLE,
      phase: 'copying',
      bytesDone: this.#bytesDone,
      bytesTotal: this.#bytesWanted,
    });
  }
}
