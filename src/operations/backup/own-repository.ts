import { stat } from 'node:fs/promises';
import { displayText } from '../../bytestring.ts';
import type { ListedBatch } from '../../files/list.ts';
import type { BackupRun } from './run.ts';

/**
 * Tells of a repository that lies in what is saved: each backup then saves all that the one before has stored, which is sealed and so
 * has nothing in common with anything.
 */
export class OwnRepository {
  readonly #folder: string;
  readonly #device: bigint;
  readonly #inode: bigint;
  #isTold = false;

  private constructor(folder: string, device: bigint, inode: bigint) {
    this.#folder = folder;
    this.#device = device;
    this.#inode = inode;
  }

  /** @returns Null where the repository lies elsewhere than the files, as far as that is known. */
  static async find({ host, repository }: BackupRun): Promise<OwnRepository | null> {
    const { folder } = repository;
    if (folder === undefined || host.sharesFiles !== true) return null;
    const found = await stat(folder, { bigint: true }).catch(() => null);
    return found === null ? null : new OwnRepository(folder, found.dev, found.ino);
  }

  /** Once, when it is seen. */
  tell({ entries }: ListedBatch, { reporter }: Pick<BackupRun, 'reporter'>): void {
    if (this.#isTold) return;
    if (!entries.some(({ device, inode }) => inode === this.#inode && device === this.#device)) return;
    this.#isTold = true;
    reporter.onWarning(
      `The repository "${displayText(this.#folder)}" lies in what is saved: each backup stores all of the one before once more. ` +
        'Leave it out by --exclude (the input "exclude"), and keep one elsewhere, too: it is lost with the disk that it lies on.',
    );
  }
}
