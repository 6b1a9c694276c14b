import { expect, test } from 'vitest';
import { savedApplication } from '../../src/operations/restore-application.ts';
import { findSnapshots } from '../../src/repository/find-snapshot.ts';
import { targetTag } from '../../src/repository/tags.ts';
import { Forgery } from './forged-trees.ts';

// The name of a target becomes the name of notes on the host: one says that the application is put back, another one's
// settings are read by a shell, as root.

test.each(['../x', '../../../tmp/x', '/tmp/x', 'a/b', '..', '.', ''])(
  'an application that a forged snapshot calls %j is not restored',
  async (name) => {
    const forged = await Forgery.another();
    const manifest = await forged.data(
      Buffer.from('{"application":{"profile":"generic","version":1,"options":{}},"dumps":[]}'),
    );
    const size = forged.repository.blobSize('data', manifest);
    // A tree may hold what no folder can: the manifest is found where the name leads.
    let tree = await forged.tree(
      `{"nodes":[{"name":"manifest.json","type":"file","size":${size},"content":["${manifest}"]}]}\n`,
    );
    for (const part of `.holdfast/${name}`.split('/').reverse())
      tree = await forged.tree(`{"nodes":[{"name":"${part}","type":"dir","subtree":"${tree}"}]}\n`);
    await forged.snapshot(tree);
    const [, snapshot] = await findSnapshots(forged.repository, {});
    if (snapshot === undefined) throw new Error('The snapshot is not there.');
    const hostile = { ...snapshot, snapshot: { ...snapshot.snapshot, tags: [targetTag(name)] } };
    await expect(savedApplication(forged.repository, hostile)).rejects.toMatchObject({
      code: 'restore-unsafe',
    });
    await forged.repository.close();
  },
);
