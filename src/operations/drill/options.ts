import type { Check, Verdict } from '../../drills/check.ts';
import type { Choice } from '../../drills/choice.ts';
import type { DrillLimits } from '../../drills/limits.ts';
import type { DrillStatement } from '../../drills/statement.ts';
import type { UserCheck } from '../../drills/user-check.ts';
import type { Engine } from '../../hosts/container-address.ts';
import type { EngineEnvironment } from '../../hosts/container-engine.ts';
import type { SnapshotFilter } from '../../repository/find-snapshot.ts';
import type { StoredSnapshot } from '../../repository/repository.ts';
import type { LockOptions } from '../take-lock.ts';

/** What an image is for: what is restored into its container. */
export const IMAGE_ROLES = ['files', 'postgresql'] as const;
export type ImageRole = (typeof IMAGE_ROLES)[number];

export interface DrillOptions extends LockOptions {
  /** Of this drill alone: letters, digits and hyphens. What it has an engine make is found by it. */
  readonly drillId: string;
  readonly choice: Choice;
  /** For `latest` and `random`, and for the newest snapshot's age. */
  readonly filter: SnapshotFilter;
  readonly engine: Engine;
  readonly engineEnvironment: EngineEnvironment;
  /** None: files are restored to a temporary folder of this machine. Files go to any image's, if `files` has none. */
  readonly images: Readonly<Partial<Record<ImageRole, string>>>;
  readonly limits: DrillLimits;
  readonly checks: readonly UserCheck[];
  /** Dumps that are not drilled, as the evidence says. */
  readonly leaveOut: readonly string[];
  /** The newest snapshot may be as old as this; null: nobody has said. */
  readonly maxAgeMs: number | null;
  /** The restore may take as long as this; null: nobody has said. */
  readonly maxRestoreMs: number | null;
  readonly witness: WitnessOptions;
  /** Who runs it, for the evidence. */
  readonly who: Readonly<Record<string, string>>;
  readonly noLock: boolean;
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
  /** `auto`: `restore` where restic is installed. `restore` and `check`: it must be. */
  readonly mode: 'auto' | 'restore' | 'check' | 'never';
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
