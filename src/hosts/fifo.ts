import { type BigIntStats, close, constants, fstat, open } from 'node:fs';
import { lstat, unlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { displayText, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { isSuccess } from './exit-status.ts';
import { FifoEnd } from './fifo-end.ts';
import type { Host } from './host.ts';
import { runSuccessfully, runToEnd } from './output.ts';
import { quote } from './quote.ts';

/** How often it is looked whether somebody reads at the other end: soon, and then less often. */
const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 20;

/**
 * As much as anybody may have in a pipe. The 64 KiB that it has else a tool reads by pieces of 4, each of which wakes us: a fifth of a
 * dump's work. Where there is no Perl it stays so.
 */
const PIPE_BYTES = 1024 * 1024;
/** Linux's number of what sets a pipe's size. */
export const F_SETPIPE_SZ = 1031;
const WIDEN = `command -v perl >/dev/null && exec perl -e 'open my $f, "+<", $ARGV[0] or exit 1; fcntl $f, ${F_SETPIPE_SZ}, ${PIPE_BYTES} or exit 1'`;

/** A pipe with a name, on this machine, into which we write: once, to whoever opens it for reading. */
export class Fifo {
  readonly path: string;
  readonly #machine: Host;
  readonly #identity: string;

  private constructor(machine: Host, path: string, identity: string) {
    this.#machine = machine;
    this.path = path;
    this.#identity = identity;
  }

  /**
   * Makes one that everybody may read who comes as far: its folder must keep out others.
   * @param machine This machine. @throws HoldfastError command-failed.
   */
  static async make(machine: Host, path: string, signal: AbortSignal): Promise<Fifo> {
    const script = `mkfifo -m 644 -- ${quote(fromText(path))}`;
    await runSuccessfully(machine, 'make a FIFO', script, { signal });
    return new Fifo(machine, path, identityOf(await lstat(path, { bigint: true })));
  }

  /**
   * Opens it as soon as there is a reader, without waiting in the kernel, from where nobody could call us back.
   * @throws HoldfastError host-unsupported when it isn't what was made; `until`'s reason.
   */
  async open(until: AbortSignal): Promise<FifoEnd> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      until.throwIfAborted();
      const fd = await this.#tryToOpen();
      if (fd !== null) return this.#owned(fd);
      await sleep(pauseMs, undefined, { signal: until }).catch(() => {});
    }
  }

  /** @returns null: nobody reads. */
  async #tryToOpen(): Promise<number | null> {
    const flags = constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
    return promisify(open)(this.path, flags).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENXIO') return null;
      throw this.#notOurs(error.code ?? error.message);
    });
  }

  async #owned(fd: number): Promise<FifoEnd> {
    const stats = await promisify<number, { bigint: true }, BigIntStats>(fstat)(fd, { bigint: true });
    if (stats.isFIFO() && identityOf(stats) === this.#identity) {
      return new FifoEnd(fd);
    }
    await promisify(close)(fd);
    throw this.#notOurs('another file is there');
  }

  /** Gives it more room, as long as it is open. Never rejects. @returns whether it has it: else it stays as it is. */
  async widen(): Promise<boolean> {
    const script = `${WIDEN} ${quote(fromText(this.path))}`;
    return runToEnd(this.#machine, script).then(({ exit }) => isSuccess(exit), () => false); // biome-ignore format: one thought
  }

  #notOurs(actual: string): HoldfastError {
    return new HoldfastError(
      'host-unsupported',
      `Cannot write into the FIFO ${JSON.stringify(displayText(this.path))}: ${actual}, expected the one that was made. ` +
        'Look at who else writes into that folder.',
    );
  }

  /** Removes its name. Idempotent. */
  async remove(): Promise<void> {
    await unlink(this.path).catch(() => {});
  }
}

/** The number of a file that is gone is soon another's. */
function identityOf({ dev, ino, ctimeNs }: BigIntStats): string {
  return `${dev}:${ino}:${ctimeNs}`;
}
