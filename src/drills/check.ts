/** What a check is of. The order is that of a drill. */
export type CheckKind =
  | 'recovery-point' // the newest snapshot's age
  | 'reading' // every blob of the snapshot
  | 'recovery-key' // every fourth drill opens the repository by it
  | 'witness' // stock restic
  | 'environment' // images, services
  | 'restore'
  | 'files'
  | 'database'
  | 'bucket' // its objects, each restored as a file
  | 'application' // what its profile proves of the files
  | 'user'
  | 'negative-control'
  | 'recovery-time'
  | 'teardown';

/** `could-not-run` counts as failed: skipped isn't passed. */
export type CheckResult = 'passed' | 'failed' | 'could-not-run';

/** One check of a drill, as it stands in the evidence. Texts are ready to show. */
export interface Check {
  readonly kind: CheckKind;
  readonly name: string;
  readonly expected: string;
  readonly found: string;
  readonly result: CheckResult;
  /** Whether it has looked at restored data and compared it: a drill in which none has proves nothing. */
  readonly proves_data: boolean;
  /** Of a negative control: the name of the check that it was to make fail. */
  readonly controls: string | null;
  readonly duration_ms: number;
}

export interface Verdict {
  readonly passed: boolean;
  /** Why it isn't, in a sentence each; empty if it is. */
  readonly reasons: readonly string[];
}

/** Kinds whose passing, with data to compare, is a proof that a negative control must be there for. */
const CONTROLLED: readonly CheckKind[] = ['files', 'database', 'bucket'];

/**
 * Whether a drill has passed: all of its checks have, one of them has proved data, and each proof was shown to fail on
 * tampered data.
 */
export function verdictOf(checks: readonly Check[]): Verdict {
  const reasons = checks
    .filter(({ result }) => result !== 'passed')
    .map(
      ({ name, result, found }) => `${name} ${result === 'failed' ? 'failed' : 'could not run'}: ${found}`,
    );
  const proofs = checks.filter(({ proves_data, result }) => proves_data && result === 'passed');
  if (proofs.length === 0) reasons.push('no proof: no check has compared any restored data');
  for (const { name } of proofs.filter(({ kind }) => CONTROLLED.includes(kind))) {
    if (!checks.some(({ controls, result }) => controls === name && result === 'passed'))
      reasons.push(`no negative control has shown that ${name} can fail`);
  }
  return { passed: reasons.length === 0, reasons };
}
