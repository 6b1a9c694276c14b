import { asItsRun, enter, runIn, type Workspace } from './workspace.ts';

/**
 * Shell lines that have all on the disk that was written to the filesystem they stand in. A sync that knows no filesystems
 * (toybox') writes back all of them. It may be the first to hear that the disk didn't take something.
 */
export const WRITE_BACK = `
said=$(sync -f . 2>&1) || case $said in
  *"nput/output error"*|*"I/O error"*|*"No space left"*|*[Qq]"uota exceeded"*) printf "%s\\n" "$said" >&2; exit 1;;
  *) sync;;
esac`;

/** Has what was swapped in on the disk, where no workspace stays. */
export async function writeBackHome(workspace: Workspace): Promise<void> {
  const { physical, identity } = workspace.home;
  const script = `\n${enter(physical, identity)}${WRITE_BACK}`;
  await runIn(workspace, 'have on the disk what is restored', script);
}

/** What is worth a command: it keeps a disk busy for some tenths of a second. */
const AHEAD_BYTES = 256 * 1024 * 1024;
const REST_BYTES = 32 * 1024 * 1024;

/**
 * Has what is staged on the disk while more is written and read again: a system with much memory leaves the disk idle then, and what
 * is written back before the swap is little. A system tells only once that the disk didn't take something: whoever hears it must fail.
 */
export class WriteBackAhead {
  readonly #workspace: Workspace;
  readonly #signal: AbortSignal;
  #askedAtBytes: number;
  #isRunning = false;
  #ended: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | null = null;

  /** @param writtenBytes All that this restore has written elsewhere. */
  constructor(workspace: Workspace, writtenBytes: number, signal: AbortSignal) {
    this.#workspace = workspace;
    this.#askedAtBytes = writtenBytes;
    this.#signal = signal;
  }

  /**
   * Begins where enough was written since it last did.
   * @param writtenBytes All that this restore has written.
   * @throws HoldfastError no-space, command-failed …: the disk didn't take what was written earlier.
   */
  look(writtenBytes: number): void {
    if (this.#failure !== null) throw this.#failure.error;
    if (!this.#isRunning && writtenBytes - this.#askedAtBytes >= AHEAD_BYTES) this.#begin(writtenBytes);
  }

  /** Once all is written: what is left, beside what follows. */
  lookAtRest(writtenBytes: number): void {
    if (writtenBytes - this.#askedAtBytes >= REST_BYTES) this.#begin(writtenBytes);
  }

  #begin(writtenBytes: number): void {
    this.#askedAtBytes = writtenBytes;
    this.#isRunning = true;
    this.#ended = this.#ended.then(() => this.#writeBack());
  }

  async #writeBack(): Promise<void> {
    try {
      const script = asItsRun(this.#workspace, WRITE_BACK);
      await runIn(this.#workspace, 'have on the disk what is restored', script, { signal: this.#signal });
    } catch (error) {
      this.#failure ??= { error };
    }
    this.#isRunning = false;
  }

  /** Resolves when none runs any more. @throws As `look`. */
  async end(): Promise<void> {
    await this.#ended;
    if (this.#failure !== null) throw this.#failure.error;
  }
}
