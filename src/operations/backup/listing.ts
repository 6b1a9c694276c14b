import { listTree } from '../../files/list.ts';
import type { ListedBatch } from '../../files/listed-batch.ts';
import { type FoundSources, findSources, noSources } from '../../files/sources.ts';
import { findUntimedDevices, type UntimedDevices } from '../../files/untimed.ts';
import type { Host } from '../../hosts/host.ts';
import type { BackupOptions } from './options.ts';
import type { HostSurvey } from './run.ts';

/** What a listing needs: nothing of the repository. */
export interface ListingRun extends Pick<HostSurvey, 'reader' | 'hostClockNs'> {
  readonly host: Host;
  readonly options: BackupOptions;
  readonly signal: AbortSignal;
  /** See BackupRun. */
  readonly asOfNs?: bigint | undefined;
}

/** The sources, and what the host says is in them. */
export interface Listing {
  readonly sources: FoundSources;
  /** By the host's clock. Nanoseconds since 1970. */
  readonly startedNs: bigint;
  /** What is mounted when it begins. */
  readonly untimed: UntimedDevices;
  /** To be iterated over once. */
  readonly batches: AsyncIterable<ListedBatch>;
}

/**
 * Looks for the sources; the listing itself begins with the iteration.
 * @param known What is known of the paths: they are not looked for then.
 * @throws What findSources throws; the iteration, what listTree throws.
 */
export async function beginListing(run: ListingRun, known?: FoundSources): Promise<Listing> {
  const { host, reader, options, signal } = run;
  const finding = findUntimedDevices(host, signal);
  finding.catch(() => {}); // met below
  const sources = known ?? (await lookForSources(run));
  const untimed = await finding;
  const startedNs = run.asOfNs ?? run.hostClockNs();
  const batches =
    sources.present.length === 0 ? NOTHING : listTree(host, sources.present, { ...options, reader, signal });
  return { sources, startedNs, untimed, batches };
}

const NOTHING: AsyncIterable<ListedBatch> = { async *[Symbol.asyncIterator]() {} };

function lookForSources({ host, reader, options, signal }: ListingRun): Promise<FoundSources> {
  const how = { reader, signal };
  return options.paths.length > 0 ? findSources(host, options.paths, how) : noSources(host, how);
}
