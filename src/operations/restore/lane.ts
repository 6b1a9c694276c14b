import type { ByteString } from '../../bytestring.ts';
import type { HeldPipe } from '../../hosts/held-pipe.ts';
import { type Output, runToEnd } from '../../hosts/output.ts';
import type { ReadStretch } from '../../repository/stretch.ts';
import { type ArchiveStretch, stretchesOf } from './lane-files.ts';
import type { LaneQueue } from './lane-queue.ts';
import { archiveEnd, type SendOptions } from './send.ts';
import type { Workspace } from './workspace.ts';

export interface LaneParts {
  readonly pipe: HeldPipe;
  /** Shell that unpacks what comes by the pipe. */
  readonly script: string;
  /** The archive's last member. */
  readonly receivedName: ByteString;
  readonly files: LaneQueue;
  readonly options: LaneOptions;
}

export interface LaneOptions extends SendOptions {
  readonly readStretch: ReadStretch;
  /** All files are read again and compared before they count as restored. */
  readonly isVerified: boolean;
  readonly signal: AbortSignal;
}

/**
 * A tar of this machine beside others, and what feeds it: threads write what they have opened into its pipe, and this one only
 * says what.
 */
export class Lane {
  readonly #workspace: Workspace;
  readonly #parts: LaneParts;
  readonly #over = new AbortController();

  constructor(workspace: Workspace, parts: LaneParts) {
    this.#workspace = workspace;
    this.#parts = parts;
  }

  /** Unpacks until no more files come, and gives what its tar said. @throws what reading the repository and the host throw. */
  async run(onFeedFailure: (error: unknown) => void): Promise<Output> {
    const { pipe, script, options } = this.#parts;
    const unpacking = runToEnd(this.#workspace.host, script, { signal: options.signal }).finally(() => {
      pipe.letGo();
      this.#over.abort();
    });
    const feeding = this.#feed()
      .catch((error) => {
        onFeedFailure(error); // which ends the tar: it must not take what it has for all
        throw error;
      })
      .finally(() => pipe.end());
    const [unpacked, fed] = await Promise.allSettled([unpacking, feeding]);
    if (fed.status === 'rejected') throw fed.reason;
    if (unpacked.status === 'rejected') throw unpacked.reason;
    return unpacked.value;
  }

  /** Until nobody reads any more: why, the tar's exit status tells. */
  async #feed(): Promise<void> {
    const { options, pipe, receivedName } = this.#parts;
    const stretches = this.#stretches();
    let ahead = await this.#readNext(stretches);
    while (ahead !== null) {
      const { stretch, archive } = ahead;
      const next = this.#readNext(stretches);
      next.catch(() => {}); // met below
      try {
        if (!(await stretch.writeTo(pipe.writable, options.signal)))
          return void (await next)?.stretch.giveBack();
      } catch (error) {
        await next.then((read) => read?.stretch.giveBack()).catch(() => {});
        throw error;
      } finally {
        stretch.giveBack();
      }
      options.counts.files += archive.files;
      options.counts.bytes += archive.contentBytes;
      options.onProgress(archive.last);
      ahead = await next;
    }
    const lastMember = archiveEnd(receivedName, this.#workspace.token, options.unpacker);
    const end = await options.readStretch([lastMember], { isReadAgain: false });
    await end.writeTo(pipe.writable);
    end.giveBack();
  }

  async #readNext(stretches: AsyncIterator<ArchiveStretch>) {
    const next = await stretches.next();
    if (next.done === true) return null;
    const { readStretch, isVerified, signal } = this.#parts.options;
    const stretch = await readStretch(next.value.pieces, { isReadAgain: isVerified, signal });
    return { archive: next.value, stretch };
  }

  async *#stretches(): AsyncGenerator<ArchiveStretch> {
    const { files, options } = this.#parts;
    const over = new Promise<null>((resolve) =>
      this.#over.signal.addEventListener('abort', () => resolve(null), { once: true }),
    );
    for (;;) {
      const taken = await Promise.race([files.take(), over]);
      if (taken === null) return;
      yield* stretchesOf(taken, options);
    }
  }
}
