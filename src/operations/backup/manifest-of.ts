import { display } from '../../bytestring.ts';
import { formatTime } from '../../repository/format/time.ts';
import { reachedAt } from './host-name.ts';
import { MANIFEST_VERSION, type Manifest } from './manifest.ts';
import type { BackupOptions } from './options.ts';
import type { UsedVolume } from './read-source.ts';
import type { BackupRun } from './run.ts';
import { recordOfBucket, type SavedBucket } from './save-bucket.ts';
import type { SavedDump } from './saved-dump.ts';
import type { SavedFiles } from './saved-files.ts';

/** How a backup came to its end. */
export interface Ending {
  readonly complete: boolean;
  readonly quiescedMs: number | null;
  readonly volume: UsedVolume | null;
  readonly dumps: readonly Pick<SavedDump, 'record'>[];
  readonly buckets: readonly SavedBucket[];
}

type ManifestRun = Pick<BackupRun, 'problems' | 'probe' | 'host' | 'hostname'> & {
  readonly options: Pick<
    BackupOptions,
    'programVersion' | 'target' | 'paths' | 'excludes' | 'iexcludes' | 'application' | 'origin'
  >;
};

export function manifestOf(
  run: ManifestRun,
  { asOfNs, rootDevice }: Pick<SavedFiles, 'asOfNs'> & Partial<Pick<SavedFiles, 'rootDevice'>>,
  ending: Ending,
): Manifest {
  const { options, problems, probe } = run;
  return {
    manifest_version: MANIFEST_VERSION,
    program_version: options.programVersion,
    target: options.target,
    hostname: run.hostname,
    reached_at: reachedAt(run.host),
    system: { kernel: probe.kernel, find: probe.tools.find.version, tar: probe.tools.tar.version },
    paths: options.paths.map(display),
    excludes: [...options.excludes, ...options.iexcludes],
    listing_started: formatTime(asOfNs),
    root_device: rootDevice?.toString() ?? null,
    quiesced_ms: ending.quiescedMs,
    volume: ending.volume,
    complete: ending.complete,
    problem_counts: problems.counts,
    problems: problems.list,
    dumps: ending.dumps.map(({ record }) => record),
    buckets: ending.buckets.map(recordOfBucket),
    application: options.application?.record ?? null,
    origin: options.origin ?? null,
  };
}
