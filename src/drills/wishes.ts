import type { Engine } from '../hosts/container-address.ts';
import type { ApplicationWish } from './application-wish.ts';
import type { Choice } from './choice.ts';
import type { DrillLimits } from './limits.ts';
import type { UserCheck } from './user-check.ts';

/** What an image is for: what is restored into its container. */
export const IMAGE_ROLES = [
  'files',
  'postgresql',
  'mariadb',
  'mysql',
  'redis',
  'dolt',
  'opensearch',
] as const;
export type ImageRole = (typeof IMAGE_ROLES)[number];

/** `auto`: `restore` where restic is installed. `restore` and `check`: it must be. */
export const WITNESS_MODES = ['auto', 'restore', 'check', 'never'] as const;
export type WitnessMode = (typeof WITNESS_MODES)[number];

/** What a person wants of a drill. */
export interface DrillWishes {
  readonly choice: Choice;
  readonly engine: Engine;
  /** None: files are restored to a temporary folder of this machine. Files go to any image's, if `files` has none. */
  readonly images: Readonly<Partial<Record<ImageRole, string>>>;
  /** Started beside what was restored, when that is proved; null: it isn't. */
  readonly application: ApplicationWish | null;
  readonly limits: DrillLimits;
  readonly checks: readonly UserCheck[];
  /** Dumps that are not drilled, as the evidence says. */
  readonly leaveOut: readonly string[];
  /** The newest snapshot may be as old as this; null: nobody has said. */
  readonly maxAgeMs: number | null;
  /** The restore may take as long as this; null: nobody has said. */
  readonly maxRestoreMs: number | null;
}
