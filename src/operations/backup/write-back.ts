import type { ListedEntry } from '../../files/listing.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quoteAll } from '../../hosts/quote.ts';
import { type BackupOptions, isHeld } from './options.ts';
import type { BackupRun } from './run.ts';

/** A disk that writes back for longer is too busy to be waited for. */
const SYNC_LIMIT_MS = 120_000;

/** After so long a kernel has written back what it had, unless its disk can't keep up: Linux begins after half a minute. */
const WRITTEN_BY_ITSELF_NS = 300_000_000_000n;

const NOT_WRITTEN_BACK =
  'The host can’t write its files back (sync): what changed in the last five minutes is read once more by the next backup.';

type Writing = Pick<BackupRun, 'host' | 'signal'>;

/**
 * Has the host write back what is in its memory, as far as `script` says. False: it can't, or not in time.
 * @throws HoldfastError cancelled; what the host throws.
 */
export async function writeBack({ host, signal }: Writing, script = 'sync'): Promise<boolean> {
  const limit = AbortSignal.timeout(SYNC_LIMIT_MS);
  try {
    const { exit } = await runToEnd(host, script, { signal: AbortSignal.any([signal, limit]) });
    return isSuccess(exit);
  } catch (error) {
    if (signal.aborted || !limit.aborted) throw error;
    return false;
  }
}

/**
 * By when the host has written back what it had, before an application is held for which there is no first pass: while it is held, it
 * isn't kept waiting for that. Undefined: it isn't held, or files aren't read.
 */
export async function writeBackBeforeHold(run: BackupRun): Promise<bigint | undefined> {
  const { options, reporter, hostClockNs } = run;
  if (!isHeldForReading(options)) return undefined;
  const nowNs = hostClockNs();
  if (await writeBack(run)) return nowNs;
  reporter.onInfo(NOT_WRITTEN_BACK);
  return nowNs - WRITTEN_BY_ITSELF_NS;
}

/** Of the snapshot of a volume it is seen to where that is taken. */
function isHeldForReading(options: BackupOptions): boolean {
  return isHeld(options) && options.volume === undefined && options.paths.length > 0 && !options.dryRun;
}

/**
 * Sees to it that a file that is read has been written back, if it changed a short while ago. For two things happen to one that
 * waits in the host's memory without moving its times, so that the next backup would take it for unchanged: a program goes on
 * writing to a mapped page (mmap), which moves them once alone until the page is written back; and a crash undoes what was written, but not the times,
 * which a journal has kept.
 */
export class WriteBack {
  readonly #run: Writing & Pick<BackupRun, 'reporter'>;
  readonly #youngFromNs: bigint;
  readonly #isDone: boolean;
  /** Devices that were written back. */
  readonly #written = new Set<bigint>();
  #asOfNs: bigint;
  #last: Promise<void> = Promise.resolve();

  /** @param asOfNs By when it was done, if it was done before. */
  constructor(
    run: Writing & Pick<BackupRun, 'reporter'>,
    { listingStartedNs, asOfNs }: { listingStartedNs: bigint; asOfNs: bigint | undefined },
  ) {
    this.#run = run;
    this.#youngFromNs = listingStartedNs - WRITTEN_BY_ITSELF_NS;
    this.#isDone = asOfNs !== undefined;
    this.#asOfNs = asOfNs ?? listingStartedNs;
  }

  /** A file that changed well before is on the disk as it was read: what the next backup trusts. By the host's clock, in ns since 1970. */
  get asOfNs(): bigint {
    return this.#asOfNs;
  }

  /** To be waited for before `entries` are read. @throws As writeBack. */
  before(entries: readonly ListedEntry[]): Promise<void> {
    if (this.#isDone) return Promise.resolve();
    const young = entries.filter(({ type, ctimeNs }) => type === 'file' && ctimeNs >= this.#youngFromNs);
    if (young.length === 0) return Promise.resolve();
    this.#last = this.#last.then(() => this.#writeBack(young));
    return this.#last;
  }

  async #writeBack(young: readonly ListedEntry[]): Promise<void> {
    const oneOfEach = new Map(young.map(({ device, path }) => [device, path]));
    const unwritten = [...oneOfEach].filter(([device]) => !this.#written.has(device));
    if (unwritten.length === 0) return;
    const paths = quoteAll(unwritten.slice(0, MOST_FILESYSTEMS).map(([, path]) => path));
    const one = unwritten.length <= MOST_FILESYSTEMS ? `sync -f ${paths} 2>/dev/null || ` : '';
    for (const [device] of unwritten) this.#written.add(device);
    if (await writeBack(this.#run, `${one}sync`)) return;
    this.#run.reporter.onInfo(NOT_WRITTEN_BACK);
    if (this.#asOfNs > this.#youngFromNs) this.#asOfNs = this.#youngFromNs;
  }
}

/** Of more, all of the host's are written back. */
const MOST_FILESYSTEMS = 20;
