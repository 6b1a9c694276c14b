import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { F_SETPIPE_SZ } from './fifo.ts';

/** More than a tool reads at once, so that on a busy machine the two sides wait less for one another; little enough to stay in a cache. */
const PIPE_BYTES = 256 * 1024;

/** Shell: gives the pipe that is its stdin more room. Where there is no Perl it keeps the 64 KiB that it has. */
export const WIDEN_STDIN = `{ command -v perl >/dev/null && perl -e 'fcntl STDIN, ${F_SETPIPE_SZ}, ${PIPE_BYTES}'; } >/dev/null 2>&1 || :`;

/**
 * A pipe with a name on this machine, open at both ends, so that a command that opens it as its stdin needn't be waited for. Any
 * thread of this process may write to `writable`, and waits where the command is slower. It must be let go of once the command
 * has ended: until then, who writes isn't told that nobody reads.
 */
export class HeldPipe {
  readonly writable: number;
  #readable: number | null;
  #isOpen = true;

  private constructor(readable: number, writable: number) {
    this.#readable = readable;
    this.writable = writable;
  }

  /** Null if there is no pipe at `path`. */
  static open(path: string): HeldPipe | null {
    const readable = tryToOpen(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    if (readable === null) return null;
    if (fstatSync(readable).isFIFO()) {
      const writable = tryToOpen(path, constants.O_WRONLY | constants.O_NOFOLLOW);
      if (writable !== null) return new HeldPipe(readable, writable);
    }
    closeSync(readable);
    return null;
  }

  /** The command has ended: writes fail with EPIPE now. Idempotent. */
  letGo(): void {
    if (this.#readable === null) return;
    closeSync(this.#readable);
    this.#readable = null;
  }

  /** All is written, and nobody writes any more: the command reads to the end. Idempotent. */
  end(): void {
    if (!this.#isOpen) return;
    closeSync(this.writable);
    this.#isOpen = false;
  }
}

function tryToOpen(path: string, flags: number): number | null {
  try {
    return openSync(path, flags);
  } catch {
    return null;
  }
}
