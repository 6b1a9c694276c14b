import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { stampNow } from '../stamp.ts';
import { readStates } from './cluster.ts';
import { type OpensearchClient, objectIn, objectsIn, pathOf } from './http.ts';
import { untilStarted } from './wait.ts';

/** An index's name has at most 255 bytes; what we add has 24. */
const MAX_STEM = 200;
/** A cancelled run has little time; copying back is a matter of hard links. */
const BRING_BACK_MS = 7000;

/** A copy of an index under another name; the aliases are those of the index: a copy has none. */
export interface Aside {
  readonly copy: string;
  readonly aliases: Readonly<Record<string, unknown>>;
}

/**
 * Copies each of `names` under another one, by the cluster's own clone: hard links, for which the index must not be written to.
 * No index can be renamed.
 * @returns the copies, by the names that they are of; both can't be written to.
 * @throws HoldfastError restore-mismatch unless a copy holds as many documents; then all is as it was.
 */
export async function copyAside(
  client: OpensearchClient,
  names: readonly string[],
  timeLimitMs: number,
): Promise<Map<string, Aside>> {
  const stamp = stampNow().toLowerCase();
  const aside = new Map<string, Aside>();
  try {
    for (const name of names) {
      const copy = `${name.slice(0, MAX_STEM)}_before_${stamp}`;
      const aliases = await readAliases(client, name);
      await setWriteBlock(client, name, true);
      aside.set(name, { copy, aliases });
      await clone(client, name, copy, timeLimitMs);
    }
    return aside;
  } catch (error) {
    const still = client.under(AbortSignal.timeout(BRING_BACK_MS));
    const copies = [...aside.values()].map(({ copy }) => copy);
    await removeIndexes(still, copies).catch(() => {});
    for (const name of aside.keys()) await setWriteBlock(still, name, false).catch(() => {});
    throw error;
  }
}

async function clone(client: OpensearchClient, from: string, to: string, timeLimitMs: number): Promise<void> {
  await client.require(`copy the index ${displayText(from)}`, {
    method: 'POST',
    path: `${pathOf(from)}/_clone${pathOf(to)}`,
  });
  await untilStarted(client, [to], timeLimitMs);
  const states = await readStates(client, [from, to]);
  const [was, is] = [states.get(from)?.documents, states.get(to)?.documents];
  if (was === is) return;
  throw new HoldfastError(
    'restore-mismatch',
    `Cannot copy the index ${displayText(from)} aside: the copy holds ${is} documents, expected ${was}.`,
  );
}

async function readAliases(
  client: OpensearchClient,
  name: string,
): Promise<Readonly<Record<string, unknown>>> {
  const what = `read the aliases of ${displayText(name)}`;
  const answer = await client.require(what, { method: 'GET', path: `${pathOf(name)}/_alias` });
  return objectIn(objectIn(answer, name), 'aliases');
}

async function addAliases(
  client: OpensearchClient,
  name: string,
  aliases: Readonly<Record<string, unknown>>,
): Promise<void> {
  const actions = objectsIn(aliases).map(([alias, how]) => ({ add: { ...how, index: name, alias } }));
  if (actions.length === 0) return;
  const what = `give ${displayText(name)} its aliases back`;
  await client.require(what, { method: 'POST', path: '/_aliases', body: { actions } });
}

async function setWriteBlock(client: OpensearchClient, name: string, isBlocked: boolean): Promise<void> {
  await client.require(`${isBlocked ? 'hold' : 'release'} the index ${displayText(name)}`, {
    method: 'PUT',
    path: `${pathOf(name)}/_settings`,
    body: { 'index.blocks.write': isBlocked ? true : null },
  });
}

export async function releaseBlocks(client: OpensearchClient, names: readonly string[]): Promise<void> {
  for (const name of names) await setWriteBlock(client, name, false);
}

/** Each by its own name; one that isn't there is no failure. */
export async function removeIndexes(client: OpensearchClient, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const answer = await client.ask({ method: 'DELETE', path: pathOf(name) });
    if (answer.status === 200 || answer.status === 404) continue;
    const stream = await client.ask({ method: 'DELETE', path: `/_data_stream${pathOf(name)}` });
    if (stream.status !== 200) throw client.refused(`remove the index ${displayText(name)}`, answer);
  }
}

/**
 * Removes what was restored, and gives what was there its name back. Also after the run was cancelled. Never rejects: false if
 * something is left under its other name.
 */
export async function bringBack(
  client: OpensearchClient,
  what: {
    readonly names: readonly string[];
    readonly aside: ReadonlyMap<string, Aside>;
    readonly timeLimitMs: number;
  },
): Promise<boolean> {
  const still = client.under(client.signal.aborted ? AbortSignal.timeout(BRING_BACK_MS) : client.signal);
  try {
    await removeIndexes(still, what.names);
    for (const [name, { copy, aliases }] of what.aside) {
      await clone(still, copy, name, what.timeLimitMs);
      await setWriteBlock(still, name, false);
      await addAliases(still, name, aliases);
      await removeIndexes(still, [copy]);
    }
    return true;
  } catch {
    return what.aside.size === 0;
  }
}
