import { formatCounted } from '../amounts.ts';
import type { BackupResult } from '../operations/backup/result.ts';

/** What of a backup tells its problems. */
export type WithProblems = Pick<BackupResult, 'complete' | 'problems' | 'problemCounts'>;

/** What to tell beside the step. */
export interface Annotation {
  /** `fail` fails the step. */
  readonly severity: 'fail' | 'warn';
  readonly title: string;
  readonly message: string;
}

export function problemTotal({ problemCounts }: Pick<WithProblems, 'problemCounts'>): number {
  return Object.values(problemCounts).reduce((sum, count) => sum + count, 0);
}

/** Null when there is no problem to tell of. */
export function annotationOf(result: BackupResult): Annotation | null {
  return problemsAnnotation(result, whatIsKept(result));
}

/**
 * Null when there is no problem to tell of.
 * @param kept `Snapshot 4bd21c8a is kept, but incomplete`.
 */
export function problemsAnnotation(result: WithProblems, kept: string): Annotation | null {
  if (!result.complete) {
    const message = `${kept}: ${problemsInWords(result)} ${remedy(result)} Then run it again.`;
    return { severity: 'fail', title: 'Backup incomplete', message };
  }
  if (problemTotal(result) === 0) return null;
  const message = `${problemsInWords(result)} ${uncertainty(result)}`;
  return { severity: 'warn', title: 'Backup with problems', message };
}

function whatIsKept({ snapshotId }: BackupResult): string {
  return snapshotId === null
    ? 'A backup would be incomplete'
    : `Snapshot ${snapshotId.slice(0, 8)} is kept, but incomplete`;
}

/** The annotation names so many paths that are missing; of other problems the first. */
const MAX_MISSING_NAMED = 3;

/** A path that isn't there stands for all that is in it: it is named before anything else. */
function problemsInWords(result: WithProblems): string {
  const missing = result.problems.filter(({ kind }) => kind === 'missing');
  const named = missing.length > 0 ? missing.slice(0, MAX_MISSING_NAMED) : result.problems.slice(0, 1);
  const words = named.map(({ path, kind, message }) => `"${path}" (${kind}: ${message})`);
  const others = problemTotal(result) - named.length;
  if (others > 0) words.push(`and ${formatCounted(others, 'more', 'more')} (see the summary)`);
  return `${words.join(', ')}.`;
}

/** What to do about the problems: a sentence for each kind. */
export function remedy({ problemCounts }: Pick<WithProblems, 'problemCounts'>): string {
  const { missing, unreadable, changed, vanished, unsupported } = problemCounts;
  const sentences: string[] = [];
  if (missing > 0) {
    sentences.push('Mount the disk of a missing path, correct it, or take it out of `paths`.');
  }
  if (unreadable > 0) sentences.push('See to the permissions of what is unreadable, or exclude it.');
  if (changed + vanished > 0) {
    sentences.push('Exclude what changes or vanishes meanwhile, or have `before` stop what changes it.');
  }
  if (unsupported > 0) sentences.push('Exclude what can’t be saved.');
  return sentences.join(' ');
}

/** What is uncertain about a snapshot that counts as complete though it has problems: a sentence for each kind. */
export function uncertainty({
  problemCounts: { changed, vanished, unreadable, unsupported },
}: Pick<WithProblems, 'problemCounts'>): string {
  const sentences: string[] = [];
  if (changed > 0) {
    sentences.push(
      `${formatCounted(changed, 'file')} changed while being read: what is saved of such a file may never have been in it at one moment.`,
    );
  }
  if (vanished > 0) {
    sentences.push(
      `${formatCounted(vanished, 'entry', 'entries')} vanished before being read, and can’t be restored from this snapshot.`,
    );
  }
  const missing = unreadable + unsupported;
  if (missing > 0) sentences.push(`${formatCounted(missing, 'entry', 'entries')} could not be saved.`);
  return sentences.join(' ');
}
