import type { Check, Verdict } from '../../drills/check.ts';
import type { RecoveryTrial } from '../../drills/recovery-trial.ts';
import type { DrillStatement } from '../../drills/statement.ts';
import type { DrillWishes, ImageRole, WitnessMode } from '../../drills/wishes.ts';
import type { EngineEnvironment } from '../../hosts/container-engine.ts';
import type { SnapshotFilter } from '../../repository/find-snapshot.ts';
import type { StoredSnapshot } from '../../repository/repository.ts';
import type { LockOptions } from '../take-lock.ts';

export interface DrillOptions extends DrillWishes, LockOptions {
  /** Of this drill alone: letters, digits and hyphens. What it has an engine make is found by it. */
  readonly drillId: string;
  /** For `latest` and `random`, and for the newest snapshot's age. */
  readonly filter: SnapshotFilter;
  readonly engineEnvironment: EngineEnvironment;
  readonly witness: WitnessOptions;
  readonly recovery: RecoveryTrial;
  /** Who runs it, for the evidence. */
  readonly who: Readonly<Record<string, string>>;
  readonly noLock: boolean;
  /** Commands that stand in the snapshot may run on this machine itself. Default: in a container alone. */
  readonly trustSnapshot?: boolean | undefined;
  /** Only tests: what happens to restored data before it is compared. */
  readonly afterRestore?: ((place: RestoredPlace) => Promise<void>) | undefined;
}

/** Where tests find what was restored. */
export interface RestoredPlace {
  /** Runs a script there, as root or as the server's account. */
  run(role: ImageRole, script: string): Promise<string>;
  readonly filesFolder: string;
  readonly serverFolder: string;
}

export interface WitnessOptions {
  readonly mode: WitnessMode;
  /** Its program. */
  readonly program: string;
  /** Location, password and storage credentials, by restic's variables. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface DrillResult extends Verdict {
  readonly snapshot: StoredSnapshot;
  readonly statement: DrillStatement;
  readonly checks: readonly Check[];
  /** The recovery sheet. */
  readonly sheet: string;
}
