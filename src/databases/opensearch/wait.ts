import { setTimeout as sleep } from 'node:timers/promises';
import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { isObject, type OpensearchClient, pathOf, textIn } from './http.ts';

const POLL_MS = 250;
const SLOW_POLL_MS = 5000;
const SLOW_AFTER_MS = 30_000;
/** A primary shard that failed is tried again a few times by the cluster itself. */
const FAILED_POLLS = 8;

/**
 * Waits until every primary shard of the indexes `names` (or data streams) has started.
 * @throws HoldfastError command-failed for one that can't be, with the cluster's reason, or after the time limit.
 */
export async function untilStarted(
  client: OpensearchClient,
  names: readonly string[],
  timeLimitMs: number,
): Promise<void> {
  const startedMs = performance.now();
  for (const name of names) {
    for (let failedPolls = 0; ; ) {
      const primaries = await primariesOf(client, name);
      if (
        primaries.length > 0 &&
        primaries.every(({ state }) => state === 'STARTED' || state === 'RELOCATING')
      )
        break;
      const failed = primaries.find(
        ({ state, reason }) => state === 'UNASSIGNED' && reason === 'ALLOCATION_FAILED',
      );
      failedPolls = failed === undefined ? 0 : failedPolls + 1;
      if (failed !== undefined && failedPolls >= FAILED_POLLS) throw cannotStart(name, failed.details);
      const elapsedMs = performance.now() - startedMs;
      if (elapsedMs > timeLimitMs)
        throw cannotStart(name, `not after ${Math.round(timeLimitMs / 60_000)} minutes`);
      await sleep(elapsedMs < SLOW_AFTER_MS ? POLL_MS : SLOW_POLL_MS, undefined, { signal: client.signal });
    }
  }
}

interface Primary {
  readonly state: string;
  readonly reason: string;
  readonly details: string;
}

async function primariesOf(client: OpensearchClient, name: string): Promise<Primary[]> {
  const columns = 'h=prirep,state,unassigned.reason,unassigned.details';
  const answer = await client.ask({
    method: 'GET',
    path: `/_cat/shards${pathOf(name)}?format=json&${columns}`,
  });
  if (answer.status !== 200 || !Array.isArray(answer.json))
    throw client.refused(`look at ${displayText(name)}`, answer);
  return answer.json
    .filter(isObject)
    .filter((shard) => shard['prirep'] === 'p')
    .map((shard) => ({
      state: textIn(shard, 'state'),
      reason: textIn(shard, 'unassigned.reason'),
      details: textIn(shard, 'unassigned.details'),
    }));
}

const MAX_DETAILS_CHARACTERS = 600;

function cannotStart(name: string, why: string): HoldfastError {
  return new HoldfastError(
    'command-failed',
    `Cannot start the index ${JSON.stringify(displayText(name))}: ${displayText(why).slice(0, MAX_DETAILS_CHARACTERS)}, expected all of its ` +
      'primary shards. Look at _cluster/allocation/explain.',
  );
}
