import type { Sealing } from '../archive/age.ts';
import type { ArchiveStore } from '../archive/archive-store.ts';
import { holdsCredentials } from '../backends/location.ts';
import type { S3Settings } from '../backends/s3-settings.ts';
import { HoldfastError } from '../errors.ts';
import type { ArtifactSource } from '../github/artifact-listing.ts';
import { textInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';
import type { StageTools } from './stage.ts';

/** `artifact:`, of this run or GitHub repository; `artifact:OWNER/NAME`, of another. */
const ARTIFACTS = 'artifact:';

const REPOSITORY_NAME = /^([\w.-]+)\/([\w.-]+)$/;

/** For people; null where something secret may stand in it. */
export function shownLocation(location: string): string | null {
  return holdsCredentials(location) ? null : location;
}

/** Where archives are, and how they are reached. */
export interface ArchivesPlace {
  readonly location: string;
  /** If they are in S3. */
  readonly s3: S3Settings;
  /** How long GitHub keeps what is stored as an artifact. Null, the default: as its settings say. */
  readonly retentionDays?: number | null;
}

export async function openArchives(
  { location, s3, retentionDays = null }: ArchivesPlace,
  { reporter }: StageTools,
): Promise<ArchiveStore> {
  if (location.startsWith(ARTIFACTS)) return await openArtifacts(location, retentionDays);
  const { openArchiveStore } = await import('../archive/open-store.ts');
  return openArchiveStore(location, {
    ...s3,
    caFile: process.env['RESTIC_CACERT'] || undefined,
    onRetry: (message) => reporter.onInfo(message),
  });
}

/** @throws HoldfastError bad-input where everybody could download what nobody needs a key for. */
export async function refusePlainInPublic(
  location: string,
  sealing: Sealing,
  signal: AbortSignal,
): Promise<void> {
  if (!location.startsWith(ARTIFACTS)) return;
  const { refusePlainArtifact } = await import('../github/visibility.ts');
  await refusePlainArtifact({ isEncrypted: sealing.kind !== 'none' }, tokenInput(), signal);
}

async function openArtifacts(location: string, retentionDays: number | null): Promise<ArchiveStore> {
  const options = { source: sourceOf(location), retentionDays };
  const { openArtifactStore } = await import('../github/artifact-store.ts');
  return openArtifactStore(options);
}

/** @throws HoldfastError bad-input. */
function sourceOf(location: string): ArtifactSource | null {
  const named = location.slice(ARTIFACTS.length);
  const token = tokenInput();
  if (named === '' && token === null) return null;
  const [, owner, repository] = REPOSITORY_NAME.exec(named || (process.env['GITHUB_REPOSITORY'] ?? '')) ?? [];
  if (owner === undefined || repository === undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use artifacts of ${JSON.stringify(named)}: expected \`artifact:\`, or \`artifact:OWNER/NAME\` for another GitHub repository.`,
    );
  }
  if (token !== null) return { owner, repository, token };
  throw new HoldfastError(
    'bad-input',
    `Cannot use artifacts of ${owner}/${repository}: the input \`artifact-token\` is missing. Give a token that has \`actions: read\` there.`,
  );
}

function tokenInput(): string | null {
  const token = textInput('artifact-token');
  if (token !== null) mask(token);
  return token;
}
