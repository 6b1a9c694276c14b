import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ByteString, displayText } from '../../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../../errors.ts';
import type { Host, RunningCommand } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { firstLine } from './first-line.ts';
import { inMountNamespace } from './mount-namespace.ts';
import { findPlace, type VolumePlace } from './place.ts';
import { RANDOM_DIGITS, snapshotName, type VolumeKind } from './volume-kind.ts';
import {
  checkScript,
  clearRecordScript,
  clearScript,
  createScript,
  lookScript,
  mountScript,
  ownScript,
  removeScript,
  unmountScript,
  type VolumeTerms,
} from './volume-scripts.ts';

export interface VolumeOptions {
  readonly kind: VolumeKind;
  /** Leave the snapshot where it is: it is the user's then. */
  readonly keep: boolean;
  /** Of the paths, those that may lie elsewhere, and are read there. Default: none. */
  readonly aside?: readonly ByteString[] | undefined;
  /** Who has it, for others. */
  readonly holder: string;
  /** Where its record lies on the host. Default: as LeaseTerms. */
  readonly folder?: ByteString | undefined;
}

export interface VolumeWork {
  readonly target: string;
  readonly paths: readonly ByteString[];
  readonly signal: AbortSignal;
  /** Told of leftovers that were removed. */
  readonly onInfo: (message: string) => void;
  readonly onWarning: (message: string) => void;
}

/**
 * A snapshot of the volume that a backup's paths lie on. In this order: `own`, which finds out all that can be known before
 * anything is stopped; `create`, the moment; `mount`, which gives a host on which the paths are the snapshot's; `check` after
 * the last byte; and in any case `close`.
 *
 * On the host it is known by a record beside the leases and by its name. Who owns the record is a process there, which ends with our
 * connection: so a run that died has left something, and one that goes on hasn't.
 */
export class VolumeSnapshot {
  readonly #host: Host;
  readonly #terms: VolumeTerms;
  readonly #keep: boolean;
  readonly #owner: RunningCommand;
  readonly #ownerPid: number;
  readonly #work: VolumeWork;
  readonly #device: bigint | null;
  #isCreated = false;
  #isMounted = false;

  private constructor(
    host: Host,
    parts: {
      terms: VolumeTerms;
      keep: boolean;
      owner: RunningCommand;
      ownerPid: number;
      work: VolumeWork;
      device: bigint | null;
    },
  ) {
    this.#host = host;
    this.#terms = parts.terms;
    this.#keep = parts.keep;
    this.#owner = parts.owner;
    this.#ownerPid = parts.ownerPid;
    this.#work = parts.work;
    this.#device = parts.device;
  }

  /**
   * Finds the volume, owns it, and removes what an earlier run of the target left of it.
   * @throws HoldfastError locked (another run has it); host-unsupported; bad-input, source-missing (see findPlace); command-failed.
   */
  static async own(host: Host, options: VolumeOptions, work: VolumeWork): Promise<VolumeSnapshot> {
    const { kind, keep, holder, folder, aside } = options;
    const { target, signal } = work;
    const place = await findPlace(host, work.paths, { kind, aside, signal });
    const random = randomBytes(RANDOM_DIGITS / 2).toString('hex');
    const name = snapshotName(target, random, keep);
    const terms: VolumeTerms = { target, name, holder, kind, place, folder };
    const looked = await runSuccessfully(host, `use \`${kind.word}\` for the volume`, lookScript(terms), {
      signal,
    });
    const device = deviceIn(looked.stdout);
    const { owner, ownerPid } = await ownVolume(host, terms, signal);
    const snapshot = new VolumeSnapshot(host, { terms, keep, owner, ownerPid, work, device });
    try {
      await snapshot.#clear();
      return snapshot;
    } catch (error) {
      await snapshot.#letGo();
      throw error;
    }
  }

  get name(): string {
    return this.#terms.name;
  }

  get place(): VolumePlace {
    return this.#terms.place;
  }

  /** Takes the snapshot. */
  async create(signal: AbortSignal): Promise<void> {
    this.#work.onInfo(`snapshot: ${this.name} of the volume`);
    this.#isCreated = true; // also a part of it must go
    await runSuccessfully(this.#host, 'take a snapshot of the volume', createScript(this.#terms), { signal });
  }

  /**
   * A host on which the paths are as the snapshot has them, and read-only. It ends with this. And the number of the snapshot's
   * device, with that of the volume's own.
   */
  async mount(signal: AbortSignal): Promise<MountedVolume> {
    const within = inMountNamespace(this.#host, this.#ownerPid);
    this.#isMounted = true;
    const script = mountScript(this.#terms);
    const mounted = await runSuccessfully(within, 'mount the snapshot of the volume', script, { signal });
    const device = deviceIn(mounted.stdout);
    const isKnown = device !== null && this.#device !== null;
    return { host: within, devices: new Map(isKnown ? [[device, this.#device]] : []) };
  }

  /** Whether all that was read came from the snapshot as it was taken. @throws HoldfastError source-changed. */
  async check(signal: AbortSignal): Promise<void> {
    try {
      const script = checkScript(this.#terms, this.#ownerPid);
      await runSuccessfully(this.#host, 'believe what was read from the snapshot', script, { signal });
    } catch (cause) {
      if (signal.aborted || asHoldfastError(cause)?.code !== 'command-failed') throw cause;
      const { message } = cause as Error;
      throw new HoldfastError(
        'source-changed',
        `${message} There is no backup of it. If it has overflowed, give it more room (\`volume-size\`), and back up again.`,
        { cause },
      );
    }
  }

  /**
   * Unmounts it, and removes it unless it is to be kept. Never rejects: what can't be removed is told, and found by the next
   * run.
   * @param isGood False: what was to be kept is removed, too.
   */
  async close(signal: AbortSignal, { isGood }: { isGood: boolean }): Promise<void> {
    try {
      const within = inMountNamespace(this.#host, this.#ownerPid);
      if (this.#isMounted)
        await runSuccessfully(within, 'unmount the snapshot of the volume', unmountScript(this.#terms), {
          signal,
        });
      const keep = this.#keep && isGood;
      const script = removeScript(this.#terms, keep);
      if (this.#isCreated)
        await runSuccessfully(this.#host, `remove the snapshot ${this.name}`, script, { signal });
      if (this.#isCreated && keep) this.#work.onInfo(`snapshot: ${this.name} is kept`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#work.onWarning(`${reason} The next run of this target tries again.`);
    }
    await this.#letGo();
  }

  async #clear(): Promise<void> {
    await clearBy(this.#host, clearScript(this.#terms), this.#work);
  }

  async #letGo(): Promise<void> {
    await letGo(this.#owner);
  }
}

/**
 * Removes what a run of the target left that died, as its record says; nothing where there is none. A moment may pass until the
 * host knows that the run is gone.
 * @throws HoldfastError locked where another run has the volume; host-unsupported; command-failed where it can't be removed.
 */
export async function removeLeftSnapshot(
  host: Host,
  left: Pick<VolumeWork, 'target' | 'signal' | 'onInfo'> & Pick<VolumeOptions, 'holder' | 'folder'>,
): Promise<void> {
  const giveUpMs = performance.now() + GONE_WITHIN_MS;
  for (;;) {
    try {
      const { owner } = await ownVolume(host, left, left.signal);
      try {
        return await clearBy(host, clearRecordScript(left), left);
      } finally {
        await letGo(owner);
      }
    } catch (error) {
      if (asHoldfastError(error)?.code !== 'locked' || performance.now() > giveUpMs) throw error;
      await sleep(LOOK_EVERY_MS, undefined, { signal: left.signal });
    }
  }
}

const GONE_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 500;

/** @throws HoldfastError command-failed where something is left. */
async function clearBy(
  host: Host,
  script: string,
  { signal, onInfo }: Pick<VolumeWork, 'signal' | 'onInfo'>,
): Promise<void> {
  const what = 'look for what an earlier run left of the volume';
  const { stdout, stderr } = await runSuccessfully(host, what, script, { signal });
  for (const line of stdout.toString().split('\n').filter(Boolean)) {
    const [word, name = ''] = line.split(' ');
    if (word === 'removed') onInfo(`snapshot: ${displayText(name)}, which an earlier run left, is removed`);
    else
      throw new HoldfastError(
        'command-failed',
        `Cannot remove the snapshot ${JSON.stringify(displayText(name))}, which an earlier run left on "${host.name}": ` +
          `${displayText(stderr.toString().trim().slice(-500)) || 'nobody knows why'}. Remove it by hand, then back up again.`,
      );
  }
}

async function letGo(owner: RunningCommand): Promise<void> {
  owner.stdin.end();
  await owner.exited.catch(() => {});
}

export interface MountedVolume {
  readonly host: Host;
  readonly devices: ReadonlyMap<bigint, bigint>;
}

/** The last line that a script prints, if it is a number. */
function deviceIn(stdout: Buffer): bigint | null {
  const [, device] = /(?:^|\n)([0-9]{1,20})\n$/.exec(stdout.toString()) ?? [];
  return device === undefined ? null : BigInt(device);
}

/** The process on the host that owns the volume for as long as we let it. */
async function ownVolume(
  host: Host,
  terms: Pick<VolumeTerms, 'target' | 'holder' | 'folder'>,
  signal: AbortSignal,
): Promise<{ owner: RunningCommand; ownerPid: number }> {
  signal.throwIfAborted();
  const owner = await host.start(ownScript(terms));
  owner.stdin.on('error', () => {});
  owner.stderr.resume();
  owner.exited.catch(() => {});
  const [word, ...rest] = (await firstLine(owner.stdout)).split(' ');
  if (word === 'owned') return { owner, ownerPid: Number(rest[0]) };
  owner.stdin.end();
  const said = displayText(rest.join(' '));
  if (word === 'taken')
    throw new HoldfastError(
      'locked',
      `Cannot take a snapshot of the volume of ${JSON.stringify(terms.target)} on "${host.name}": ${JSON.stringify(said)} has one, expected nobody. ` +
        'Wait until that is done.',
    );
  const actual =
    word === 'no-unshare'
      ? 'there is no `unshare` or no `nsenter`, expected both'
      : word === 'no-root'
        ? 'the user of the login isn’t root, expected root'
        : 'it gives no mount namespace, expected one';
  throw new HoldfastError(
    'host-unsupported',
    `Cannot mount a snapshot on "${host.name}": ${actual}. Install util-linux, and connect as root or by \`become\`; in a container it can’t be done.`,
  );
}
