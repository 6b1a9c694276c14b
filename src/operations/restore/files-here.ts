import { closeSync, constants, fstatSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { toBytes } from '../../bytestring.ts';
import type { Host } from '../../hosts/host.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { FileOfBlobs } from '../../repository/compare-file.ts';
import type { Workspace } from './workspace.ts';

/** Whether restored files can be read without the host's commands. */
export function canReadHere(host: Host, repository: BlobSource): boolean {
  return host.sharesFiles === true && repository.compareFiles !== undefined;
}

/**
 * A workspace on this machine. It is held open, so that its files are found through it and not by its path: nobody can put
 * another folder in its place, as no command that has entered it can be led away.
 */
export class FilesHere {
  readonly #repository: BlobSource;
  readonly #descriptor: number;
  #isOpen = true;

  private constructor(repository: BlobSource, descriptor: number) {
    this.#repository = repository;
    this.#descriptor = descriptor;
  }

  /** Null if it isn't here, or isn't what it was: then the host's commands say why. */
  static open({ host, path, identity }: Workspace, repository: BlobSource): FilesHere | null {
    if (!canReadHere(host, repository)) return null;
    const descriptor = openFolder(toBytes(path));
    if (descriptor === null) return null;
    const here = new FilesHere(repository, descriptor);
    if (here.#isOf(identity)) return here;
    here.close();
    return null;
  }

  /** What is wrong with each, ready to show; null: nothing. Paths are relative to the workspace. */
  async faultsOf(files: readonly FileOfBlobs[]): Promise<readonly (string | null)[]> {
    const faults = await this.#repository.compareFiles?.(this.folder, files);
    if (faults?.length === files.length) return faults;
    throw new TypeError(`${faults?.length} files were compared, expected ${files.length}`);
  }

  /** Whether no other run of the same restore has taken the workspace over. */
  isStillOf({ token }: Workspace): boolean {
    try {
      return readFileSync(`${this.folder}/run`, 'latin1').trim() === token;
    } catch {
      return false;
    }
  }

  /** Leaves an empty file of that name in it. False: it can't, and who writes there says why. */
  note(name: string): boolean {
    try {
      writeFileSync(`${this.folder}/${name}`, '', { mode: 0o600 });
      return true;
    } catch {
      return false;
    }
  }

  /** When no file is looked at any more. Idempotent. */
  close(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
  }

  /** By which all threads find it as long as it is open: they have the same descriptors. */
  get folder(): string {
    return `/proc/self/fd/${this.#descriptor}`;
  }

  #isOf(identity: string): boolean {
    try {
      const stats = [
        fstatSync(this.#descriptor, { bigint: true }),
        statSync(`${this.folder}/.`, { bigint: true }),
      ];
      return stats.every(({ dev, ino }) => `${dev}:${ino}` === identity);
    } catch {
      return false; // no /proc
    }
  }
}

/** Null if there is none. */
function openFolder(path: Buffer): number | null {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  } catch {
    return null;
  }
}
