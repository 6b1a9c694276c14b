import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { fromText } from '../bytestring.ts';
import { fedByFifo } from '../hosts/fed-by-fifo.ts';
import { Fifo } from '../hosts/fifo.ts';
import type { Host } from '../hosts/host.ts';
import { runSuccessfully } from '../hosts/output.ts';
import { quote } from '../hosts/quote.ts';

/** Where a container sees the folder. */
export const FEED_FOLDER = '/holdfast-feed';

/** For the container's first process to open the FIFO of the trial, and for what it read to come back. */
const TRIAL_LIMIT_MS = 5000;

/** Engines take a mount as fields with commas between, and quotes around. */
export const UNFIT_IN_MOUNT = /[,"\n]/;

/**
 * A folder of this machine that a container sees, and can't write: in it FIFOs that bring what is restored. What goes by an
 * engine's `exec` instead is copied by its client, its daemon and its shim.
 *
 * Nobody else comes to it, for the folder around it is ours alone; in the container everybody may read, for nobody knows which
 * account will. It holds nothing but FIFOs, each for as long as nobody has opened it, and none but of ours: the container can
 * make nothing there, and we never read from one.
 *
 * An engine on another machine hasn't such a folder, and one in a machine of its own (Docker Desktop) shows its files but has
 * other FIFOs than we do: `isWay` tells.
 */
export class DrillFeed {
  readonly #machine: Host;
  /** As this machine calls it. */
  readonly path: string;
  readonly #trial: Fifo;
  readonly #limitMs: number;

  private constructor(machine: Host, path: string, trial: Fifo, limitMs: number) {
    this.#machine = machine;
    this.path = path;
    this.#trial = trial;
    this.#limitMs = limitMs;
  }

  /**
   * @param parent A folder of the drill's, for nobody but us.
   * @returns null where it can't be: then nothing is lost but time.
   */
  static async make(
    machine: Host,
    { parent, name, trialLimitMs = TRIAL_LIMIT_MS }: { parent: string; name: string; trialLimitMs?: number },
    signal: AbortSignal,
  ): Promise<DrillFeed | null> {
    const path = `${parent}/${name}`;
    if (UNFIT_IN_MOUNT.test(path)) return null;
    try {
      const what = 'make a folder for FIFOs';
      await runSuccessfully(machine, what, `mkdir -m 711 -- ${quote(fromText(path))}`, { signal });
      const trial = await Fifo.make(machine, `${path}/${newName()}`, signal);
      return new DrillFeed(machine, path, trial, trialLimitMs);
    } catch (error) {
      if (signal.aborted) throw error;
      return null;
    }
  }

  /** For the engine's `run`. A missing folder is an error to it: by `--volume` one would be made, on whichever machine. */
  get mount(): string[] {
    return ['--mount', `type=bind,source=${this.path},target=${FEED_FOLDER},readonly`];
  }

  /** The FIFO of the trial, as the container sees it: it is to print `feed` and the line that it reads there. */
  get trial(): string {
    return this.#thereOf(this.#trial);
  }

  /** Whether the container reads what we write here. @param said What its first process prints. */
  async isWay(said: Readable, signal: AbortSignal): Promise<boolean> {
    const nonce = newName();
    const limit = AbortSignal.any([signal, AbortSignal.timeout(this.#limitMs)]);
    let printed = '';
    const answer = new Promise<boolean>((resolve) => {
      const look = (chunk: Buffer) => {
        printed = (printed + chunk.toString('latin1')).slice(-SAID_CHARACTERS);
        if (printed.includes(`feed ${nonce}`)) resolve(true);
      };
      said.on('data', look);
      limit.addEventListener('abort', () => resolve(false), { once: true });
    });
    try {
      const end = await this.#trial.open(limit);
      end.onError(() => {}); // nobody reads any more: nothing comes back
      const written = end.write(Buffer.from(`${nonce}\n`)).catch(() => {});
      void written.then(() => end.destroy());
      return await answer;
    } catch {
      return false;
    } finally {
      await this.#trial.remove();
    }
  }

  /** The container `host`, to which large inputs go by FIFOs in the folder. */
  feed(host: Host, signal: AbortSignal): Host {
    return fedByFifo(host, async () => {
      const fifo = await Fifo.make(this.#machine, `${this.path}/${newName()}`, signal);
      return { fifo, there: this.#thereOf(fifo) };
    });
  }

  #thereOf({ path }: Fifo): string {
    return `${FEED_FOLDER}${path.slice(this.path.length)}`;
  }
}

const SAID_CHARACTERS = 200;

function newName(): string {
  return randomBytes(8).toString('hex');
}
