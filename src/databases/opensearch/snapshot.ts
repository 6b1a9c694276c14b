import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { stampNow } from '../stamp.ts';
import { isObject, listIn, numberIn, type OpensearchClient, objectIn, pathOf, textIn } from './http.ts';

/** A snapshot in a registered repository. */
export interface ClusterSnapshot {
  readonly repository: string;
  readonly name: string;
  readonly uuid: string;
  readonly indexes: readonly string[];
}

export interface SnapshotRepository {
  readonly name: string;
  /** `fs`, `s3` … */
  readonly type: string;
  /** Of type `fs`: the folder, which may be below one of `path.repo`; else empty. */
  readonly location: string;
}

const POLL_MS = 250;
const SLOW_POLL_MS = 5000;
const SLOW_AFTER_MS = 30_000;
/** What must be undone when a run is cancelled has this long. */
const CLEANUP_MS = 5000;
const MAX_TOLD = 5;

/** @throws HoldfastError command-failed where none is registered under that name. */
export async function readRepository(client: OpensearchClient, name: string): Promise<SnapshotRepository> {
  const path = `/_snapshot${pathOf(name)}`;
  const answer = await client.require(`use the snapshot repository ${name}`, { method: 'GET', path });
  const repository = objectIn(answer, name);
  const type = textIn(repository, 'type');
  const location = type === 'fs' ? textIn(objectIn(repository, 'settings'), 'location') : '';
  return { name, type: displayText(type), location };
}

/** Unique, in lower case as the API wants it, and ours to know again. */
export function newSnapshotName(dumpName: string): string {
  return `${prefixOf(dumpName)}${stampNow().toLowerCase()}-${randomBytes(4).toString('hex')}`;
}

function prefixOf(dumpName: string): string {
  return `holdfast-${dumpName.toLowerCase()}-`;
}

/**
 * Takes a snapshot of `indexes` and waits until it is done.
 * @throws HoldfastError dump-failed unless it ends as SUCCESS with no shard failed, within the time limit; then it is
 *   removed again.
 */
export async function takeSnapshot(
  client: OpensearchClient,
  snapshot: Omit<ClusterSnapshot, 'uuid'>,
  timeLimitMs: number,
): Promise<ClusterSnapshot> {
  const { repository, name, indexes } = snapshot;
  const path = `/_snapshot${pathOf(repository, name)}`;
  const body = {
    indices: indexes.join(','),
    ignore_unavailable: false,
    partial: false,
    include_global_state: false,
    metadata: { taken_by: 'holdfast' },
  };
  try {
    await client.require('begin a snapshot', {
      method: 'PUT',
      path: `${path}?wait_for_completion=false`,
      body,
    });
    const done = await untilDone(client, { path, timeLimitMs, name });
    requireWhole(done, snapshot);
    return { ...snapshot, uuid: displayText(textIn(done, 'uuid')) };
  } catch (error) {
    await removeAgain(client, path);
    throw error;
  }
}

const OK = 200;
const NOT_FOUND = 404;

/** One that can't be written at all is gone as soon as it fails; why, only the cluster's log says. */
function vanished({ host }: OpensearchClient, name: string): HoldfastError {
  return new HoldfastError(
    'dump-failed',
    `Cannot dump by the snapshot ${name} from "${host.name}": the cluster began it and gave it up, expected SUCCESS. Most often the ` +
      'repository can’t be written, or its disk is full: the log of the cluster’s manager node says which.',
  );
}

async function untilDone(
  client: OpensearchClient,
  { path, timeLimitMs, name }: { path: string; timeLimitMs: number; name: string },
): Promise<Record<string, unknown>> {
  const startedMs = performance.now();
  for (;;) {
    const answer = await client.ask({ method: 'GET', path });
    if (answer.status === NOT_FOUND) throw vanished(client, name);
    if (answer.status !== OK) throw client.refused('look at a snapshot', answer);
    const [found] = listIn(answer.json, 'snapshots').filter(isObject);
    if (found !== undefined && textIn(found, 'state') !== 'IN_PROGRESS') return found;
    const elapsedMs = performance.now() - startedMs;
    if (elapsedMs > timeLimitMs) {
      throw new HoldfastError(
        'dump-failed',
        `Cannot dump by the snapshot ${name}: it isn't done after ${Math.round(timeLimitMs / 60_000)} minutes. Give it longer ` +
          '(?time-limit-minutes=), or look at what slows the cluster down.',
      );
    }
    await sleep(elapsedMs < SLOW_AFTER_MS ? POLL_MS : SLOW_POLL_MS, undefined, { signal: client.signal });
  }
}

/** A snapshot that lacks shards is answered with status 200, too. */
function requireWhole(
  done: Record<string, unknown>,
  { name, indexes }: Pick<ClusterSnapshot, 'name' | 'indexes'>,
): void {
  const state = textIn(done, 'state');
  const shards = objectIn(done, 'shards');
  const failed = numberIn(shards, 'failed');
  const held = new Set([...listIn(done, 'indices'), ...listIn(done, 'data_streams')]);
  const missing = indexes.find((index) => !held.has(index));
  if (state === 'SUCCESS' && failed === 0 && missing === undefined) return;
  const failures = listIn(done, 'failures').map((failure) =>
    displayText(
      `${textIn(failure, 'index')} shard ${numberIn(failure, 'shard_id')}: ${textIn(failure, 'reason')}`,
    ),
  );
  const told = failures.length === 0 ? '' : `: ${failures.slice(0, MAX_TOLD).join('; ')}`;
  const problem =
    missing === undefined
      ? `it ended as ${displayText(state)} with ${failed} of ${numberIn(shards, 'total')} shards failed${told}`
      : `it lacks the index ${displayText(missing)}`;
  throw new HoldfastError(
    'dump-failed',
    `Cannot dump by the snapshot ${name}: ${problem}, expected SUCCESS and every shard. It was removed again.`,
  );
}

/** Also after the run was cancelled; one that is under way is stopped by that. */
async function removeAgain(client: OpensearchClient, path: string): Promise<void> {
  const still = client.under(AbortSignal.timeout(CLEANUP_MS));
  await still.ask({ method: 'DELETE', path, timeoutSeconds: CLEANUP_MS / 1000 }).catch(() => {});
}

/** The names of all snapshots of a repository. */
export async function listSnapshots(client: OpensearchClient, repository: string): Promise<string[]> {
  const path = `/_snapshot${pathOf(repository)}/_all?verbose=false`;
  const answer = await client.require('list the snapshots', { method: 'GET', path });
  return listIn(answer, 'snapshots').map((snapshot) => textIn(snapshot, 'snapshot'));
}

/** Removes our earlier snapshots of the same dump: those that Holdfast took, by their names, and nobody else's. */
export async function removeEarlier(
  client: OpensearchClient,
  { repository, name }: Pick<ClusterSnapshot, 'repository' | 'name'>,
  dumpName: string,
): Promise<number> {
  const prefix = prefixOf(dumpName);
  const isOurs = (one: string) =>
    one.startsWith(prefix) && /^\d{8}t\d{6}z-[0-9a-f]{8}$/.test(one.slice(prefix.length));
  const earlier = (await listSnapshots(client, repository)).filter((one) => one !== name && isOurs(one));
  for (const one of earlier) {
    const path = `/_snapshot${pathOf(repository, one)}`;
    await client.require(`remove the earlier snapshot ${one}`, { method: 'DELETE', path });
  }
  return earlier.length;
}

/**
 * That snapshot as the cluster knows it. @throws HoldfastError bad-input where the repository has none of that name, or
 * another one under it.
 */
export async function requireSnapshot(client: OpensearchClient, snapshot: ClusterSnapshot): Promise<void> {
  const { repository, name, uuid } = snapshot;
  const path = `/_snapshot${pathOf(repository, name)}`;
  const answer = await client.require(`find the snapshot ${name}`, { method: 'GET', path });
  const [found] = listIn(answer, 'snapshots');
  const actual = textIn(found, 'uuid');
  if (actual === uuid && textIn(found, 'state') === 'SUCCESS') return;
  throw new HoldfastError(
    'bad-input',
    `Cannot restore the snapshot ${name} of the repository ${repository}: its UUID is ${JSON.stringify(displayText(actual))} and its state ` +
      `${displayText(textIn(found, 'state'))}, expected ${JSON.stringify(uuid)} and SUCCESS. Name the repository that it was taken into.`,
  );
}
