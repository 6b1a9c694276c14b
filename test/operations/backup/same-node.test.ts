import { expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { isSameNode } from '../../../src/operations/backup/same-node.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import { encodeNode } from '../../../src/repository/format/node-json.ts';
import { fileNode } from '../../repository/nodes.ts';

const BLOBS = ['a', 'b'].map((digit) => digit.repeat(64) as BlobId);
const ATTRIBUTE = { name: fromText('user.a'), value: Buffer.from('1') };
const NODE: Node = { ...fileNode('x', BLOBS, 5), extendedAttributes: [ATTRIBUTE] };

/** A change of each field that a node's JSON tells. */
const CHANGES: Required<{ [K in keyof Node]: Node[K] }> = {
  name: fromText('y'),
  type: 'symlink',
  mode: 0o600,
  mtimeNs: NODE.mtimeNs + 1n,
  atimeNs: NODE.atimeNs + 1n,
  ctimeNs: NODE.ctimeNs + 1n,
  uid: NODE.uid + 1,
  gid: NODE.gid + 1,
  user: `${NODE.user}2`,
  group: `${NODE.group}2`,
  inode: NODE.inode + 1n,
  deviceId: NODE.deviceId + 1n,
  sizeBytes: NODE.sizeBytes + 1n,
  links: NODE.links + 1n,
  linkTarget: fromText('elsewhere'),
  extendedAttributes: [{ name: fromText('user.a'), value: Buffer.from('2') }],
  deviceNumber: 1n,
  content: [...BLOBS].reverse(),
  subtree: BLOBS[0] as BlobId,
  error: 'some',
  otherFields: new Map([['field', '1']]),
};

test('a node is the same as its copy', () => {
  expect(
    isSameNode(NODE, {
      ...NODE,
      content: [...BLOBS],
      extendedAttributes: [{ ...ATTRIBUTE, value: Buffer.from('1') }],
    }),
  ).toBe(true);
});

test.each(Object.keys(CHANGES) as (keyof Node)[])('a node that differs in %s is another', (field) => {
  const changed = { ...NODE, [field]: CHANGES[field] };
  expect(encodeNode(changed)).not.toBe(encodeNode(NODE));
  expect(isSameNode(NODE, changed)).toBe(false);
  expect(isSameNode(changed, NODE)).toBe(false);
});

test.each([[[]], [null], [[BLOBS[0] as BlobId]], [[...BLOBS, ...BLOBS]]])(
  'content %o is another',
  (content) => {
    expect(isSameNode(NODE, { ...NODE, content })).toBe(false);
  },
);

test.each([
  ['none', []],
  ['one more', [ATTRIBUTE, ATTRIBUTE]],
  ['another name', [{ ...ATTRIBUTE, name: fromText('user.b') }]],
])('extended attributes with %s are others', (_, extendedAttributes) => {
  expect(isSameNode(NODE, { ...NODE, extendedAttributes })).toBe(false);
});
