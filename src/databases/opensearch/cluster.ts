import { createHash } from 'node:crypto';
import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import {
  isObject,
  listIn,
  numberIn,
  type OpensearchClient,
  objectIn,
  objectsIn,
  pathOf,
  textIn,
} from './http.ts';

export interface ClusterFacts {
  readonly clusterName: string;
  /** `opensearch`, or `elasticsearch`, which doesn't name itself. */
  readonly distribution: string;
  readonly version: string;
}

/** What an index holds, as its primary shards say: it changes with every write, whatever that writes. */
export interface IndexState {
  readonly uuid: string;
  /** Lucene's: a nested document counts as one of its own. */
  readonly documents: number;
  readonly sizeBytes: number;
  /** Of each shard the number of its last write, by the shard's number: `0:41 1:17`. */
  readonly sequence: string;
}

/** @throws HoldfastError command-failed where nothing of the kind answers. */
export async function readCluster(client: OpensearchClient): Promise<ClusterFacts> {
  const answer = await client.require('ask for the version', { method: 'GET', path: '/' });
  const version = objectIn(answer, 'version');
  const number = textIn(version, 'number');
  if (number === '') {
    throw new HoldfastError(
      'command-failed',
      'Cannot back up what answers there: it names no version, expected OpenSearch or Elasticsearch. Look at the URL’s port.',
    );
  }
  return {
    clusterName: displayText(textIn(answer, 'cluster_name')),
    distribution: displayText(textIn(version, 'distribution') || 'elasticsearch'),
    version: displayText(number),
  };
}

export interface ChosenIndexes {
  /** In order. */
  readonly open: readonly string[];
  /** Of the same patterns: nobody can read them. */
  readonly closed: readonly string[];
}

/**
 * The indexes and data streams that `patterns` mean, without what a data stream is made of; with none, all whose names
 * begin with no dot: those are the cluster's own.
 * @throws HoldfastError bad-input for a pattern that means no open one, or a closed one by its name.
 */
export async function chooseIndexes(
  client: OpensearchClient,
  patterns: readonly string[],
): Promise<ChosenIndexes> {
  const { indexes, streams } = await listIndexes(client);
  const all = [...indexes, ...streams];
  if (patterns.length === 0) return byState(all.filter(({ name }) => !isHidden(name)));
  const chosen = new Set<Listed>();
  for (const pattern of patterns) {
    const meant = all.filter(({ name }) => matches(pattern, name));
    const open = meant.filter(({ isOpen }) => isOpen);
    for (const one of meant) chosen.add(one);
    if (open.length > 0 && (pattern.includes('*') || meant.length === open.length)) continue;
    throw new HoldfastError(
      'bad-input',
      `Cannot dump the index ${JSON.stringify(pattern)}: ` +
        `${meant.length > 0 ? 'it is closed, expected an open one. Open it' : 'there is none of that name. Look at _cat/indices'}.`,
    );
  }
  return byState([...chosen]);
}

function byState(all: readonly Listed[]): ChosenIndexes {
  const those = (isOpen: boolean) => all.flatMap((one) => (one.isOpen === isOpen ? [one.name] : [])).sort();
  return { open: those(true), closed: those(false) };
}

interface Listed {
  readonly name: string;
  readonly isOpen: boolean;
}

async function listIndexes(client: OpensearchClient): Promise<{ indexes: Listed[]; streams: Listed[] }> {
  const path = '/_resolve/index/*?expand_wildcards=all';
  const answer = await client.require('list the indexes', { method: 'GET', path });
  const indexes = listIn(answer, 'indices').map((index) => ({
    name: textIn(index, 'name'),
    isOpen: !listIn(index, 'attributes').includes('closed'),
    stream: textIn(index, 'data_stream'),
  }));
  const streams = listIn(answer, 'data_streams').map((stream) => ({
    name: textIn(stream, 'name'),
    isOpen: true,
  }));
  return {
    indexes: indexes.filter(({ name, stream }) => name !== '' && stream === ''),
    streams: streams.filter(({ name }) => name !== ''),
  };
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}

function matches(pattern: string, name: string): boolean {
  if (isHidden(name) && !isHidden(pattern)) return false;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\-]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(name);
}

/** What stands under each of `names` now: nothing, an index, a closed one, an alias, a data stream. */
export async function whatStandsAt(
  client: OpensearchClient,
  names: readonly string[],
): Promise<Map<string, 'index' | 'closed' | 'alias' | 'data stream'>> {
  const path = '/_resolve/index/*?expand_wildcards=all';
  const answer = await client.require('list the indexes', { method: 'GET', path });
  const found = new Map<string, 'index' | 'closed' | 'alias' | 'data stream'>();
  const wanted = new Set(names);
  const add = (key: string, kind: (one: unknown) => 'index' | 'closed' | 'alias' | 'data stream') => {
    for (const one of listIn(answer, key)) {
      const name = textIn(one, 'name');
      if (wanted.has(name)) found.set(name, kind(one));
    }
  };
  add('aliases', () => 'alias');
  add('data_streams', () => 'data stream');
  add('indices', (one) => (listIn(one, 'attributes').includes('closed') ? 'closed' : 'index'));
  return found;
}

/**
 * The state of each index, the indexes that a data stream is made of counted as one. Refreshed first: what was written is
 * counted.
 */
export async function readStates(
  client: OpensearchClient,
  names: readonly string[],
): Promise<Map<string, IndexState>> {
  const states = new Map<string, IndexState>();
  for (const batch of inBatches(names)) {
    const what = `count ${batch.length} indexes, ${displayText(batch[0] ?? '')} the first`;
    const path = pathOf(batch.join(','));
    await client.require(what, { method: 'POST', path: `${path}/_refresh` });
    const answer = await client.require(what, {
      method: 'GET',
      path: `${path}/_stats/docs,store?level=shards`,
    });
    for (const name of batch) {
      const isIndex = objectIn(answer, 'indices')[name] !== undefined;
      states.set(
        name,
        isIndex || batch.length === 1 ? stateIn(answer, name, isIndex) : await streamState(client, name),
      );
    }
  }
  return states;
}

/** Of a data stream: it isn't told by its own name. */
async function streamState(client: OpensearchClient, name: string): Promise<IndexState> {
  const path = `${pathOf(name)}/_stats/docs,store?level=shards`;
  const answer = await client.require(`count ${displayText(name)}`, { method: 'GET', path });
  return stateIn(answer, name, false);
}

/** Thousands of names are no line of a request. */
const MAX_BATCH_CHARACTERS = 2000;

function inBatches(names: readonly string[]): string[][] {
  const batches: string[][] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const name of names) {
    if (characters + name.length > MAX_BATCH_CHARACTERS) {
      batches.push([]);
      characters = 0;
    }
    batches.at(-1)?.push(name);
    characters += name.length + 1;
  }
  return batches;
}

/** @param isIndex Of that one index alone; else of all that were asked for. */
function stateIn(answer: unknown, name: string, isIndex: boolean): IndexState {
  const uuids: string[] = [];
  const sequence: string[] = [];
  let documents = 0;
  let sizeBytes = 0;
  const all = objectsIn(objectIn(answer, 'indices')).filter(([index]) => !isIndex || index === name);
  for (const [index, body] of all.sort(byName)) {
    uuids.push(textIn(body, 'uuid'));
    for (const [shard, copies] of Object.entries(objectIn(body, 'shards'))) {
      const list = Array.isArray(copies) ? copies.filter(isObject) : [];
      const primary = list.find((copy) => objectIn(copy, 'routing')['primary'] === true);
      if (primary === undefined) continue;
      documents += numberIn(objectIn(primary, 'docs'), 'count');
      sizeBytes += numberIn(objectIn(primary, 'store'), 'size_in_bytes');
      const last = numberIn(objectIn(primary, 'seq_no'), 'max_seq_no');
      sequence.push(`${index === name ? '' : `${index}/`}${shard}:${last}`);
    }
  }
  if (sequence.length === 0 || Number.isNaN(documents)) {
    throw new HoldfastError(
      'command-failed',
      `Cannot count the index ${displayText(name)}: none of its primary shards answers. Look at the cluster’s health.`,
    );
  }
  return { uuid: uuids.join(' '), documents, sizeBytes, sequence: displayText(sequence.sort().join(' ')) };
}

/** A digest of the mappings of each index, whatever order the server tells them in; of a data stream none: each of its indexes has its own. */
export async function readDefinitions(
  client: OpensearchClient,
  names: readonly string[],
): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const batch of inBatches(names)) {
    const what = `read the mappings of ${batch.length} indexes, ${displayText(batch[0] ?? '')} the first`;
    const answer = await client.require(what, { method: 'GET', path: `${pathOf(batch.join(','))}/_mapping` });
    for (const name of batch) {
      const body = answer[name];
      if (isObject(body)) digests[`mappings ${displayText(name)}`] = digestOf(body['mappings']);
    }
  }
  return digests;
}

function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(value)))
    .digest('hex');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(byName)
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
