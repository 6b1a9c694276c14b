import { HoldfastError } from '../errors.ts';
import type { Backend, ByteRange, FileHandle, FileKind, RetentionLocks, StoredFile } from './backend.ts';
import { describeFile, isPassing, isReadFault } from './backend.ts';
import { throwIfCancelled } from './cancel.ts';
import { pause } from './pause.ts';

export interface RetryOptions {
  /** From the first failure until a passing fault counts as permanent. Default 15 minutes, as restic's. */
  readonly giveUpAfterMs?: number;
  /** Before the second try; doubled before each further one. Default 500. */
  readonly firstDelayMs?: number;
  /** Default 60,000. */
  readonly longestDelayMs?: number;
  /** Told before each further try: one line for a log. */
  readonly onRetry?: (message: string) => void;
  /** For tests. */
  readonly clock?: RetryClock;
}

export interface RetryClock {
  nowMs(): number;
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
  /** 0 to 1: spreads the tries of clients that failed together. */
  random(): number;
}

const GIVE_UP_AFTER_MS = 15 * 60_000;
/** For what a disk doesn't give, which seldom passes: the kernel itself has tried for a while, and people wait. */
const READ_FAULT_GIVE_UP_AFTER_MS = 30_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 60_000;

/** A delay is between half of its nominal length and the whole. */
const JITTER = 0.5;

const SYSTEM_CLOCK: RetryClock = {
  nowMs: () => performance.now(),
  sleep: pause,
  random: Math.random,
};

/**
 * `backend`, with faults that may pass (`isPassing`) tried again, ever more slowly. All others fail at once: a wrong
 * address or a missing permission doesn't get better by waiting.
 */
export function withRetry(backend: Backend, options: RetryOptions = {}): Backend {
  return new RetryingBackend(backend, options);
}

class RetryingBackend implements Backend {
  readonly #backend: Backend;
  readonly #options: RetryOptions;
  readonly #clock: RetryClock;

  constructor(backend: Backend, options: RetryOptions) {
    this.#backend = backend;
    this.#options = options;
    this.#clock = options.clock ?? SYSTEM_CLOCK;
  }

  get location(): string {
    return this.#backend.location;
  }

  get connections(): number {
    return this.#backend.connections;
  }

  get folder(): string | undefined {
    return this.#backend.folder;
  }

  get retention(): RetentionLocks | undefined {
    const { retention } = this.#backend;
    return (
      retention && {
        days: retention.days,
        versions: (kind, signal) =>
          this.#listing(`listing versions of ${kind} files`, signal, () => retention.versions(kind, signal)),
        hold: (file, versionId, signal) =>
          this.#trying(`locking ${describeFile(file)}`, signal, () =>
            retention.hold(file, versionId, signal),
          ),
      }
    );
  }

  create(): Promise<void> {
    return this.#trying('making the folders', undefined, () => this.#backend.create());
  }

  save(file: FileHandle, data: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    return this.#trying(`saving ${describeFile(file)}`, signal, () => this.#backend.save(file, data, signal));
  }

  load(file: FileHandle, range?: ByteRange, signal?: AbortSignal): Promise<Buffer> {
    return this.#trying(`reading ${describeFile(file)}`, signal, () =>
      this.#backend.load(file, range, signal),
    );
  }

  stat(file: FileHandle, signal?: AbortSignal): Promise<{ sizeBytes: number } | null> {
    return this.#trying(`looking at ${describeFile(file)}`, signal, () => this.#backend.stat(file, signal));
  }

  list(kind: Exclude<FileKind, 'config'>, signal?: AbortSignal): AsyncIterable<StoredFile> {
    return this.#listing(`listing ${kind} files`, signal, () => this.#backend.list(kind, signal));
  }

  remove(file: FileHandle, signal?: AbortSignal): Promise<void> {
    return this.#trying(`removing ${describeFile(file)}`, signal, () => this.#backend.remove(file, signal));
  }

  close(): Promise<void> {
    return this.#backend.close();
  }

  /** What was given out already is left out of a further try's list. */
  async *#listing<T extends { readonly name: string }>(
    doing: string,
    signal: AbortSignal | undefined,
    list: () => AsyncIterable<T>,
  ): AsyncIterable<T> {
    const given = new Set<string>();
    const tries = this.#tries(doing, signal);
    for (;;) {
      try {
        for await (const file of list()) {
          if (given.has(file.name)) continue;
          given.add(file.name);
          yield file;
        }
        return;
      } catch (error) {
        await tries.afterFailure(error);
      }
    }
  }

  async #trying<T>(doing: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    const tries = this.#tries(doing, signal);
    for (;;) {
      try {
        return await work();
      } catch (error) {
        await tries.afterFailure(error);
      }
    }
  }

  #tries(doing: string, signal: AbortSignal | undefined): Tries {
    return new Tries({ doing, signal, options: this.#options, clock: this.#clock });
  }
}

interface TriesOptions {
  readonly doing: string;
  readonly signal: AbortSignal | undefined;
  readonly options: RetryOptions;
  readonly clock: RetryClock;
}

/** The failures of one operation. */
class Tries {
  readonly #of: TriesOptions;
  #failures = 0;
  #firstFailureMs = 0;

  constructor(of: TriesOptions) {
    this.#of = of;
  }

  /**
   * Resolves when it is time for another try.
   * @throws `error`, if it can't pass or has lasted too long; HoldfastError cancelled.
   */
  async afterFailure(error: unknown): Promise<void> {
    const { doing, signal, options, clock } = this.#of;
    throwIfCancelled(signal);
    if (!isPassing(error)) throw error;
    if (this.#failures++ === 0) this.#firstFailureMs = clock.nowMs();
    const delayMs = this.#delayMs();
    const lastedMs = clock.nowMs() - this.#firstFailureMs;
    if (lastedMs + delayMs > giveUpAfterMs(error, options)) {
      throw gaveUp(error, this.#failures, lastedMs);
    }
    const reason = error instanceof Error ? error.message : String(error);
    options.onRetry?.(`${doing} failed, trying again in ${Math.ceil(delayMs / 1000)} s: ${reason}`);
    await clock.sleep(delayMs, signal);
  }

  #delayMs(): number {
    const { options, clock } = this.#of;
    const nominalMs = (options.firstDelayMs ?? FIRST_DELAY_MS) * 2 ** (this.#failures - 1);
    const cappedMs = Math.min(nominalMs, options.longestDelayMs ?? LONGEST_DELAY_MS);
    return cappedMs * (1 - JITTER * clock.random());
  }
}

function giveUpAfterMs(error: unknown, { giveUpAfterMs = GIVE_UP_AFTER_MS }: RetryOptions): number {
  return isReadFault(error) ? Math.min(giveUpAfterMs, READ_FAULT_GIVE_UP_AFTER_MS) : giveUpAfterMs;
}

function gaveUp(error: unknown, failures: number, lastedMs: number): HoldfastError {
  const reason = error instanceof Error ? error.message : String(error);
  return new HoldfastError(
    error instanceof HoldfastError ? error.code : 'backend-failed',
    `${reason} Tried ${failures} times in ${Math.round(lastedMs / 1000)} s.`,
    { cause: error },
  );
}

/** Does `work` again and again as a retrying backend does. @param doing For a log: `saving part 3`. */
export async function retrying<T>(
  doing: string,
  { signal, ...options }: RetryOptions & { readonly signal?: AbortSignal | undefined },
  work: () => Promise<T>,
): Promise<T> {
  const tries = new Tries({ doing, signal, options, clock: options.clock ?? SYSTEM_CLOCK });
  for (;;) {
    try {
      return await work();
    } catch (error) {
      await tries.afterFailure(error);
    }
  }
}
