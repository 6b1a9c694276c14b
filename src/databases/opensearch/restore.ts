import { randomBytes } from 'node:crypto';
import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { RestoredDatabase } from '../database.ts';
import { requireDumpedBy } from '../dumped-by.ts';
import { unpackTar } from '../folder-tar.ts';
import { isOlder } from '../versions.ts';
import { makeFolder, removeFolder } from '../work-folder.ts';
import { bringBack, copyAside, releaseBlocks, removeIndexes } from './aside.ts';
import { readCluster, whatStandsAt } from './cluster.ts';
import { OPENSEARCH_ENGINE } from './dump.ts';
import type { OpensearchClient } from './http.ts';
import { pathOf } from './http.ts';
import { readRepositoryRoots } from './repository-roots.ts';
import type { OpensearchRestore } from './restore-work.ts';
import { type ClusterSnapshot, requireSnapshot } from './snapshot.ts';
import { verifyIndexes } from './verify.ts';
import { untilStarted } from './wait.ts';

/**
 * Puts the indexes of a snapshot back, each by its name, without the cluster's own state. An index that is there is first copied
 * aside, and comes back if the restore fails.
 */
export async function restoreOpensearch(work: OpensearchRestore): Promise<RestoredDatabase> {
  const { client, choices, dump } = work;
  const snapshot = snapshotOf(work);
  const facts = await readCluster(client);
  const source = dump.record.restore['server_version'] ?? '';
  if (facts.distribution === dump.record.restore['distribution'] && isOlder(facts.version, source)) {
    throw new HoldfastError(
      'restore-blocked',
      `Cannot restore the dump ${dump.record.name}: the cluster is ${facts.distribution} ${facts.version}, expected ${displayText(source)} or newer, ` +
        'which the snapshot is of.',
    );
  }
  const names = snapshot.indexes.map((index) => choices.prefix + index);
  const inTheWay = await requireNotInTheWay(work, names);
  if (dump.record.format === 'reference') {
    await requireSnapshot(client, snapshot);
    return putInPlace(work, snapshot, inTheWay);
  }
  return fromFiles(work, snapshot, inTheWay);
}

/** What the manifest says; where it is a reference, the URL may name the repository that holds it now. */
function snapshotOf({ dump: { record }, choices }: OpensearchRestore): ClusterSnapshot {
  const { repository = '', snapshot: name = '', uuid = '', indexes = '' } = record.restore;
  requireDumpedBy([OPENSEARCH_ENGINE], record, 'into OpenSearch');
  // As clusters have them: what begins otherwise is more than one (`_all`), or none (`-x`), when one is removed by it.
  const isName = (text: unknown): text is string =>
    typeof text === 'string' && /^(?![-_+])(?!\.{1,2}$)[^A-Z\s\\/?"<>|,#:*\0]{1,255}$/.test(text);
  try {
    const list = JSON.parse(indexes) as unknown;
    if (Array.isArray(list) && list.length > 0 && list.every(isName) && isName(name) && uuid !== '')
      return { repository: choices.repository ?? repository, name, uuid, indexes: list };
  } catch {
    // Told below.
  }
  throw new HoldfastError(
    'repository-damaged',
    `Cannot restore the dump ${record.name}: what its manifest says of the snapshot can't be read. Choose another one.`,
  );
}

/** @returns the indexes that are to be copied aside. @throws HoldfastError restore-blocked. */
async function requireNotInTheWay(
  { client, terms, choices }: OpensearchRestore,
  names: readonly string[],
): Promise<string[]> {
  const there = await whatStandsAt(client, names);
  for (const [name, kind] of there) {
    if (kind === 'index' && terms.overwrite) continue;
    const advice =
      kind === 'index'
        ? `Restore beside it (?prefix=${choices.prefix}copy_), or say that it may be copied aside (--overwrite-database).`
        : `Restore beside it (?prefix=${choices.prefix}copy_), or remove it.`;
    throw new HoldfastError(
      'restore-blocked',
      `Cannot restore the index ${JSON.stringify(displayText(name))}: ${kind === 'closed' ? 'a closed index' : `an ${kind}`.replace('an data', 'a data')} of that name is ` +
        `there, expected none. ${advice}`,
    );
  }
  return [...there.keys()];
}

/** Unpacks them where the cluster may read, and registers that for as long as it takes. */
async function fromFiles(
  work: OpensearchRestore,
  snapshot: ClusterSnapshot,
  inTheWay: readonly string[],
): Promise<RestoredDatabase> {
  const { client, choices, dump, context } = work;
  const parent = choices.workFolder ?? (await readRepositoryRoots(client))[0] ?? '';
  const folder = await makeFolder(client.host, parent, client.signal);
  const repository = `holdfast-restore-${randomBytes(4).toString('hex')}`;
  try {
    const what = `unpack the dump ${dump.record.name}`;
    await unpackTar(client.host, { folder, content: dump.content(), what, signal: client.signal });
    await client.require(`register ${JSON.stringify(folder)} as a snapshot repository`, {
      method: 'PUT',
      path: `/_snapshot${pathOf(repository)}`,
      body: { type: 'fs', settings: { location: folder, readonly: true } },
    });
    const unpacked = { ...snapshot, repository };
    await requireSnapshot(client, unpacked);
    return await putInPlace(work, unpacked, inTheWay);
  } finally {
    await unregister(client, repository);
    if (!(await removeFolder(client.host, folder, client.signal)))
      context.onWarning(`The folder ${JSON.stringify(folder)} is left on "${client.host.name}": remove it.`);
  }
}

const CLEANUP_MS = 5000;

async function unregister(client: OpensearchClient, repository: string): Promise<void> {
  const still = client.under(AbortSignal.timeout(CLEANUP_MS));
  await still.ask({ method: 'DELETE', path: `/_snapshot${pathOf(repository)}` }).catch(() => {});
}

async function putInPlace(
  work: OpensearchRestore,
  snapshot: ClusterSnapshot,
  inTheWay: readonly string[],
): Promise<RestoredDatabase> {
  const { client, choices, context } = work;
  const names = snapshot.indexes.map((index) => choices.prefix + index);
  const aside = await copyAside(client, inTheWay, choices.timeLimitMs);
  const copies = [...aside.values()].map(({ copy }) => copy);
  let verified: RestoredDatabase['verified'];
  // Until the cluster has taken the restore, an index that isn't one of those moved aside is somebody else's, made meanwhile.
  let ours: readonly string[] = inTheWay;
  try {
    await removeIndexes(client, inTheWay);
    await beginRestore(work, snapshot);
    ours = names;
    await untilStarted(client, names, choices.timeLimitMs);
    verified = await verifyIndexes(work);
  } catch (error) {
    const isBack = await bringBack(client, { names: ours, aside, timeLimitMs: choices.timeLimitMs });
    if (!isBack) context.onWarning(`What was there is in ${copies.map(displayText).join(', ')}.`);
    throw error;
  }
  await releaseBlocks(client, copies);
  return {
    database: names.map(displayText).join(', '),
    movedAside: copies.length === 0 ? null : copies.map(displayText).join(', '),
    verified,
  };
}

/** Beside others an index must not come under the aliases that the application reads the others by. */
async function beginRestore(
  { client, choices, dump }: OpensearchRestore,
  snapshot: ClusterSnapshot,
): Promise<void> {
  const { repository, name, indexes } = snapshot;
  const renamed =
    choices.prefix === ''
      ? {}
      : { rename_pattern: '^(.+)$', rename_replacement: `${choices.prefix}$1`, include_aliases: false };
  await client.require(`restore the dump ${dump.record.name}`, {
    method: 'POST',
    path: `/_snapshot${pathOf(repository, name)}/_restore?wait_for_completion=false`,
    body: {
      indices: indexes.join(','),
      ignore_unavailable: false,
      include_global_state: false,
      partial: false,
      ...renamed,
    },
  });
}
