import { displayText } from '../../bytestring.ts';
import { FINGERPRINT_VERSION, type Fingerprint, type TableFingerprint } from '../fingerprint.ts';
import type { OpensearchChoices } from './choices.ts';
import { type ClusterFacts, type IndexState, readDefinitions } from './cluster.ts';
import { type OpensearchClient, objectIn, pathOf, textIn } from './http.ts';

/**
 * Sums, over all documents, 64 bits of each one's source: order doesn't count, one that stands twice does. No digest is at
 * hand there: Java's hash of the text and of the text read backwards, mixed as SplitMix64 does. It finds what was lost or
 * changed by accident; that files are whole, Lucene's own checksums say.
 */
const MAP = `String s = String.valueOf(params._source);
long x = ((long)s.hashCode() << 32) ^ (new StringBuilder(s).reverse().toString().hashCode() & 0xffffffffL);
x ^= x >>> 33; x *= -49064778989728563L; x ^= x >>> 33;
state.n += 1; state.sum += x`;
const REDUCE = `long n = 0L; long sum = 0L;
for (s in states) { if (s != null) { n += s.n; sum += s.sum } }
return n + ' ' + Long.toHexString(sum)`;

const CHECKSUM = {
  size: 0,
  track_total_hits: false,
  aggs: {
    sum: {
      scripted_metric: {
        init_script: 'state.n = 0L; state.sum = 0L',
        map_script: MAP,
        combine_script: 'state',
        reduce_script: REDUCE,
      },
    },
  },
};

/** What is to be looked at, and how. */
export interface Wanted {
  readonly states: ReadonlyMap<string, IndexState>;
  readonly choices: Pick<OpensearchChoices, 'fingerprint' | 'checksumUpToBytes' | 'timeLimitMs'>;
  readonly facts: ClusterFacts;
}

/** What `wanted.states` hold; an index whose documents the cluster won't read by a script is only counted. */
export async function readOpensearchFingerprint(
  client: OpensearchClient,
  { states, choices, facts }: Wanted,
): Promise<{ fingerprint: Fingerprint; notRead: string[] }> {
  const tables: Record<string, TableFingerprint> = {};
  const notRead: string[] = [];
  let sizeBytes = 0;
  for (const [name, state] of states) {
    sizeBytes += state.sizeBytes;
    const isRead = choices.fingerprint === 'full' && state.sizeBytes <= choices.checksumUpToBytes;
    const checksum = isRead ? await readChecksum(client, name, choices.timeLimitMs) : null;
    if (isRead && checksum === null) notRead.push(name);
    tables[displayText(name)] = { rows: state.documents, checksum };
  }
  const fingerprint: Fingerprint = {
    fingerprint_version: FINGERPRINT_VERSION,
    tables,
    values: {},
    schema: await readDefinitions(client, [...states.keys()]),
    facts: {
      'server version': `${facts.distribution} ${facts.version}`,
      cluster: facts.clusterName,
      'size in bytes': String(sizeBytes),
    },
    rows: choices.fingerprint,
  };
  return { fingerprint, notRead };
}

/** Null where the server refuses the script, or some of its shards don't answer. */
async function readChecksum(
  client: OpensearchClient,
  name: string,
  timeLimitMs: number,
): Promise<string | null> {
  const { status, json } = await client.ask({
    method: 'POST',
    path: `${pathOf(name)}/_search?allow_partial_search_results=false&request_cache=false`,
    body: CHECKSUM,
    timeoutSeconds: Math.ceil(timeLimitMs / 1000),
  });
  const value = textIn(objectIn(objectIn(json, 'aggregations'), 'sum'), 'value');
  if (status !== 200 || objectIn(json, '_shards')['failed'] !== 0) return null;
  const [, count, sum = ''] = /^([0-9]+) ([0-9a-f]{1,16})$/.exec(value) ?? [];
  return count === undefined ? null : `${count} ${sum.padStart(16, '0')}`;
}
