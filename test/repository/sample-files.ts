import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fromText, toBytes } from '../../src/bytestring.ts';
import { Chunker } from '../../src/chunker/chunker.ts';
import type { BlobId } from '../../src/repository/format/ids.ts';
import type { Node } from '../../src/repository/format/node.ts';
import type { OpenRepository } from '../../src/repository/open.ts';
import { fileNode, folderNode } from './nodes.ts';

/** Contents by path, without a leading slash. */
export type Files = ReadonlyMap<string, Buffer>;

/** Empty, small, of one chunk, of many, of zeros (one chunk many times), twice the same, with odd names. */
export function sampleFiles(): Files {
  const twice = randomBytes(100_000);
  return new Map([
    ['empty', Buffer.alloc(0)],
    ['a', Buffer.from('a')],
    ['large', randomBytes(9 * 1024 * 1024)],
    ['zeros', Buffer.alloc(3 * 1024 * 1024)],
    ['folder/twice', twice],
    ['folder/deep/er/twice', twice],
    ['folder/ü "quoted"\n', Buffer.from('odd name')],
    ...Array.from({ length: 200 }, (_, i) => [`many/${i}`, randomBytes(i * 20)] as const),
  ]);
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

export async function readFiles(folder: string): Promise<Files> {
  const found = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(folder.length + 1), await readFile(path));
  }
  return found;
}

/** Sizes and hashes, which a failed comparison can show. */
export function summaryOf(files: Files): Record<string, string> {
  const paths = [...files.keys()].sort();
  const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex').slice(0, 12);
  return Object.fromEntries(
    paths.map((path) => {
      const content = files.get(path) as Buffer;
      return [path, `${content.length} ${digest(content)}`];
    }),
  );
}

/** Saves the files as a tree; gives its root. */
export async function saveFiles(repository: OpenRepository, files: Files): Promise<BlobId> {
  const nodes: Node[] = [];
  const names = new Set([...files.keys()].map((path) => path.split('/')[0] as string));
  for (const name of names) {
    const content = files.get(name);
    if (content !== undefined) {
      nodes.push(fileNode(name, await saveContent(repository, content), content.length));
      continue;
    }
    const prefix = `${name}/`;
    const below = [...files].filter(([path]) => path.startsWith(prefix));
    const inside = new Map(below.map(([path, bytes]) => [path.slice(prefix.length), bytes]));
    nodes.push(folderNode(name, await saveFiles(repository, inside)));
  }
  nodes.sort((a, b) => (a.name < b.name ? -1 : 1));
  return (await repository.saveTree({ nodes })).id;
}

/** What the tree holds, read as a restore does. */
export async function loadFiles(repository: OpenRepository, root: BlobId, below = ''): Promise<Files> {
  const found = new Map<string, Buffer>();
  for (const node of (await repository.loadTree(root)).nodes) {
    const path = `${below}${toBytes(node.name).toString()}`;
    if (node.type === 'file') {
      found.set(path, Buffer.concat(await Array.fromAsync(repository.loadBlobs('data', node.content ?? []))));
    } else if (node.subtree !== null) {
      for (const [inner, content] of await loadFiles(repository, node.subtree, `${path}/`)) {
        found.set(inner, content);
      }
    }
  }
  return found;
}

/** The subtree at `path` (absolute) of the tree `root`. */
export async function subtreeAt(repository: OpenRepository, root: BlobId, path: string): Promise<BlobId> {
  let tree = root;
  for (const name of path.split('/').filter((part) => part !== '')) {
    const { nodes } = await repository.loadTree(tree);
    const found = nodes.find((node) => node.name === fromText(name))?.subtree;
    if (found == null) throw new Error(`there is no folder ${name} of ${path}`);
    tree = found;
  }
  return tree;
}

async function saveContent(repository: OpenRepository, content: Buffer): Promise<BlobId[]> {
  const chunker = new Chunker(repository.chunkerPolynomial);
  const saved: Promise<{ id: BlobId }>[] = [];
  for (const chunks of [chunker.push(content), chunker.finish()]) {
    for (const chunk of chunks) {
      await repository.room();
      saved.push(repository.saveBlob('data', chunk));
    }
  }
  return (await Promise.all(saved)).map(({ id }) => id);
}
