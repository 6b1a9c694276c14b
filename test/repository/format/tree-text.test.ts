import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ByteString, fromText } from '../../../src/bytestring.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import { encodeTree } from '../../../src/repository/format/tree.ts';
import { subtreesIn, TreeText } from '../../../src/repository/format/tree-text.ts';
import { fileNode, folderNode } from '../nodes.ts';

const A = 'a'.repeat(64) as BlobId;
const B = 'b'.repeat(64) as BlobId;

function textOf(...nodes: Node[]): string {
  return encodeTree({ nodes }).toString('latin1');
}

function cut(json: string): TreeText | null {
  return TreeText.cut(Buffer.from(json, 'latin1'));
}

function byName(a: Node, b: Node): number {
  return a.name < b.name ? -1 : 1;
}

/** As a listing gives it: without what only reading tells. */
function listed(node: Node): Node {
  return { ...node, content: null };
}

describe('TreeText', () => {
  test('gives the content of a node that says the same', () => {
    const file = fileNode('f', [A, B], 9);
    const empty = fileNode('g', [], 0);
    const link: Node = { ...listed(fileNode('h', [], 0)), type: 'symlink', linkTarget: fromText('/t') };
    const tree = cut(textOf(file, empty, link));
    expect(tree?.size).toBe(3);
    expect(tree?.contentOf(listed(file))).toEqual([A, B]);
    expect(tree?.contentOf(listed(empty))).toEqual([]);
    expect(tree?.contentOf(link)).toEqual([]);
    expect(tree?.contentOf(listed(fileNode('i', [A], 9)))).toBeNull();
  });

  test('knows the trees of its folders as they stand in the text, and none that a name or a target pretends', () => {
    const forged = `"subtree":"${A}"`;
    const nodes = [
      folderNode('a', B),
      fileNode(`b${forged}`, [A], 9),
      { ...listed(fileNode('c', [], 0)), type: 'symlink' as const, linkTarget: fromText(forged) },
      { ...fileNode('d', [], 0), error: forged },
      folderNode('e', A),
    ];
    const json = textOf(...nodes);
    expect(cut(json)?.subtrees).toEqual([B, A]);
    expect(cut(json)?.subtrees).toEqual(subtreesIn(json));
    expect(cut(textOf())?.subtrees).toEqual([]);
  });

  const changes: [field: keyof Node, value: unknown][] = [
    ['type', 'fifo'],
    ['mode', 0o600],
    ['mtimeNs', 1n],
    ['atimeNs', 1n],
    ['ctimeNs', 1n],
    ['uid', 1],
    ['gid', 1],
    ['user', 'u'],
    ['group', 'g'],
    ['inode', 8n],
    ['deviceId', 2n],
    ['sizeBytes', 10n],
    ['links', 2n],
    ['linkTarget', fromText('t')],
    ['deviceNumber', 1n],
    // What no bytes are written for ahead.
    ['mtimeNs', -1n],
    ['inode', 2n ** 53n],
    ['linkTarget', fromText('t'.repeat(2000))],
    ['extendedAttributes', [{ name: fromText('user.a'), value: Buffer.from('1') }]],
    ['otherFields', new Map([['generic_attributes', '{}']])],
  ];
  test.each(changes)('has no content for a node of another %s', (field, value) => {
    const file = fileNode('f', [A], 9);
    expect(cut(textOf(file))?.contentOf({ ...listed(file), [field]: value })).toBeNull();
  });

  test('has no content for a node that says more than a listing does', () => {
    const file = fileNode('f', [A], 9);
    for (const over of [{ error: 'e' }, { otherFields: new Map([['new', '1']]) }]) {
      expect(cut(textOf({ ...file, ...over }))?.contentOf(listed(file))).toBeNull();
    }
  });

  test.each([
    ['digits that are none', (json: string) => json.replace(A, `${':'.repeat(64)}`)],
    ['an ID cut short', (json: string) => json.replace(A, A.slice(1))],
    ['a third ID that is cut off', (json: string) => json.replace(`"${B}"]`, `"${B}","${B.slice(2)}"]`)],
    ['no comma', (json: string) => json.replace(`","`, `";"`).replace(`${A}","${B}`, `${A}";"${B}`)],
    ['more behind it', (json: string) => json.replace(']}]}', '],"new":1}]}')],
  ])('has no content where there is %s', (_, damage) => {
    const file = fileNode('f', [A, B], 9);
    const json = damage(textOf(file));
    expect(json).not.toBe(textOf(file));
    expect(cut(json)?.contentOf(listed(file)) ?? null).toBeNull();
  });

  test('has the content of nodes whose heads are long, or have large numbers', () => {
    const inode = 2n ** 63n + 1n;
    const linkTarget = fromText('/t'.repeat(1000));
    const file = fileNode('f', [A], 9, { inode, mtimeNs: -1n });
    const link: Node = { ...listed(fileNode('g', [], 0)), type: 'symlink', linkTarget };
    const tree = cut(textOf(file, link));
    expect(tree?.contentOf(listed(file))).toEqual([A]);
    expect(tree?.contentOf(link)).toEqual([]);
    expect(tree?.contentOf({ ...listed(file), inode: inode + 1n })).toBeNull();
    expect(tree?.contentOf({ ...link, linkTarget: fromText('/t'.repeat(999)) })).toBeNull();
  });

  test('has no content for a node of which only the beginning is the same', () => {
    const [short, long] = [fileNode('f', [A], 9, { links: 1n }), fileNode('f', [A], 9, { links: 12n })];
    expect(cut(textOf(long))?.contentOf(listed(short))).toBeNull();
    expect(cut(textOf(short))?.contentOf(listed(long))).toBeNull();
  });

  test('holds a node only if all of it is the same', () => {
    const folder = folderNode('d', A);
    const tree = cut(textOf(folder));
    expect(tree?.has(folder)).toBe(true);
    expect(tree?.has({ ...folder, subtree: B })).toBe(false);
    expect(tree?.has({ ...folder, name: fromText('e') })).toBe(false);
    expect(tree?.has({ ...folder, inode: folder.inode + 1n })).toBe(false);
  });

  test('has another file where the mtime is another, and another folder where the tree is', () => {
    const [file, folder] = [fileNode('f', [A], 9), folderNode('g', A)];
    const tree = cut(textOf(file, folder));
    expect(tree?.hasOther({ ...listed(file), mtimeNs: file.mtimeNs + 1n })).toBe(true);
    expect(tree?.hasOther({ ...folder, subtree: B })).toBe(true);
    for (const node of [listed(file), { ...file, uid: 9 }, folder, { ...folder, mtimeNs: 1n }])
      expect(tree?.hasOther(node)).toBe(false);
  });

  test('has no other where only reading tells', () => {
    const file = fileNode('f', [A], 9, { mtimeNs: 1_795_254_474_500_000_000n });
    const later = { ...listed(file), mtimeNs: file.mtimeNs + 1n };
    const zoned = textOf(file).replaceAll('2026-11-21T09:47:54.5Z', '2026-11-21T10:47:54.5+01:00');
    expect(zoned).not.toBe(textOf(file));
    expect(cut(zoned)?.hasOther(later)).toBe(false);
    expect(cut(textOf(file))?.hasOther({ ...later, name: fromText('g') })).toBe(false);
    expect(cut(textOf({ ...listed(file), type: 'fifo' }))?.hasOther(later)).toBe(false);
    expect(cut(textOf(file))?.hasOther(folderNode('f', A))).toBe(false);
    expect(cut(textOf(folderNode('f', A)))?.hasOther(later)).toBe(false);
  });

  test('goes into a tree with other nodes, byte for byte as if its own had been read', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'b!', 'c"', 'd', 'é', 'f&', 'g'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(names, names, names, (stored, others, wanted) => {
        const [own, fresh] = [stored, others].map((some, i) =>
          some.map((name) => fileNode(name, [i === 0 ? A : B], 9)).sort(byName),
        ) as [Node[], Node[]];
        const taken = own.filter(({ name }) => wanted.map(fromText).includes(name));
        const isTaken = ({ name }: Node) => taken.some((each) => each.name === name);
        const besides = fresh.filter((each) => !isTaken(each));
        const merged = cut(textOf(...own))?.mergedWith(new Set(taken.map(({ name }) => name)), besides);
        const read = encodeTree({ nodes: [...taken, ...besides].sort(byName) });
        expect(encodeTree({ nodes: merged ?? [] }).toString('latin1')).toBe(read.toString('latin1'));
      }),
    );
  });

  test('gives no tree with a node that it hasn’t', () => {
    const tree = cut(textOf(fileNode('f', [A], 9)));
    expect(tree?.mergedWith(new Set([fromText('f'), fromText('g')]), [])).toBeNull();
  });

  test.each([
    [
      'attributes',
      textOf({
        ...fileNode('f', [A], 9),
        extendedAttributes: [{ name: fromText('user.a'), value: Buffer.from('1') }],
      }),
    ],
    [
      'generic attributes',
      textOf({ ...fileNode('f', [A], 9), otherFields: new Map([['generic_attributes', '{}']]) }),
    ],
    ['white space', textOf(fileNode('f', [A], 9)).replace('[', '[ ')],
    ['no line feed', textOf(fileNode('f', [A], 9)).trimEnd()],
    ['names out of order', textOf(fileNode('f', [A], 9), fileNode('g', [A], 9)).replace('"g"', '"e"')],
    ['a name twice', textOf(fileNode('f', [A], 9), fileNode('g', [A], 9)).replace('"g"', '"f"')],
    ['a name that restic writes in other bytes', textOf(fileNode('a&b', [A], 9)).replace('\\u0026', '&')],
    ['a name with an escape too many', textOf(fileNode('f', [A], 9)).replace('"f"', '"\\u0066"')],
    ['a name that is none', textOf(fileNode('f', [A], 9)).replace('"f"', '"\\\\q"')],
    ['no type', textOf(fileNode('f', [A], 9)).replace('"type"', '"kind"')],
    ['nothing', ''],
  ])('leaves a tree with %s to whoever reads it', (_, json) => {
    expect(cut(json)).toBeNull();
  });

  test('an empty tree has no nodes', () => {
    expect(cut(textOf())?.size).toBe(0);
  });

  test('whatever bytes names, targets and users have', () => {
    const bytes = fc
      .uint8Array({ minLength: 1, maxLength: 24 })
      .map((some) => Buffer.from(some).toString('latin1'));
    const tricky = fc.constantFrom(
      '{"name":"',
      '","type":',
      '\\',
      '"',
      ',{"name":"x","type":"file"',
      'é',
      '\u2028',
    );
    const name = fc
      .array(fc.oneof(bytes, tricky.map(fromText)), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(''));
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(names, fc.string({ unit: 'binary' }), (all, user) => {
        const safe = all.filter((some) => !/[\0/]/.test(some) && some !== '.' && some !== '..').sort();
        const nodes = safe.map((some, i): Node => {
          const file = fileNode('', [A], i, { name: some as ByteString, user: user.toWellFormed() });
          return i % 3 === 0
            ? { ...file, type: 'symlink', content: null, linkTarget: some as ByteString }
            : file;
        });
        const tree = cut(textOf(...nodes));
        expect(tree?.size).toBe(nodes.length);
        for (const node of nodes) {
          expect(tree?.has(node)).toBe(true);
          expect(tree?.contentOf(listed(node))).toEqual(node.content ?? []);
        }
      }),
    );
  });

  test('knows a folder that says the same, whatever is below it, and its tree', () => {
    const folder = folderNode('d', A);
    const tree = cut(textOf(folder, fileNode('f', [B], 9)));
    expect(tree?.contentOf({ ...folder, subtree: null })).toEqual([]);
    expect(tree?.contentOf({ ...folder, subtree: null, mode: 0o700 })).toBeNull();
    expect(tree?.subtreeOf(folder.name)).toBe(A);
    expect(tree?.subtreeOf(fromText('f'))).toBeNull();
    expect(tree?.subtreeOf(fromText('g'))).toBeNull();
    const marked = cut(textOf({ ...folder, error: 'e' }));
    expect(marked?.contentOf({ ...folder, subtree: null })).toBeNull();
  });

  test('tells the trees below', () => {
    const file = fileNode('f"subtree":"', [A], 9);
    expect(subtreesIn(textOf(folderNode('d', A), folderNode('e', B), file))).toEqual([A, B]);
  });
});
