import { availableParallelism } from 'node:os';
import { throwIfCancelled } from '../../backends/cancel.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { ReadStretch, Stretch } from '../../repository/stretch.ts';
import type { NewFile, Refusal } from '../../repository/write-files.ts';
import { FileTimes } from './file-times.ts';
import { FilesHere } from './files-here.ts';
import { asLaneEntry, batchesOf, type LaneEntry } from './lane-entries.ts';
import { asLaneFile, type FileStretch, type LaneFile, stretchesOf } from './lane-files.ts';
import { LaneQueue } from './lane-queue.ts';
import { newFileIn } from './new-file.ts';
import type { SendOptions } from './send.ts';
import type { SendItem } from './send-order.ts';
import { LEFT_TO_VERIFY, refusedFile, takenOver, type Workspace } from './workspace.ts';

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
  readonly newFile: NewFile | null;
  readonly times: FileTimes | null;
  readonly readStretch: ReadStretch;
  readonly makeEntries: NonNullable<BlobSource['makeEntries']>;
}

interface LoadedStretch {
  readonly stretch: FileStretch;
  readonly loaded: Stretch;
}

/** What of a window goes by the lanes, and what doesn't. */
export interface SplitWindow {
  readonly files: readonly LaneFile[];
  readonly entries: readonly LaneEntry[];
  readonly rest: SendItem[];
}

/**
 * Threads that write files of this machine and make folders and symlinks, beside a tar that makes all else. Folders, also those on
 * the way to files, are ours alone until they are closed.
 */
export class Lanes {
  readonly signal: AbortSignal;
  readonly #workspace: Workspace;
  readonly #parts: LanesParts;
  readonly #queue = new LaneQueue();
  readonly #lanes: Promise<void>[];
  readonly #making = new Set<Promise<void>>();
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
    const { repository } = options;
    const { readStretch } = repository;
    if (options.unpacker.closesApart || readStretch == null || repository.makeEntries === undefined)
      return null;
    const makeEntries = repository.makeEntries.bind(repository);
    const here = FilesHere.open(workspace, options.repository);
    if (here?.isStillOf(workspace) !== true || (options.isVerified && !here.note(LEFT_TO_VERIFY))) {
      here?.close();
      return null;
    }
    const failing = new AbortController();
    const parts = { ...options, here, newFile: newFileIn(workspace, here), readStretch, makeEntries };
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
    const { here, newFile, times, counts, onProgress } = this.#parts;
    this.#assertGoesOn();
    const refusal = await loaded.writeIn({ folder: here.folder, newFile }, this.signal);
    this.#assertTaken(refusal);
    await times?.set(stretch.times);
    counts.files += stretch.completed;
    counts.bytes += stretch.contentBytes;
    onProgress(stretch.last);
  }

  /**
   * A run that stood still (a machine that slept, a disk that hung) may have been given up, and the same restore begun anew: what came
   * late would then stand in that one's undo folder, which could not be undone any more.
   */
  #assertGoesOn(): void {
    throwIfCancelled(this.signal);
    if (!this.#parts.here.isStillOf(this.#workspace)) throw takenOver(this.#workspace);
  }

  #assertTaken(refusal: Refusal | null): void {
    if (refusal !== null) throw refusedFile(this.#workspace, refusal);
  }

  async *#stretches(): AsyncGenerator<FileStretch> {
    for (let taken = await this.#queue.take(); taken !== null; taken = await this.#queue.take()) {
      yield* stretchesOf(taken, this.#parts);
    }
  }

  /** Each in the order of `window`. */
  split(window: readonly SendItem[]): SplitWindow {
    const options = { ...this.#parts, setsAllTimes: this.#parts.times !== null };
    const files: LaneFile[] = [];
    const entries: LaneEntry[] = [];
    const rest: SendItem[] = [];
    for (const item of window) {
      const file = asLaneFile(item, options);
      const entry = file === null ? asLaneEntry(item, options) : null;
      if (file !== null) files.push(file);
      else if (entry !== null) entries.push(entry);
      else rest.push(item);
    }
    return { files, entries, rest };
  }

  /** Resolves when the lanes have taken them all. @throws Why one failed. */
  add(files: readonly LaneFile[]): Promise<void> {
    return Promise.race([this.#queue.add(files), this.#failed]);
  }

  /** Resolves when they are made. @throws What the system refused. */
  async make(entries: readonly LaneEntry[]): Promise<void> {
    const batches = [...batchesOf(entries)].map((batch) => this.#make(batch));
    const made = Promise.all(batches).then(() => {});
    const settled = Promise.allSettled(batches).then(() => void this.#making.delete(settled));
    this.#making.add(settled);
    await made;
  }

  async #make(batch: readonly LaneEntry[]): Promise<void> {
    const { here, times, makeEntries, counts, onProgress } = this.#parts;
    this.#assertGoesOn();
    const refusal = await makeEntries(
      here.folder,
      batch.map(({ entry }) => entry),
    );
    this.#assertTaken(refusal);
    await times?.set(batch.flatMap(({ time }) => time ?? []));
    for (const { entry } of batch) {
      if (entry.is === 'folder') counts.folders++;
      if (entry.is === 'symlink') counts.others++;
    }
    const last = batch.at(-1);
    if (last !== undefined) onProgress(last.item);
  }

  /** Resolves when all files are written. @throws Why a lane failed. */
  async endFiles(): Promise<void> {
    this.#queue.end();
    await Promise.allSettled(this.#lanes);
    await Promise.all(this.#lanes);
  }

  /** Resolves when all is done. @throws Why it isn't. */
  async end(): Promise<void> {
    await this.#parts.times?.end();
    this.#parts.here.close();
  }

  /** Ends them, and resolves when none writes any more. */
  async abandon(error: unknown): Promise<void> {
    this.#failing.abort(error);
    this.#queue.end();
    await Promise.allSettled([...this.#lanes, ...this.#making, this.#parts.times?.end()]);
    this.#parts.here.close();
  }
}

function signalOf(failing: AbortController, { signal }: Pick<SendOptions, 'signal'>): AbortSignal {
  return AbortSignal.any([failing.signal, ...(signal === undefined ? [] : [signal])]);
}
