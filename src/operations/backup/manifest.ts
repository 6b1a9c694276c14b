import type { ApplicationRecord } from '../../apps/application.ts';
import { toText } from '../../bytestring.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { HoldfastError } from '../../errors.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import { isDamage } from '../../repository/damage.ts';
import { findNode } from '../../repository/find-node.ts';
import type { Snapshot } from '../../repository/format/snapshot.ts';
import { parseTime } from '../../repository/format/time.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import { targetOf } from '../../repository/tags.ts';
import type { BucketRecord } from './bucket-record.ts';
import type { Origin } from './origin.ts';
import { manifestPath } from './own-tree.ts';
import type { UsedVolume } from './read-source.ts';
import type { BackupProblem, ProblemKind } from './result.ts';

/** Version of the manifest's own layout. A reader refuses a higher one. */
export const MANIFEST_VERSION = 1;

/** A manifest is small; one that claims more than this is not ours. */
const MAX_MANIFEST_BYTES = 64 * 1024 * 1024;

/** What a snapshot says about how it was taken: `/.holdfast/<target>/manifest.json`. Times are RFC 3339. */
export interface Manifest {
  readonly manifest_version: number;
  readonly program_version: string;
  readonly target: string;
  readonly hostname: string;
  /** Where the host was: `this machine`, `ssh://db.example:22`; see reachedAt. Not in manifests of older versions. */
  readonly reached_at: string;
  /** The host's kernel and tools, as they name themselves. */
  readonly system: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  readonly excludes: readonly string[];
  /** When the listing began, by the host's own clock. */
  readonly listing_started: string;
  /** The device that the host's root is on, as the tree's nodes say theirs: decimal. Null: an archive, whose entries say none. */
  readonly root_device: string | null;
  /** How long the before commands held the application, in milliseconds; null without any. */
  readonly quiesced_ms: number | null;
  /** The snapshot of a volume that the files were read from; null without one. */
  readonly volume: UsedVolume | null;
  readonly complete: boolean;
  readonly problem_counts: Readonly<Record<ProblemKind, number>>;
  readonly problems: readonly BackupProblem[];
  /** What stands beside the manifest in `dumps`. */
  readonly dumps: readonly DumpRecord[];
  /** What stands beside it in `buckets`. */
  readonly buckets: readonly BucketRecord[];
  /** What the application's profile says of it; null without one. */
  readonly application: ApplicationRecord | null;
  /** The configuration it was made with, and the run of GitHub's that made it; null: neither is known. */
  readonly origin: Origin | null;
}

export function encodeManifest(manifest: Manifest): Buffer {
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8');
}

/** How a parent was listed. */
export interface ParentListing {
  /**
   * When it began by the host's clock, as the manifest says; for a snapshot without one (restic's own) the time of the snapshot, by
   * the clock of the machine that took it.
   */
  readonly startedNs: bigint;
  /** See Parent. */
  readonly rootDevice: bigint;
}

export async function listingOf(
  repository: Repository,
  parent: StoredSnapshot,
  target: string,
  signal?: AbortSignal,
): Promise<ParentListing> {
  const json = await loadManifest(repository, parent, target, signal);
  return json === null ? { startedNs: startOf(parent.snapshot), rootDevice: 0n } : listingIn(json);
}

/** What the host's root was on when `stored` was made; 0: nobody knows, or its manifest is damaged. */
export async function savedRootDevice(
  repository: Pick<BlobSource, 'loadTree' | 'loadBlobs'>,
  stored: StoredSnapshot,
  signal?: AbortSignal,
): Promise<bigint> {
  const target = targetOf(stored.snapshot);
  try {
    const json = target === null ? null : await loadManifest(repository, stored, target, signal);
    return json === null ? 0n : listingIn(json).rootDevice;
  } catch (error) {
    if (isDamage(error)) return 0n;
    throw error;
  }
}

/** A manifest's bytes, or null when the snapshot has none of ours. */
export async function loadManifest(
  repository: Pick<BlobSource, 'loadTree' | 'loadBlobs'>,
  { snapshot }: StoredSnapshot,
  target: string,
  signal?: AbortSignal,
): Promise<Buffer | null> {
  const node = await findNode(repository, snapshot.tree, manifestPath(target), signal);
  if (node?.content == null || node.sizeBytes > MAX_MANIFEST_BYTES) return null;
  const blobs: Buffer[] = [];
  for await (const blob of repository.loadBlobs('data', node.content, signal)) blobs.push(blob);
  return Buffer.concat(blobs);
}

/** Not by its time alone: `--time` and `rewrite` set that to whatever they are told. */
function startOf({ timeNs, summary }: Snapshot): bigint {
  const startNs = summary?.backupStartNs ?? timeNs;
  return startNs < timeNs ? startNs : timeNs;
}

function listingIn(json: Buffer): ParentListing {
  try {
    const manifest: unknown = JSON.parse(toText(json.toString('latin1') as never) ?? '');
    if (isRecord(manifest) && typeof manifest['listing_started'] === 'string') {
      return { startedNs: parseTime(manifest['listing_started']), rootDevice: deviceIn(manifest) };
    }
  } catch (cause) {
    throw new HoldfastError(
      'repository-damaged',
      'Cannot read the manifest of the parent snapshot: not JSON.',
      { cause },
    );
  }
  throw new HoldfastError(
    'repository-damaged',
    'Cannot read the manifest of the parent snapshot: no listing_started.',
  );
}

/** Not in manifests of older versions. */
function deviceIn({ root_device: device }: Record<string, unknown>): bigint {
  return typeof device === 'string' && /^\d{1,20}$/.test(device) ? BigInt(device) : 0n;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
