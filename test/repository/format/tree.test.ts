import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ByteString, fromBytes, fromText } from '../../../src/bytestring.ts';
import { HoldfastError } from '../../../src/errors.ts';
import { modeOf } from '../../../src/repository/format/mode.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import { encodeNode } from '../../../src/repository/format/node-json.ts';
import { decodeTree, type EncodedNodes, encodeTree } from '../../../src/repository/format/tree.ts';
import { EMPTY_TREE, HELLO, NOTHING_INSIDE, node } from './nodes.ts';

const TIMES =
  '"mtime":"2026-11-21T09:47:54.627524309Z","atime":"2026-11-21T09:47:54.627524309Z","ctime":"2026-11-21T09:47:55Z"';
const COMMON = `${TIMES},"uid":0,"gid":0,"user":"root","group":"root","inode":10406501,"device_id":65024`;

const aclBytes = Buffer.from('0200000001000700ffffffff', 'hex');

/** Nodes as stock restic writes them, one of each kind. */
const SAMPLES: [string, Node, string][] = [
  [
    'setuid and setgid',
    node('file', { mode: modeOf('file', 0o6755) }),
    `{"name":"file","type":"file","mode":12583405,${COMMON},"size":5,"links":1,"content":["${HELLO}"]}`,
  ],
  [
    'an empty file has an empty list',
    node('empty', { sizeBytes: 0n, content: [] }),
    `{"name":"empty","type":"file","mode":420,${COMMON},"links":1,"content":[]}`,
  ],
  [
    'a folder with an ACL',
    node('tmp', {
      ...NOTHING_INSIDE,
      type: 'dir',
      mode: modeOf('dir', 0o1777),
      links: 0n,
      extendedAttributes: [{ name: fromText('system.posix_acl_default'), value: aclBytes }],
      subtree: EMPTY_TREE,
    }),
    `{"name":"tmp","type":"dir","mode":2148532735,${COMMON},"extended_attributes":[` +
      `{"name":"system.posix_acl_default","value":"${aclBytes.toString('base64')}"}],` +
      `"content":null,"subtree":"${EMPTY_TREE}"}`,
  ],
  [
    'a symlink',
    node('link', { ...NOTHING_INSIDE, type: 'symlink', mode: 134218239, linkTarget: fromText('target/x') }),
    `{"name":"link","type":"symlink","mode":134218239,${COMMON},"links":1,"linktarget":"target/x","content":null}`,
  ],
  [
    'a symlink whose target is not UTF-8 has the target twice',
    node('link', { ...NOTHING_INSIDE, type: 'symlink', mode: 134218239, linkTarget: 'a\xff<' as ByteString }),
    `{"name":"link","type":"symlink","mode":134218239,${COMMON},"links":1,` +
      `"linktarget":"a\\ufffd\\u003c","linktarget_raw":"Yf88","content":null}`,
  ],
  [
    'a fifo',
    node('fifo', { ...NOTHING_INSIDE, type: 'fifo', mode: 33554852, links: 0n }),
    `{"name":"fifo","type":"fifo","mode":33554852,${COMMON},"content":null}`,
  ],
  [
    'a character device',
    node('null', { ...NOTHING_INSIDE, type: 'chardev', mode: 69206436, deviceNumber: 259n }),
    `{"name":"null","type":"chardev","mode":69206436,${COMMON},"links":1,"device":259,"content":null}`,
  ],
  [
    'a block device',
    node('sdb1', { ...NOTHING_INSIDE, type: 'dev', mode: 67109284, deviceNumber: 2065n }),
    `{"name":"sdb1","type":"dev","mode":67109284,${COMMON},"links":1,"device":2065,"content":null}`,
  ],
  [
    'a stream has neither owner names nor inode, and mode 0 is left out',
    node('dump', { mode: 0, user: '', group: '', inode: 0n, deviceId: 0n, links: 0n }),
    `{"name":"dump","type":"file",${TIMES},"uid":0,"gid":0,"size":5,"content":["${HELLO}"]}`,
  ],
  [
    'numbers of 64 bits',
    node('big', { inode: 2n ** 64n - 1n, deviceId: 2n ** 53n + 1n, sizeBytes: 2n ** 63n, uid: 2 ** 32 - 1 }),
    `{"name":"big","type":"file","mode":420,${TIMES},"uid":4294967295,"gid":0,"user":"root","group":"root",` +
      `"inode":18446744073709551615,"device_id":9007199254740993,"size":9223372036854775808,"links":1,` +
      `"content":["${HELLO}"]}`,
  ],
  [
    'a name is quoted by Go, then escaped for JSON',
    node('a"\\\n\xff<\x7fé'.replace('é', '\xc3\xa9')),
    `{"name":"a\\\\\\"\\\\\\\\\\\\n\\\\xff\\u003c\\\\x7f\xc3\xa9","type":"file","mode":420,${COMMON},"size":5,` +
      `"links":1,"content":["${HELLO}"]}`,
  ],
  [
    'generic attributes stand before the device, an error at the end',
    node('win', {
      deviceNumber: 1n,
      error: 'no <access>',
      otherFields: new Map([['generic_attributes', '{"windows.file_attributes":32}']]),
    }),
    `{"name":"win","type":"file","mode":420,${COMMON},"size":5,"links":1,` +
      `"generic_attributes":{"windows.file_attributes":32},"device":1,"content":["${HELLO}"],` +
      `"error":"no \\u003caccess\\u003e"}`,
  ],
];

const treeJson = (...nodes: string[]) => Buffer.from(`{"nodes":[${nodes.join(',')}]}\n`, 'latin1');

describe('a tree as restic writes it', () => {
  test.each(SAMPLES)('%s', (_, decoded, json) => {
    expect(encodeTree({ nodes: [decoded] }).toString('latin1')).toBe(treeJson(json).toString('latin1'));
    expect(decodeTree(treeJson(json))).toEqual({ nodes: [decoded] });
  });

  test('the empty tree has the ID that restic gives it', () => {
    expect(
      createHash('sha256')
        .update(encodeTree({ nodes: [] }))
        .digest('hex'),
    ).toBe(EMPTY_TREE);
  });

  test('a tree holds nodes of all kinds, exact and not, at once', () => {
    const nodes = SAMPLES.map(([, sample], index) => ({ ...sample, name: fromText(`${index + 10}`) }));
    expect(decodeTree(encodeTree({ nodes }))).toEqual({ nodes });
  });

  test('any node comes back', () => {
    fc.assert(
      fc.property(fc.array(anyNode(), { maxLength: 4 }), (unsorted) => {
        const byName = new Map(unsorted.map((each) => [each.name, each]));
        const nodes = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
        const bytes = encodeTree({ nodes });
        expect(decodeTree(bytes)).toEqual({ nodes });
        expect(encodeTree(decodeTree(bytes)).equals(bytes)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

/** As they stand side by side in a tree. */
function encodedNodes(nodes: readonly Node[]): EncodedNodes {
  const json = nodes.map(encodeNode).join(',');
  return { names: nodes.map(({ name }) => name), json: Buffer.from(json, 'latin1') };
}

describe('encodeTree', () => {
  const refused: [string, string[]][] = [
    ['names out of order', ['b', 'a']],
    ['a name twice', ['a', 'a']],
    ['UTF-16 order: U+FF61 stands before U+1F389 in bytes', [fromText('\u{1f389}'), fromText('\uff61')]],
    ['an empty name', ['']],
    ['the folder itself', ['.']],
    ['the parent folder', ['..']],
    ['a path', ['a/b']],
    ['NUL', ['a\0b']],
  ];
  test.each(refused)('refuses %s', (_, names) => {
    const nodes = names.map((name) => node(name));
    for (const tree of [{ nodes }, { nodes: [encodedNodes(nodes)] }])
      expect(() => encodeTree(tree)).toThrow(expect.objectContaining({ code: 'internal' }));
  });

  test('writes each node as encodeNode does, however long it is and whatever was written before', () => {
    // The room that a tree is written into begins with 64 KiB, and is given up when it is above 1 MiB.
    const repeats = fc.oneof(fc.constant(1), fc.integer({ min: 300, max: 1200 }), fc.constant(20_000));
    const sized = fc.tuple(anyNode(), repeats).map(([each, times]) => ({
      ...each,
      content: each.content?.flatMap((id) => new Array(times).fill(id)) ?? null,
    }));
    fc.assert(
      fc.property(fc.array(sized, { maxLength: 5 }), (unsorted) => {
        const byName = new Map(unsorted.map((each) => [each.name, each]));
        const nodes = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
        expect(encodeTree({ nodes }).equals(treeJson(...nodes.map(encodeNode)))).toBe(true);
        const runs = [nodes.slice(0, 2), nodes.slice(2)].filter((run) => run.length > 0).map(encodedNodes);
        expect(encodeTree({ nodes: runs }).equals(treeJson(...nodes.map(encodeNode)))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('refuses a file with bytes but without content, which restic would restore as zeros', () => {
    expect(() => encodeTree({ nodes: [node('a', { content: null })] })).toThrow(/without content/);
  });
});

describe('decodeTree', () => {
  test('reads times of any zone as instants', () => {
    const tree = decodeTree(
      treeJson(`{"name":"a","type":"file","mtime":"2026-11-21T10:47:54.5+01:00","content":[]}`),
    );
    expect(tree.nodes[0]?.mtimeNs).toBe(1_795_254_474_500_000_000n);
  });

  test('a missing or null field is the zero value, as for restic: rustic leaves out access times', () => {
    const [bare] = decodeTree(treeJson('{"name":"a","type":"file","user":null}')).nodes;
    expect(bare).toEqual(
      node('a', {
        mode: 0,
        mtimeNs: -62_135_596_800_000_000_000n,
        atimeNs: -62_135_596_800_000_000_000n,
        ctimeNs: -62_135_596_800_000_000_000n,
        user: '',
        group: '',
        inode: 0n,
        deviceId: 0n,
        sizeBytes: 0n,
        links: 0n,
        content: null,
      }),
    );
  });

  test('unknown fields are written back as they were read', () => {
    const unknown = '"x":{"a":[1,2.50,18446744073709551616],"\\u003c":"\\ufffd"},"y\\"":null';
    const json = treeJson(
      `{"name":"a","type":"file",${COMMON},"content":[],${unknown}}`,
      `{"name":"b","type":"file",${COMMON},"content":[]}`,
    );
    const tree = decodeTree(json);
    expect([...(tree.nodes[0]?.otherFields ?? [])].map(([name]) => name)).toEqual(['x', 'y"']);
    expect(tree.nodes[1]?.otherFields).toBeNull();
    expect(encodeTree(tree).toString()).toBe(json.toString());
  });

  describe('numbers that a double cannot hold', () => {
    const big = '"inode" : 9007199254740993';
    const second = (fields: string) =>
      decodeTree(treeJson(`{"name":"a","type":"file",${big}}`, `{"name":"b","type":"file",${fields}}`)).nodes;

    test('are exact, with white space around them too', () => {
      expect(
        second('"size":\n18446744073709551615 ').map(({ inode, sizeBytes }) => [inode, sizeBytes]),
      ).toEqual([
        [9_007_199_254_740_993n, 0n],
        [0n, 2n ** 64n - 1n],
      ]);
    });

    test('are left alone in texts and in unknown fields', () => {
      const text = '\\"inode\\":9007199254740993,';
      const [, node] = second(`"user":"${text}","later":{"inode":9007199254740993}`);
      expect(node?.user).toBe('"inode":9007199254740993,');
      expect(node?.otherFields?.get('later')).toBe('{"inode":9007199254740993}');
    });

    test.each([
      '"inode":"9007199254740993"',
      '"size":18446744073709551616',
      '"links":1e19',
      '"size":-9007199254740993',
    ])('are refused in any other form: %s', (fields) => {
      expect(() => second(fields)).toThrow(expect.objectContaining({ code: 'repository-damaged' }));
    });
  });

  test('the raw target counts, even an empty one', () => {
    const link = (fields: string) => decodeTree(treeJson(`{"name":"a","type":"symlink",${fields}}`)).nodes[0];
    expect(link('"linktarget":"x","linktarget_raw":"/w=="')?.linkTarget).toBe('\xff');
    expect(link('"linktarget":"x","linktarget_raw":""')?.linkTarget).toBe('');
    expect(link('"linktarget":"\xc3\xa9"')?.linkTarget).toBe('\xc3\xa9');
  });

  test('names of other writers are read: what Go would not have escaped, and UTF-16 escapes', () => {
    const json = '{"name":"\\\\u0041\\u00e9\\ud83c\\udf89","type":"file"}';
    expect(decodeTree(treeJson(json)).nodes[0]?.name).toBe(fromText('Aé🎉'));
  });

  test('names that could not be restored can still be shown', () => {
    const names = ['..', 'a/b', '\\\\x00', ''].map((name) => `{"name":"${name}","type":"file"}`);
    expect(decodeTree(treeJson(...names)).nodes.map(({ name }) => name)).toEqual(['..', 'a/b', '\0', '']);
  });

  const refused: [string, string][] = [
    ['not JSON', 'x'],
    ['an array', '[]'],
    ['null', 'null'],
    ['no nodes', '{}'],
    ['null for nodes, which restic 0.19 refuses', '{"nodes":null}'],
    ['bytes after the tree', '{"nodes":[]}x'],
    ['a byte order mark', '\xef\xbb\xbf{"nodes":[]}'],
    ['null for a node', '{"nodes":[null]}'],
    ['an array for a node', '{"nodes":[[]]}'],
    ['a node without name', '{"nodes":[{"type":"file"}]}'],
    ['a node without type', '{"nodes":[{"name":"a"}]}'],
    ...badField('name', '5', '"\\\\q"', '"a\\"b"', '"\\\\ud800"'),
    ...badField('mode', '-1', '4294967296', '1.5', '"420"', 'true', '1e999'),
    ...badField('mtime', '5', '""', '"2026-11-21T10:47:54"', '"yesterday"', '{}'),
    ...badField('uid', '-1', '4294967296', '[]'),
    ...badField('user', '5', '{}'),
    ...badField(
      'inode',
      '-1',
      '18446744073709551616',
      '1.5',
      '"5"',
      '1e30',
      '123456789012345678901234567890',
    ),
    ...badField('size', '-9223372036854775808', 'false'),
    ...badField('linktarget', '{}'),
    ...badField('linktarget_raw', '"###"', '"/w="', '5'),
    ...badField('extended_attributes', '{}', '[null]', '[[]]', '[{"name":5}]', '[{"name":"a","value":"?"}]'),
    ...badField('content', '{}', '"x"', '[null]', '["2CF2"]', `["${HELLO.toUpperCase()}"]`, `["${HELLO}0"]`),
    ...badField('subtree', '""', '5', `"${HELLO}\\n"`),
    ...badField('Inode', '5'),
    ...badField('NAME', '"b"'),
  ];
  test.each(refused)('refuses %s', (_, json) => {
    const decode = () => decodeTree(Buffer.from(json, 'latin1'), 'tree 01234567');
    expect(decode).toThrow(HoldfastError);
    expect(decode).toThrow(expect.objectContaining({ code: 'repository-damaged' }));
    expect(decode).toThrow(/tree 01234567/);
  });

  test('says which node and which field, on one short line, whatever the values hold', () => {
    const name = `\\u001b[31m\\\\n::error::${'x'.repeat(10_000)}`;
    const json = treeJson(`{"name":"${name}","type":"file","uid":"\\u202e${'9'.repeat(10_000)}"}`);
    try {
      decodeTree(json, 'tree 01234567');
      expect.unreachable();
    } catch (error) {
      const { message } = error as Error;
      expect(message).toMatch(/uid is/);
      expect(message).not.toMatch(/[\x00-\x1f\u202e]/);
      expect(message.length).toBeLessThan(500);
    }
  });

  test('__proto__ is a field like any other', () => {
    const tree = decodeTree(treeJson('{"name":"a","type":"file","__proto__":{"uid":5}}'));
    expect(tree.nodes[0]?.uid).toBe(0);
    expect(tree.nodes[0]?.otherFields?.get('__proto__')).toBe('{"uid":5}');
  });
});

function badField(field: string, ...values: string[]): [string, string][] {
  return values.map((value) => {
    const others = ['"name":"a"', '"type":"file"'].filter((other) => !other.startsWith(`"${field}"`));
    return [
      `${field} ${value.slice(0, 30)}`,
      `{"nodes":[{${[...others, `"${field}":${value}`].join(',')}}]}`,
    ];
  });
}

function anyNode(): fc.Arbitrary<Node> {
  const uint64 = fc.oneof(fc.constant(0n), fc.bigInt(0n, 2n ** 64n - 1n), fc.bigInt(1n, 1_000_000n));
  const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  const time = fc.bigInt(-62_167_219_200_000_000_000n, 253_402_300_799_999_999_999n);
  const text = fc.oneof(fc.string({ maxLength: 10 }), fc.string({ unit: 'binary', maxLength: 8 }));
  const name = fc
    .uint8Array({ minLength: 1, maxLength: 20 })
    .map((bytes) => fromBytes(bytes.map((byte) => (byte === 0 || byte === 0x2f ? 0x21 : byte))))
    .filter((string) => string !== '.' && string !== '..');
  const id = fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) => Buffer.from(bytes).toString('hex') as never);
  return fc.record({
    name,
    type: fc.constantFrom('file', 'dir', 'symlink', 'fifo', 'something new'),
    mode: uint32,
    mtimeNs: time,
    atimeNs: time,
    ctimeNs: time,
    uid: uint32,
    gid: uint32,
    user: text,
    group: text,
    inode: uint64,
    deviceId: uint64,
    sizeBytes: uint64,
    links: uint64,
    linkTarget: fc.uint8Array({ maxLength: 12 }).map(fromBytes),
    extendedAttributes: fc.array(
      fc.record({
        name: text.map(fromText),
        value: fc.uint8Array({ maxLength: 9 }).map((value) => Buffer.from(value)),
      }),
      { maxLength: 2 },
    ),
    deviceNumber: uint64,
    content: fc.array(id, { maxLength: 3 }),
    subtree: fc.option(id),
    error: text,
    otherFields: fc.constantFrom(
      null,
      new Map([['generic_attributes', '{"a":[1]}']]),
      new Map([['later', '1.0']]),
    ),
  });
}
