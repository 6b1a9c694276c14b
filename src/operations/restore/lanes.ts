import type { ByteString } from '../../bytestring.ts';
import { type HeldPipe, WIDEN_STDIN } from '../../hosts/held-pipe.ts';
import { FilesHere } from './files-here.ts';
import { Lane, type LaneOptions } from './lane.ts';
import { asLaneFile, type LaneFile } from './lane-files.ts';
import { LaneQueue } from './lane-queue.ts';
import { judge, type ReceiveOptions, unpackScript } from './receive.ts';
import type { SendItem } from './send-order.ts';
import { asItsRun, runIn, type Workspace } from './workspace.ts';

/** One more than the cores of a small machine: while a thread waits for its tar, or a tar for its thread, another has work. */
const LANES = 3;

/** Below it a tar of their own isn't worth starting. Each file counts for as much as it takes to open a small one. */
const WORTH_BYTES = 32 * 1024 * 1024;
const FILE_COST_BYTES = 4096;

export function worthLanes({ files, bytes }: { readonly files: number; readonly bytes: number }): boolean {
  return bytes + files * FILE_COST_BYTES >= WORTH_BYTES;
}

type LanesOptions = ReceiveOptions & Pick<LaneOptions, 'readStretch' | 'isVerified'>;

/**
 * Tars on this machine beside the one that makes all else. They take files alone, and make the folders on the way to them,
 * which are ours alone until they are closed.
 */
export class Lanes {
  readonly signal: AbortSignal;
  readonly #options: LanesOptions;
  readonly #workspace: Workspace;
  readonly #failing = new AbortController();
  readonly #queue = new LaneQueue();
  readonly #lanes: Promise<void>[];
  readonly #failed: Promise<never>;

  private constructor(workspace: Workspace, pipes: readonly HeldPipe[], options: LanesOptions) {
    const { signal } = options;
    this.#workspace = workspace;
    this.#options = options;
    this.signal = AbortSignal.any([this.#failing.signal, ...(signal === undefined ? [] : [signal])]);
    this.#lanes = pipes.map((pipe, i) => this.#run(pipe, i));
    this.#failed = new Promise((_resolve, reject) => {
      for (const lane of this.#lanes) lane.catch(reject);
    });
    this.#failed.catch(() => {});
  }

  /** Null where all goes to one tar: on another machine, by a tar that closes folders apart, without threads or pipes. */
  static async open(
    workspace: Workspace,
    options: ReceiveOptions & Pick<LaneOptions, 'isVerified'>,
  ): Promise<Lanes | null> {
    const { readStretch } = options.repository;
    if (options.unpacker.closesApart || readStretch == null) return null;
    const here = FilesHere.open(workspace, options.repository);
    if (here === null) return null;
    try {
      const names = Array.from({ length: LANES }, (_, i) => pipeName(i));
      const makePipes = asItsRun(
        workspace,
        `rm -f ${names.join(' ')}\nmkfifo -m 600 ${names.join(' ')} || :`,
      );
      await runIn(workspace, 'make pipes', makePipes, { signal: options.signal });
      const pipes = names.map((name) => here.openPipe(name)).filter((pipe) => pipe !== null);
      if (pipes.length < names.length) {
        for (const pipe of pipes) {
          pipe.letGo();
          pipe.end();
        }
        return null;
      }
      return new Lanes(workspace, pipes, { ...options, readStretch });
    } finally {
      here.close();
    }
  }

  async #run(pipe: HeldPipe, i: number): Promise<void> {
    const receivedName = `received-${i}` as ByteString;
    const pipeIn = pipeName(i);
    // All may have been written already: who opens a pipe that nobody writes to any more, only to read it, waits for ever.
    const body = `exec 3<>${pipeIn} <${pipeIn} 3<&- && rm -f ${pipeIn} || exit
${WIDEN_STDIN}${unpackScript(this.#options.unpacker, receivedName)}`;
    const lane = new Lane(this.#workspace, {
      pipe,
      script: asItsRun(this.#workspace, body),
      receivedName,
      files: this.#queue,
      options: { ...this.#options, signal: this.signal },
    });
    try {
      judge(this.#workspace, await lane.run((error) => this.#failing.abort(error)), this.#options);
    } catch (error) {
      this.#failing.abort(error);
      throw error;
    }
  }

  /** What goes by a lane of `window`, and what doesn't. */
  split(window: readonly SendItem[]): { readonly own: LaneFile[]; readonly rest: SendItem[] } {
    const own: LaneFile[] = [];
    const rest: SendItem[] = [];
    for (const item of window) {
      const file = asLaneFile(item, this.#options.repository);
      if (file === null) rest.push(item);
      else own.push(file);
    }
    return { own, rest };
  }

  /** Resolves when the lanes have taken them all. @throws Why one failed. */
  add(files: readonly LaneFile[]): Promise<void> {
    return Promise.race([this.#queue.add(files), this.#failed]);
  }

  /** Resolves when all is unpacked. @throws Why a lane failed. */
  async end(): Promise<void> {
    this.#queue.end();
    await this.settle();
    await Promise.all(this.#lanes);
  }

  /** Ends them, and resolves when none writes any more. */
  async abandon(error: unknown): Promise<void> {
    this.#failing.abort(error);
    await this.settle();
  }

  async settle(): Promise<void> {
    await Promise.allSettled(this.#lanes);
  }
}

function pipeName(i: number): string {
  return `feed-${i}`;
}
