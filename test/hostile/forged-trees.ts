import fc from 'fast-check';
import type { Backend } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import type { BlobId } from '../../src/repository/format/ids.ts';
import { encodeSnapshot } from '../../src/repository/format/snapshot-file.ts';
import { initRepository } from '../../src/repository/init.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { fileNode, folderNode, snapshotOf } from '../repository/nodes.ts';
import { backendOf, filesOf, type StoredFile } from './stored-files.ts';

// Who knows a password writes whatever they like: authentic, and hostile.

/** No attacker's guesses are slowed by it: the tests make thousands of repositories. */
export const FASTEST_KEY = { scrypt: { N: 16, r: 1, p: 1 } };

const LONG = 'x'.repeat(256);

/** Names as they stand in a node's JSON: quoted as Go does it, before JSON's own quotes. */
const names = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'x y', '-rf', '.hidden', '\\n', '\\xff') },
  fc.constantFrom(
    ...[
      '..',
      '.',
      '',
      '/',
      '../a',
      'a/b',
      '/etc/passwd',
      'a/../../b',
      '\\x00',
      'a\\x00b',
      '\\000',
      LONG,
      '\\u202e',
    ],
    ...['*', '.holdfast', '\\x1b[2J', '::error::x', '"', '\\', '\\z', '\\ud800', '\n', '\x00', '__proto__'],
  ),
);
const targets = fc.constantFrom(
  'b',
  '..',
  '../victim',
  '/etc',
  '/',
  '',
  'a',
  '.',
  'x\0y',
  LONG.repeat(20),
  '\x1b[31m',
);
const numbers = fc.constantFrom(
  ...['0', '1', '2', '5', '10', '511', '2147484141', '4294967295', '4294967296', '9007199254740993'],
  ...[
    '18446744073709551615',
    '18446744073709551616',
    '-1',
    '-0',
    '1.5',
    '1e3',
    '1e400',
    '"5"',
    'null',
    '[]',
    '{}',
  ],
);
const sizes = fc.oneof({ weight: 9, arbitrary: fc.constant('5') }, numbers);
const types = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('"file"', '"dir"') },
  fc.constantFrom(
    '"symlink"',
    '"fifo"',
    '"dev"',
    '"chardev"',
    '"socket"',
    '"irregular"',
    '""',
    'null',
    '7',
    '"\\n::x"',
  ),
);
const times = fc.constantFrom(
  ...[
    '"2026-11-21T09:47:54.62Z"',
    '"0000-01-01T00:00:00Z"',
    '"9999-12-31T23:59:59.999999999-23:59"',
    '"yesterday"',
  ],
  ...['null', '0', '"1969-12-31T23:59:59.5Z"', '"2026-02-30T00:00:00Z"'],
);
const texts = fc.constantFrom(
  '"root"',
  '""',
  'null',
  '"\\u001b]0;x\\u0007"',
  '"\\ud800"',
  '"::error::x"',
  '7',
  '[]',
);
const attributes = fc.constantFrom(
  ...[
    'null',
    '[]',
    '[{"name":"user.a","value":"AQI="}]',
    '[{"name":"","value":null}]',
    '[{"name":"a=b\\n%","value":""}]',
  ],
  ...[
    '[{"name":"user.a\\u0000b","value":"AA=="}]',
    '[{"name":"user.x","value":"not base64"}]',
    '{}',
    '[null]',
  ],
);

/** Members of a node that may say anything, a few at a time. */
const oddMembers = fc
  .record(
    {
      mode: numbers,
      uid: numbers,
      gid: numbers,
      user: texts,
      group: texts,
      inode: numbers,
      device_id: numbers,
      links: numbers,
      device: numbers,
      mtime: times,
      ctime: times,
      extended_attributes: attributes,
      error: texts,
      linktarget: targets.map((target) => JSON.stringify(target)),
      linktarget_raw: fc.constantFrom('null', '"Li4="', '"AA=="', '"/"'),
      unknown: fc.constantFrom('[[[]]]', '{"a":1e999}', '"x"'),
    },
    { requiredKeys: [] },
  )
  .chain((members) => fc.subarray(Object.entries(members) as [string, string][], { maxLength: 2 }));

/** Blobs that a node may name. */
export interface Blobs {
  readonly data: readonly string[];
  readonly trees: readonly string[];
}

/** One node's JSON. Nothing in it need make sense. */
function nodeJson(blobs: Blobs): fc.Arbitrary<string> {
  const data = fc.constantFrom(...blobs.data.map((id) => `"${id}"`));
  const anyId = fc.constantFrom(
    ...[...blobs.data, ...blobs.trees, 'f'.repeat(64), 'F'.repeat(64), 'x', ''].map((id) => `"${id}"`),
  );
  const one = data.map((id) => `[${id}]`);
  const content = fc.oneof(
    { weight: 8, arbitrary: one },
    fc.array(anyId, { maxLength: 3 }).map((ids) => `[${ids.join()}]`),
    fc.constantFrom('null', '{}', '"x"', '[null]'),
  );
  const subtree = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...blobs.trees.map((id) => `"${id}"`)) },
    anyId,
    fc.constant('null'),
  );
  const odd = fc.oneof({ weight: 2, arbitrary: fc.constant<[string, string][]>([]) }, oddMembers);
  return fc.record({ name: names, type: types, size: sizes, content, subtree, odd }).map((node) => {
    const isDir = node.type === '"dir"';
    const isFile = node.type === '"file"';
    const given = new Map<string, string>([
      ['mtime', '"2026-11-21T09:47:54.62Z"'],
      ['mode', String(isDir ? 2 ** 31 + 0o755 : 0o644)],
      ['size', isDir ? '0' : node.size],
      ...(isFile ? [['content', node.content] as const] : []),
      ...(isDir ? [['subtree', node.subtree] as const] : []),
      ...(node.type === '"symlink"' ? [['linktarget', '"b"'] as const] : []),
      ...node.odd,
    ]);
    const members = [...given].map(([key, value]) => `,"${key}":${value}`);
    return `{"name":${JSON.stringify(node.name)},"type":${node.type}${members.join('')}}`;
  });
}

interface Template {
  readonly files: readonly StoredFile[];
  readonly blobs: Blobs;
}

let template: Promise<Template> | null = null;

async function makeTemplate(): Promise<Template> {
  const forgery = await Forgery.make();
  await forgery.repository.close();
  return { files: await filesOf(forgery.backend), blobs: forgery.blobs };
}

/** A repository into which trees are forged. */
export class Forgery {
  readonly backend: Backend;
  readonly repository: OpenRepository;
  readonly #blobs = { data: [] as string[], trees: [] as string[] };

  private constructor(backend: Backend, repository: OpenRepository) {
    this.backend = backend;
    this.repository = repository;
  }

  /** With a sound snapshot in it, to compare with. */
  static async make(backend: Backend = createMemoryBackend()): Promise<Forgery> {
    const repository = await initRepository(backend, PASSWORD, { key: FASTEST_KEY, threads: 0 });
    const forgery = new Forgery(backend, repository);
    const five = await forgery.data(Buffer.from('five!'));
    const inner = await repository.saveTree({ nodes: [fileNode('b', [five], 5)] });
    const sound = await repository.saveTree({ nodes: [fileNode('a', [five], 5), folderNode('b', inner.id)] });
    forgery.#blobs.trees.push(inner.id, sound.id);
    await forgery.snapshot(sound.id);
    return forgery;
  }

  /** The same, in memory, for the thousands: to choose a chunker polynomial takes longer than all else. */
  static async another(): Promise<Forgery> {
    template ??= makeTemplate();
    const { files, blobs } = await template;
    const backend = await backendOf(files);
    const repository = await openRepository(backend, PASSWORD, { threads: 0 });
    await repository.loadIndex();
    const forgery = new Forgery(backend, repository);
    forgery.#blobs.data.push(...blobs.data);
    forgery.#blobs.trees.push(...blobs.trees);
    return forgery;
  }

  get blobs(): Blobs {
    return this.#blobs;
  }

  async data(bytes: Buffer): Promise<BlobId> {
    const { id } = await this.repository.saveBlob('data', Buffer.from(bytes));
    this.#blobs.data.push(id);
    return id;
  }

  /** Any bytes as a tree. */
  async tree(json: string | Buffer): Promise<BlobId> {
    const { id } = await this.repository.saveBlob('tree', Buffer.from(json as string));
    this.#blobs.trees.push(id);
    return id;
  }

  async snapshot(tree: BlobId): Promise<void> {
    await this.repository.flush();
    const timeNs = 1_700_000_000_000_000_000n + BigInt(this.#blobs.trees.length) * 1_000_000_000n;
    await this.repository.files.save('snapshot', encodeSnapshot(snapshotOf(tree, { paths: ['/'], timeNs })));
  }
}

export type Nodes = readonly string[];

/** A tree's nodes. */
export function nodesOf(blobs: Blobs, maxLength = 3): fc.Arbitrary<Nodes> {
  return fc.array(nodeJson(blobs), { maxLength });
}

export function treeJson(nodes: Nodes): string {
  return `{"nodes":[${nodes.join()}]}\n`;
}
