import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ByteString, fromBytes, fromText, toBytes } from '../../../src/bytestring.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { runSuccessfully } from '../../../src/hosts/output.ts';
import {
  HASH_WAYS,
  type HashTool,
  PROBE_HASH_TOOLS,
  parseHashTools,
} from '../../../src/operations/restore/hash-tools.ts';
import { quickFolder } from '../../memory-disk.ts';

const NAMES = [
  'plain',
  '-rf',
  ' two  spaces ',
  '*star',
  'new\nline',
  'back\\slash',
  'return\r',
  'é',
  `${'x'.repeat(255)}`,
].map(fromText);
const HOSTILE = [...NAMES, fromBytes(Buffer.from([0x62, 0xff, 0xfe]))];

describe('what tells hashes of files', () => {
  const host = localHost();
  let folder: string;
  const pathOf = (name: ByteString) => fromText(`${folder}/`).concat(name) as ByteString;

  beforeAll(async () => {
    folder = await mkdtemp(join(quickFolder(), 'holdfast-hash-'));
    for (const name of HOSTILE) await writeFile(toBytes(pathOf(name)), `content of ${name}`, 'latin1');
  });
  afterAll(async () => {
    await host.close();
    await rm(folder, { recursive: true });
  });

  test('is found on this host, openssl first', async () => {
    const { stdout } = await runSuccessfully(host, 'probe', PROBE_HASH_TOOLS);
    expect(parseHashTools(stdout.toString().trim())).toEqual([
      'openssl',
      'sha256sum-zero',
      'sha256sum-plain',
    ]);
  });

  test('is not taken for there when it says something else than the hash of nothing', async () => {
    const fakes = 'openssl() { echo "0123 *stdin"; }; sha256sum() { echo usage; }; ';
    const { stdout } = await runSuccessfully(host, 'probe', fakes + PROBE_HASH_TOOLS);
    expect(parseHashTools(stdout.toString().trim())).toEqual([]);
  });

  test.each(Object.keys(HASH_WAYS) as HashTool[])('%s names each file that it takes', async (tool) => {
    const way = HASH_WAYS[tool];
    const paths = HOSTILE.map(pathOf).filter(way.takes);
    expect(paths.length).toBeGreaterThan(HOSTILE.length - 4);
    const stdin = Buffer.from(paths.map((path) => `${path}\0`).join(''), 'latin1');
    const { stdout } = await runSuccessfully(host, 'hash', way.script, { stdin });
    const records = fromBytes(stdout).split(way.recordEnd);
    expect(records.pop()).toBe('');
    expect(records).toEqual(paths.map((path) => hashOf(path) + way.nameOf(path)));
  });

  test('all names are taken by one tool that every host has', () => {
    expect(HOSTILE.every(HASH_WAYS['sha256sum-plain'].takes)).toBe(true);
    expect(HOSTILE.every(HASH_WAYS['sha256sum-zero'].takes)).toBe(true);
  });

  function hashOf(path: ByteString): string {
    const name = path.slice(folder.length + 1);
    return createHash('sha256')
      .update(Buffer.from(`content of ${name}`, 'latin1'))
      .digest('hex');
  }
});
