import { type ByteString, display, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { findNode } from '../../repository/find-node.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import { targetOf } from '../../repository/tags.ts';
import { OWN_PATH } from '../backup/own-tree.ts';
import type { ManifestFacts } from './manifest-facts.ts';

/**
 * That the manifest tells of each dump and each bucket that the snapshot holds: what it doesn't tell of, nothing would restore and nothing
 * would prove, and the drill would pass without it. A tag that somebody has removed (`restic tag`) hides all of them.
 * @throws HoldfastError repository-damaged naming the first that isn't told.
 */
export async function requireAllTold(
  repository: Repository,
  { snapshot }: StoredSnapshot,
  { dumps, buckets }: Pick<ManifestFacts, 'dumps' | 'buckets'>,
  signal: AbortSignal,
): Promise<void> {
  const namesIn = async (path: string): Promise<ByteString[]> => {
    const node = await findNode(repository, snapshot.tree, path as ByteString, signal);
    if (node?.subtree == null) return [];
    return (await repository.loadTree(node.subtree, signal)).nodes.map(({ name }) => name);
  };
  const target = targetOf(snapshot);
  for (const name of await namesIn(OWN_PATH)) {
    const folder = `${OWN_PATH}/${name}`;
    if (target === null || name !== fromText(target))
      throw untold(folder, `the snapshot’s tag names ${target === null ? 'no target' : 'another target'}`);
    const told = { dumps, buckets };
    for (const kind of ['dumps', 'buckets'] as const) {
      const known = new Set<string>(told[kind].map((record) => fromText(record.name)));
      const unknown = (await namesIn(`${folder}/${kind}`)).find((one) => !known.has(one));
      if (unknown !== undefined)
        throw untold(`${folder}/${kind}/${unknown}`, 'the manifest doesn’t tell of it');
    }
  }
}

function untold(path: string, why: string): HoldfastError {
  return new HoldfastError(
    'repository-damaged',
    `Cannot drill "${display(path as ByteString)}", which the snapshot holds: ${why}, expected all that is there to be told. ` +
      'Find out who changed the snapshot, and drill another one.',
  );
}
