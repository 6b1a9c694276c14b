/** Whether a drill is to open the repository with the recovery key, and why. */
export interface RecoveryTrial {
  /** The code; null: nobody has given it here. Secret. */
  readonly code: string | null;
  /** Whether this drill is one of those that try it. */
  readonly isDue: boolean;
  /** How many drills have come since one has opened it; null: none ever has, or nobody may look. */
  readonly drillsSince: number | null;
  /** Names of the newest evidence of any kind, oldest first, at most EARLIER_NAMED; null: nobody may look. */
  readonly earlier: readonly string[] | null;
}

/** So much evidence a drill names of what was there before. */
export const EARLIER_NAMED = 32;

/** What the evidence says of it. */
export interface RecoveryKeyFacts {
  /** `not-tried` for want of the code is told by a report. */
  readonly state: 'opened' | 'failed' | 'not-due' | 'not-given';
  /** The ID of the key; null: it hasn't opened. */
  readonly key: string | null;
  readonly drills_since: number | null;
}

/** Of so many drills one tries it, the first of all among them. */
export const RECOVERY_EVERY = 4;

/** How many of the newest drills came after the last that has opened the repository with the recovery key; null: none has. */
export function drillsSinceOpened(
  oldestFirst: readonly { readonly predicate: { readonly recovery_key?: RecoveryKeyFacts } }[],
): number | null {
  const last = oldestFirst.findLastIndex(({ predicate }) => predicate.recovery_key?.state === 'opened');
  return last < 0 ? null : oldestFirst.length - 1 - last;
}

/** @param drillsSince See RecoveryTrial. */
export function isTrialDue(drillsSince: number | null): boolean {
  return drillsSince === null || drillsSince >= RECOVERY_EVERY - 1;
}
