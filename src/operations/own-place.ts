import { stat } from 'node:fs/promises';
import { displayText } from '../bytestring.ts';
import type { ListedBatch } from '../files/list.ts';
import type { Host } from '../hosts/host.ts';
import type { Reporter } from './progress.ts';

/**
 * Tells of a repository, or a store of archives, that lies in what is saved: each backup then saves all that those before have stored,
 * which is sealed and so has nothing in common with anything.
 */
export class OwnPlace {
  readonly #shown: string;
  readonly #device: bigint;
  readonly #inode: bigint;
  #isTold = false;

  private constructor(shown: string, device: bigint, inode: bigint) {
    this.#shown = shown;
    this.#device = device;
    this.#inode = inode;
  }

  /**
   * @param folder Of this machine; undefined: it lies elsewhere.
   * @param what `repository`, or what else it is.
   * @returns Null where it lies elsewhere than the files, as far as that is known.
   */
  static async find(host: Host, folder: string | undefined, what: string): Promise<OwnPlace | null> {
    if (folder === undefined || host.sharesFiles !== true) return null;
    const found = await stat(folder, { bigint: true }).catch(() => null);
    return found === null ? null : new OwnPlace(`${what} "${displayText(folder)}"`, found.dev, found.ino);
  }

  /** Once, when it is seen. */
  tell({ entries }: ListedBatch, reporter: Reporter): void {
    if (this.#isTold) return;
    if (!entries.some(({ device, inode }) => inode === this.#inode && device === this.#device)) return;
    this.#isTold = true;
    reporter.onWarning(
      `The ${this.#shown} lies in what is saved: each backup stores all of those before once more. Leave it out by --exclude (the ` +
        'input "exclude"), and keep one elsewhere, too: it is lost with the disk that it lies on.',
    );
  }
}
