import { formatBytes, formatCounted } from '../amounts.ts';
import { isRemote } from '../backends/location.ts';
import type { S3Settings } from '../backends/s3-settings.ts';
import { parseObjectLock, parseStorageOptions } from '../backends/storage-flags.ts';
import { HoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { allInputs, listInput, textInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { mask } from '../github/secrets.ts';
import { addSummary, escapeMarkdown, markdownCode } from '../github/summary.ts';
import type { CopyResult } from '../operations/copy.ts';
import type { CopyFailure } from '../operations/copy-after-backup.ts';
import type { SnapshotId } from '../repository/format/ids.ts';
import { asWritten } from '../repository/recovery-code.ts';
import { otherStorage } from '../settings/other-storage.ts';
import { openRepositoryOf, type RepositoryAccess } from './access.ts';
import type { StageTools } from './stage.ts';
import { readRoleArn, roleFor } from './storage-inputs.ts';

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
  if (location === null) {
    refuseAlone();
    return null;
  }
  if (givenPassword === null) {
    throw new HoldfastError(
      'bad-input',
      'Cannot start: the input `copy-to-password` is missing or empty, expected the password of the repository of ' +
        '`copy-to`. (Secrets are empty in pull requests from forks.)',
    );
  }
  const password = asWritten(givenPassword);
  mask(password);
  return { ...first, location, password, givenPassword, s3: readCopyStorage(location, first) };
}

/**
 * Whoever says anything of a second repository means one: where none is named its variable isn't set, mostly, and the job would be
 * green without a copy.
 * @throws HoldfastError bad-input.
 */
function refuseAlone(): void {
  const [alone] = allInputs().find(([name, value]) => name.startsWith('copy-to-') && value !== '') ?? [];
  if (alone === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use the input \`${alone}\` without \`copy-to\`: no second repository is named, and no copy would be made. ` +
      'Give both, or neither; a variable may be unset.',
  );
}

/** How the second repository is reached and written: by a credential of its own, or by the first one's. */
function readCopyStorage(location: string, first: RepositoryAccess): S3Settings {
  const named = (word: string) => `the input \`copy-to-aws-${word}\``;
  const options = parseStorageOptions(
    listInput('copy-to-storage-options'),
    'the input `copy-to-storage-options`',
  );
  const region = textInput('copy-to-aws-region') ?? options.region;
  const other = otherStorage(
    {
      accessKeyId: textInput('copy-to-aws-access-key-id'),
      secretAccessKey: textInput('copy-to-aws-secret-access-key'),
      sessionToken: textInput('copy-to-aws-session-token'),
      profile: textInput('copy-to-aws-profile'),
      region: region ?? null,
    },
    named,
  );
  const role = readRoleArn(textInput('copy-to-aws-role'), 'copy-to-aws-role');
  if (role !== null && other?.credentials !== undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${named('role')} beside a key or a profile for the second repository: expected one of them.`,
    );
  }
  const own = role === null ? other?.credentials : roleFor(role, region);
  return {
    ...options,
    region,
    credentials: own ?? first.s3?.credentials,
    objectLock: readCopyLock(location),
  };
}

/** Found out before the backup, and not after hours of it. */
function readCopyLock(location: string): S3Settings['objectLock'] {
  const lock = parseObjectLock(
    { mode: textInput('copy-to-object-lock'), days: textInput('copy-to-object-lock-days') },
    { mode: 'the input `copy-to-object-lock`', days: 'the input `copy-to-object-lock-days`' },
  );
  if (lock === undefined || isRemote(location)) return lock;
  throw new HoldfastError(
    'bad-input',
    'Cannot use the input `copy-to-object-lock`: `copy-to` is a folder, which locks nothing, expected a repository in S3.',
  );
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
