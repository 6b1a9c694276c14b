/** A workflow as GitHub has it. Foreign text. */
export interface KnownWorkflow {
  readonly id: number;
  /** `.github/workflows/backup.yml`. */
  readonly path: string;
  /** `active`, `disabled_manually`, `disabled_inactivity` … */
  readonly state: string;
  /** Since when GitHub knows it, in ms since 1970; null: it doesn't say. */
  readonly createdMs: number | null;
}

/** A run of one that its schedule began. */
export interface ScheduledRun {
  readonly startedMs: number;
  /** Null: it isn't at its end. */
  readonly conclusion: string | null;
  readonly url: string;
}

/** What is asked of GitHub. Each throws an Error where it can't be known. */
export interface RunsReader {
  workflows(): Promise<readonly KnownWorkflow[]>;
  /** The newest first, at least one if there was any. */
  scheduledRuns(workflow: KnownWorkflow): Promise<readonly ScheduledRun[]>;
  /** The workflow that asks; its own last failure is no news to it. Null: none. */
  readonly ownPath: string | null;
}
