import type { ApplicationRecord, BackupPlan, Facts, Site } from '../../apps/application.ts';
import type { DumpRecord } from '../../databases/record.ts';
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

  /** Once all was read. Whether it is stopped still, by its status, whoever stopped it asks (quiesce.ts). */
  async afterReading(host: Host, signal: AbortSignal): Promise<void> {
    await this.#plan.afterReading?.({ ...this.#site, host, signal });
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
