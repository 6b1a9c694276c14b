import type { ApplicationRecord, BackupPlan, Facts, Site } from '../../apps/application.ts';
import { statusOf } from '../../apps/control.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import type { QuiesceOptions } from './quiesce.ts';

/** A host of an application beside the one whose files are read. */
export interface StoppedNode {
  readonly address: string;
  readonly quiesce: QuiesceOptions;
}

/** What an application's profile has a backup do beside reading files and dumps, and say of it. */
export class PlannedApplication {
  readonly #plan: BackupPlan;
  readonly #site: Omit<Site, 'host' | 'signal'>;
  /** Stopped before this host, in this order. */
  readonly nodes: readonly StoppedNode[];
  #facts: Facts = {};

  constructor(plan: BackupPlan, site: Omit<Site, 'host' | 'signal'>, nodes: readonly StoppedNode[]) {
    this.#plan = plan;
    this.#site = site;
    this.nodes = nodes;
  }

  async beforeStop(host: Host, signal: AbortSignal): Promise<void> {
    await this.#plan.beforeStop?.({ ...this.#site, host, signal });
  }

  async whileStopped(host: Host, signal: AbortSignal): Promise<void> {
    this.#facts = (await this.#plan.whileStopped?.({ ...this.#site, host, signal })) ?? {};
  }

  /**
   * Once all was read: an operator, or something that watches over it, may have started it meanwhile.
   * @throws HoldfastError source-changed: what was read may be of a running application.
   */
  async seeStillStopped(host: Host, signal: AbortSignal): Promise<void> {
    const { control, afterReading } = this.#plan;
    await afterReading?.({ ...this.#site, host, signal });
    if (control === null || (await statusOf({ ...this.#site, host, signal }, control)) !== 'runs') return;
    throw new HoldfastError(
      'source-changed',
      `Cannot keep what was read on "${host.name}": the application runs, expected it to be stopped until all was read. See who starts it ` +
        'beside us, then back up again.',
    );
  }

  judge(dumps: readonly DumpRecord[]): readonly string[] {
    return this.#plan.judgeDumps?.(dumps) ?? [];
  }

  /** For the manifest. Whole once `whileStopped` has resolved. */
  get record(): ApplicationRecord {
    const { record } = this.#plan;
    return { ...record, facts: { ...record.facts, ...this.#facts } };
  }
}
