import type { DrillContainer } from '../../drills/drill-container.ts';
import type { DrillLimits } from '../../drills/limits.ts';
import { DRILL_FOLDER } from '../../drills/run-words.ts';
import type { EngineService, RunningService } from '../../drills/services/service.ts';
import type { ImageRole } from '../../drills/wishes.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';

export interface Server {
  readonly service: EngineService;
  readonly running: RunningService;
  /** As the account that it runs as. */
  readonly host: Host;
}

interface Made {
  readonly host: Host;
  readonly folder: string;
  readonly tookMs: number;
}

/**
 * What starts the server and asks it, looks for the tool, restores and compares: their shells start while the server's files are made,
 * which one core does alone.
 */
const COMMANDS_OF_A_RESTORE = 5;

/** The servers that a drill's containers hold. */
export class DrillServers {
  readonly #containerOf: (role: ImageRole) => DrillContainer | null;
  readonly #initMs: number;
  readonly #signal: AbortSignal;
  readonly #made = new Map<EngineService, Promise<Made>>();

  constructor(
    containerOf: (role: ImageRole) => DrillContainer | null,
    { initMs }: Pick<DrillLimits, 'initMs'>,
    signal: AbortSignal,
  ) {
    this.#containerOf = containerOf;
    this.#initMs = initMs;
    this.#signal = signal;
  }

  /** Makes what they need, side by side. Where that can't be, `start` throws what has kept it. @throws what the signal does. */
  async make(services: readonly EngineService[]): Promise<void> {
    await Promise.allSettled(services.map((service) => this.#make(service)));
    this.#signal.throwIfAborted();
  }

  /** @throws HoldfastError host-unsupported without an image for it, or when it isn't ready in time. */
  async start(service: EngineService): Promise<Server> {
    const { host, folder, tookMs: spentMs } = await this.#make(service);
    const running = await service.start({
      host,
      folder,
      limitMs: this.#initMs,
      spentMs,
      signal: this.#signal,
    });
    return { service, running, host };
  }

  /** Once. */
  #make(service: EngineService): Promise<Made> {
    let made = this.#made.get(service);
    if (made === undefined) {
      made = this.#makeNow(service);
      this.#made.set(service, made);
    }
    return made;
  }

  async #makeNow(service: EngineService): Promise<Made> {
    const folder = roomOf(service.role);
    const host = await this.#hostOf(service, folder);
    host.startAhead?.(COMMANDS_OF_A_RESTORE);
    const startedMs = performance.now();
    await service.make?.({ host, folder, limitMs: this.#initMs, spentMs: 0, signal: this.#signal });
    return { host, folder, tookMs: performance.now() - startedMs };
  }

  /** As the account that it runs as. */
  #hostOf({ role, title }: EngineService, folder: string): Promise<Host> {
    const container = this.#containerOf(role);
    if (container === null) {
      throw new HoldfastError(
        'host-unsupported',
        `Cannot start ${title} for the drill: no image is named for it, expected one of the server’s version. Name it: ` +
          `${role}=IMAGE.`,
      );
    }
    const account = container.rooms.get(folder);
    if (account === undefined) {
      throw new HoldfastError(
        'host-unsupported',
        `Cannot start ${title} for the drill: the image makes no folder for it, expected mkdir, chown and grep there. Name another one.`,
      );
    }
    return container.connect(account, this.#signal);
  }
}

/** A server's folder in its container. */
export function roomOf(role: string): string {
  return `${DRILL_FOLDER}/${role}`;
}
