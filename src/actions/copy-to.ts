import { HoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { textInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { mask } from '../github/secrets.ts';
import { addSummary, escapeMarkdown, markdownCode } from '../github/summary.ts';
import type { CopyResult } from '../operations/copy.ts';
import type { CopyFailure } from '../operations/copy-after-backup.ts';
import { formatBytes, formatCounted } from '../progress/amounts.ts';
import type { SnapshotId } from '../repository/format/ids.ts';
import { asWritten } from '../repository/recovery-code.ts';
import { otherStorage } from '../settings/other-storage.ts';
import { openRepositoryOf, type RepositoryAccess } from './access.ts';
import type { StageTools } from './stage.ts';

/**
 * The second repository, or null. It is made where `init` says so, cutting files as the first one does.
 * @param first Whose ways of writing and waiting hold for it, too.
 * @throws HoldfastError bad-input.
 */
export function readCopyTo(first: RepositoryAccess): RepositoryAccess | null {
  const location = textInput('copy-to');
  const givenPassword = textInput('copy-to-password');
  const secretAccessKey = textInput('copy-to-aws-secret-access-key');
  const sessionToken = textInput('copy-to-aws-session-token');
  for (const secret of [givenPassword, secretAccessKey, sessionToken]) mask(secret ?? '');
  if (location === null) return null;
  if (givenPassword === null) {
    throw new HoldfastError(
      'bad-input',
      'Cannot start: the input `copy-to-password` is missing or empty, expected the password of the repository of ' +
        '`copy-to`. (Secrets are empty in pull requests from forks.)',
    );
  }
  const password = asWritten(givenPassword);
  mask(password);
  const s3 = otherStorage(
    {
      accessKeyId: textInput('copy-to-aws-access-key-id'),
      secretAccessKey,
      sessionToken,
      profile: textInput('copy-to-aws-profile'),
      region: textInput('copy-to-aws-region'),
    },
    (word) => `the input \`copy-to-aws-${word}\``,
  );
  // Without a credential of its own it is reached by the first one's.
  const reached = { region: s3?.region, credentials: s3?.credentials ?? first.s3?.credentials };
  return { ...first, location, password, givenPassword, s3: reached };
}

/** Copies what a backup came to. @throws CopyFailure. */
export async function copyBackup(
  { from, to, snapshot }: { from: RepositoryAccess; to: RepositoryAccess; snapshot: SnapshotId },
  tools: StageTools,
): Promise<CopyResult> {
  const { copyAfterBackup } = await import('../operations/copy-after-backup.ts');
  const order = {
    snapshot,
    retryLockMs: to.retryLockMs,
    openFrom: () => openRepositoryOf({ ...from, init: false }, tools),
    openTo: ({ chunkerPolynomial }: { chunkerPolynomial: bigint }) =>
      openRepositoryOf({ ...to, chunkerPolynomial }, tools),
  };
  const result = await copyAfterBackup(order, tools.reporter, tools.signal);
  setOutputs({ 'copied-snapshots': result.copied.length });
  log.info(oneLine(result));
  addSummary(`**Copied to the second repository:** ${oneLine(result)}\n`);
  return result;
}

function oneLine({ copied, bytes, storedBytes }: CopyResult): string {
  if (copied.length === 0) return 'It has the snapshot already.';
  const what = formatCounted(copied.length, 'snapshot');
  return `${what}, ${formatBytes(bytes)} added (${formatBytes(storedBytes)} stored).`;
}

/** The job summary of a failed copy. */
export function failedCopySummary(failure: CopyFailure): string {
  return [
    `### ❌ The copy of snapshot ${markdownCode(failure.snapshot.slice(0, 8))} to the second repository failed`,
    escapeMarkdown(failureText(failure)),
    '**Saved:** the snapshot itself. It can be restored from the first repository as ever; what is missing is a second place for it.',
    '**Next:** see to what the message says. The next run makes up for the copy.',
  ]
    .join('\n\n')
    .concat('\n');
}
