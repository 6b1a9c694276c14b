import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a wide pipe that is full is left alone: a reader takes some 300 KiB meanwhile; and longer while it takes nothing. */
const PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 20;

/**
 * The end of a FIFO that we write into, open without waiting. A pipe that is full tells of each page that is read of it, so that
 * writing as soon as there is room is writing by pages, each of which wakes us: a quarter of a million times a gigabyte. Once there
 * is much room, it is written by what has been read in a moment.
 */
export class FifoEnd {
  readonly #socket: Socket;
  readonly #fd: number;
  #isWide = false;

  /** @param fd Taken over. */
  constructor(fd: number) {
    this.#fd = fd;
    this.#socket = new Socket({ fd, readable: false, writable: true });
  }

  /** To be called once it has so much room that its reader has enough to do for more than a pause. */
  setWide(): void {
    this.#isWide = true;
  }

  /** @param onError Called when nobody can read any more, as far as that shows while nothing is written. */
  onError(onError: (error: Error) => void): void {
    this.#socket.on('error', onError);
  }

  /** One at a time. Resolves when `bytes` are in the pipe. @throws EPIPE when nobody reads any more. */
  async write(bytes: Uint8Array): Promise<void> {
    if (this.#isWide) return this.#writeByPauses(bytes);
    return new Promise((resolve, reject) => {
      this.#socket.write(bytes, (error) => (error == null ? resolve() : reject(error)));
    });
  }

  async #writeByPauses(bytes: Uint8Array): Promise<void> {
    let pauseMs = PAUSE_MS;
    for (let start = 0; ; ) {
      // The number of one that is closed may be another file's.
      if (this.#socket.destroyed) throw brokenPipe();
      const written = writeNow(this.#fd, bytes.subarray(start));
      start += written;
      if (start === bytes.length) return;
      pauseMs = written > 0 ? PAUSE_MS : Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      await sleep(pauseMs);
    }
  }

  /** Closes it: what was written is still read. Idempotent. */
  destroy(): void {
    this.#socket.destroy();
  }
}

/** @returns how much of it there was room for. */
function writeNow(fd: number, bytes: Uint8Array): number {
  try {
    return writeSync(fd, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 0;
    throw error;
  }
}

export function brokenPipe(): NodeJS.ErrnoException {
  return Object.assign(new Error('the command reads no more'), { code: 'EPIPE' });
}
