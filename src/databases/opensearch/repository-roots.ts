import { HoldfastError } from '../../errors.ts';
import { listIn, type OpensearchClient, objectIn, objectsIn } from './http.ts';

/** The folders below which the cluster lets repositories be registered (`path.repo`). @throws HoldfastError bad-input for none. */
export async function readRepositoryRoots(client: OpensearchClient): Promise<string[]> {
  const path = '/_nodes/settings?filter_path=nodes.*.settings.path';
  const answer = await client.require('ask for path.repo', { method: 'GET', path });
  for (const [, node] of objectsIn(objectIn(answer, 'nodes'))) {
    const paths = objectIn(objectIn(node, 'settings'), 'path');
    const roots = listIn(paths, 'repo').filter((root): root is string => typeof root === 'string');
    if (roots.length > 0) return roots;
  }
  throw new HoldfastError(
    'bad-input',
    'Cannot use a folder as a snapshot repository: the cluster allows none. Set path.repo on each node.',
  );
}
