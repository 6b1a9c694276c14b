import { closeSync, constants, mkdirSync, openSync } from 'node:fs';
import type { ByteString } from '../bytestring.ts';
import { systemCode } from '../system-error.ts';

/** Nothing is ever entered through a symlink. */
const ENTER = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/** A thread has no more folders open at once, however deep a tree is. */
const MAX_OPEN_FOLDERS = 64;

/**
 * Folders that are open. Each is opened from the one around it, never through a symlink: so what is written below them is written
 * in no other place, whatever a tree says and whoever else works in it.
 */
export class OpenFolders {
  readonly #root: string;
  /** The latest used last. */
  readonly #open = new Map<string, number>();

  constructor(root: string) {
    this.#root = root;
  }

  /** By which `path` is found, as long as no other one is asked for. */
  pathOf(path: ByteString): Buffer {
    const slash = path.lastIndexOf('/');
    const folder = slash < 0 ? this.#root : this.#enter(path.slice(0, slash));
    return Buffer.from(`${folder}/${path.slice(slash + 1)}`, 'latin1');
  }

  /** A descriptor of the folder `path`, which is there already. The caller's to close. @throws The system's error. */
  open(path: ByteString): number {
    return openSync(this.pathOf(path), ENTER);
  }

  /** Makes the folder `path`, ours alone, unless it is there. @throws The system's error, also for what is there and is none. */
  make(path: ByteString): void {
    if (!makeFolder(this.pathOf(path))) this.#enter(path);
  }

  #enter(path: string): string {
    const known = this.#open.get(path);
    if (known !== undefined) {
      this.#open.delete(path);
      this.#open.set(path, known);
      return fromDescriptor(known);
    }
    const slash = path.lastIndexOf('/');
    const around = slash < 0 ? this.#root : this.#enter(path.slice(0, slash));
    const descriptor = openOrMake(Buffer.from(`${around}/${path.slice(slash + 1)}`, 'latin1'));
    this.#open.set(path, descriptor);
    if (this.#open.size > MAX_OPEN_FOLDERS) this.#closeOldest();
    return fromDescriptor(descriptor);
  }

  #closeOldest(): void {
    for (const [path, descriptor] of this.#open) {
      this.#open.delete(path);
      closeSync(descriptor);
      return;
    }
  }

  close(): void {
    for (const descriptor of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
  }
}

function fromDescriptor(descriptor: number): string {
  return `/proc/self/fd/${descriptor}`;
}

function openOrMake(path: Buffer): number {
  try {
    return openSync(path, ENTER);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    makeFolder(path);
    return openSync(path, ENTER);
  }
}

/** False: something is there. */
function makeFolder(path: Buffer): boolean {
  try {
    mkdirSync(path, 0o700);
    return true;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error; // another thread, or tar, was faster
    return false;
  }
}
