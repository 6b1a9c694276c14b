import { availableParallelism } from 'node:os';
import { throwIfCancelled } from '../../backends/cancel.ts';
import type { ReadStretch, Stretch } from '../../repository/stretch.ts';
import { FileTimes } from './file-times.ts';
import { FilesHere } from './files-here.ts';
import { asLaneFile, type FileStretch, type LaneFile, stretchesOf } from './lane-files.ts';
import { LaneQueue } from './lane-queue.ts';
import type { SendOptions } from './send.ts';
import type { SendItem } from './send-order.ts';
import { refusedFile, type Workspace } from './workspace.ts';

/** One more than there are threads, so that none waits for its next stretch; each holds two in memory. */
const LANES = Math.min(availableParallelism(), 4) + 1;

/** Below it threads aren't worth starting. Each file counts for as much as it takes to open a small one. */
const WORTH_BYTES = 32 * 1024 * 1024;
const FILE_COST_BYTES = 4096;

export function worthLanes({ files, bytes }: { readonly files: number; readonly bytes: number }): boolean {
  return bytes + files * FILE_COST_BYTES >= WORTH_BYTES;
}

export interface LanesOptions extends SendOptions {
  /** All files are read again and compared before they count as restored. */
  readonly isVerified: boolean;
  /** Some of what is restored has times that Node can't set. */
  readonly hasFractions: boolean;
}

interface LanesParts extends LanesOptions {
  readonly here: FilesHere;
  readonly times: FileTimes | null;
  readonly readStretch: ReadStretch;
}

interface LoadedStretch {
  readonly stretch: FileStretch;
  readonly loaded: Stretch;
}

/**
 * Threads that write files of this machine, beside a tar that makes all else. They make the folders on the way to them, which are
 * ours alone until they are closed.
 */
export class Lanes {
  readonly signal: AbortSignal;
  readonly #workspace: Workspace;
  readonly #parts: LanesParts;
  readonly #queue = new LaneQueue();
  readonly #lanes: Promise<void>[];
  readonly #failing: AbortController;
  readonly #failed: Promise<never>;

  private constructor(workspace: Workspace, parts: LanesParts, failing: AbortController) {
    this.#workspace = workspace;
    this.#parts = parts;
    this.#failing = failing;
    this.signal = signalOf(failing, parts);
    this.#lanes = Array.from({ length: LANES }, () => this.#run());
    this.#failed = new Promise((_resolve, reject) => {
      for (const lane of this.#lanes) lane.catch(reject);
    });
    this.#failed.catch(() => {});
  }

  /** Null where all goes to one tar: on another machine, by a tar that closes folders apart, without threads, in a workspace of another run. */
  static async open(workspace: Workspace, options: LanesOptions): Promise<Lanes | null> {
    const { readStretch } = options.repository;
    if (options.unpacker.closesApart || readStretch == null) return null;
    const here = FilesHere.open(workspace, options.repository);
    if (here?.isStillOf(workspace) !== true) {
      here?.close();
      return null;
    }
    const failing = new AbortController();
    const parts = { ...options, here, readStretch };
    if (!options.hasFractions) return new Lanes(workspace, { ...parts, times: null }, failing);
    try {
      const times = await FileTimes.open(workspace, here, signalOf(failing, options));
      return new Lanes(workspace, { ...parts, times }, failing);
    } catch (error) {
      here.close();
      throw error;
    }
  }

  async #run(): Promise<void> {
    try {
      await this.#writeAll();
    } catch (error) {
      this.#failing.abort(error);
      throw error;
    }
  }

  async #writeAll(): Promise<void> {
    const stretches = this.#stretches();
    let next = this.#read(stretches);
    for (let ahead = await next; ahead !== null; ahead = await next) {
      next = this.#read(stretches);
      next.catch(() => {}); // met above
      try {
        await this.#write(ahead);
      } catch (error) {
        await next.then((read) => read?.loaded.giveBack()).catch(() => {});
        throw error;
      } finally {
        ahead.loaded.giveBack();
      }
    }
  }

  async #read(stretches: AsyncIterator<FileStretch>): Promise<LoadedStretch | null> {
    const next = await stretches.next();
    if (next.done === true) return null;
    const { readStretch, isVerified } = this.#parts;
    const loaded = await readStretch(next.value.files, { isReadAgain: isVerified, signal: this.signal });
    return { stretch: next.value, loaded };
  }

  async #write({ stretch, loaded }: LoadedStretch): Promise<void> {
    const { here, times, counts, onProgress } = this.#parts;
    throwIfCancelled(this.signal);
    const refusal = await loaded.writeIn(here.folder, this.signal);
    if (refusal !== null) throw refusedFile(this.#workspace, refusal);
    await times?.set(stretch.times);
    counts.files += stretch.completed;
    counts.bytes += stretch.contentBytes;
    onProgress(stretch.last);
  }

  async *#stretches(): AsyncGenerator<FileStretch> {
    for (let taken = await this.#queue.take(); taken !== null; taken = await this.#queue.take()) {
      yield* stretchesOf(taken, this.#parts);
    }
  }

  /** What goes by a lane of `window`, and what doesn't. */
  split(window: readonly SendItem[]): { readonly own: LaneFile[]; readonly rest: SendItem[] } {
    const options = { ...this.#parts, setsAllTimes: this.#parts.times !== null };
    const own: LaneFile[] = [];
    const rest: SendItem[] = [];
    for (const item of window) {
      const file = asLaneFile(item, options);
      if (file === null) rest.push(item);
      else own.push(file);
    }
    return { own, rest };
  }

  /** Resolves when the lanes have taken them all. @throws Why one failed. */
  add(files: readonly LaneFile[]): Promise<void> {
    return Promise.race([this.#queue.add(files), this.#failed]);
  }

  /** Resolves when all is written. @throws Why a lane failed. */
  async end(): Promise<void> {
    this.#queue.end();
    await Promise.allSettled(this.#lanes);
    await Promise.all(this.#lanes);
    await this.#parts.times?.end();
    this.#parts.here.close();
  }

  /** Ends them, and resolves when none writes any more. */
  async abandon(error: unknown): Promise<void> {
    this.#failing.abort(error);
    this.#queue.end();
    await Promise.allSettled([...this.#lanes, this.#parts.times?.end()]);
    this.#parts.here.close();
  }
}

function signalOf(failing: AbortController, { signal }: Pick<SendOptions, 'signal'>): AbortSignal {
  return AbortSignal.any([failing.signal, ...(signal === undefined ? [] : [signal])]);
}
