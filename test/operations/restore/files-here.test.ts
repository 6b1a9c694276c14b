import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ByteString, fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { canReadHere, FilesHere } from '../../../src/operations/restore/files-here.ts';
import type { Workspace } from '../../../src/operations/restore/workspace.ts';
import type { BlobSource } from '../../../src/repository/blob-source.ts';
import { faultOfFile } from '../../../src/repository/compare-file.ts';
import { type BlobId, idOf } from '../../../src/repository/format/ids.ts';

const host = localHost();
const HELLO = Buffer.from('hello');
const FILE = {
  path: 'new/file' as ByteString,
  blobs: [{ id: idOf<BlobId>(HELLO), sizeBytes: HELLO.length }],
};
const repository = {
  compareFiles: async (folder, files) => files.map((file) => faultOfFile(folder, file)),
} as Pick<BlobSource, 'compareFiles'> as BlobSource;

let folder: string;
let workspace: Workspace;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-here-'));
  fill(join(folder, 'staging'), HELLO);
  const { dev, ino } = statSync(join(folder, 'staging'), { bigint: true });
  workspace = { host, path: fromText(join(folder, 'staging')), identity: `${dev}:${ino}` } as Workspace;
});
afterEach(() => rmSync(folder, { recursive: true }));

function fill(path: string, content: Buffer): void {
  mkdirSync(join(path, 'new'), { recursive: true });
  writeFileSync(join(path, 'new/file'), content);
}

test('files are read in the folder that was opened, whatever stands in its place later', async () => {
  const here = FilesHere.open(workspace, repository);
  try {
    expect(await here?.faultsOf([FILE])).toEqual([null]);
    renameSync(join(folder, 'staging'), join(folder, 'away'));
    fill(join(folder, 'staging'), HELLO);
    writeFileSync(join(folder, 'away/new/file'), 'other');
    expect(await here?.faultsOf([FILE])).toEqual(['its content differs']);
  } finally {
    here?.close();
  }
});

test('another folder in its place, a symlink to it, and none are left to the host, which says so', () => {
  renameSync(join(folder, 'staging'), join(folder, 'away'));
  expect(FilesHere.open(workspace, repository)).toBe(null);
  symlinkSync('away', join(folder, 'staging'));
  expect(FilesHere.open(workspace, repository)).toBe(null);
  rmSync(join(folder, 'staging'));
  fill(join(folder, 'staging'), HELLO);
  expect(FilesHere.open(workspace, repository)).toBe(null);
});

test('a host whose files or rights are not ours is left to its own commands', () => {
  expect(canReadHere(host, repository)).toBe(true);
  expect(canReadHere(host, {} as BlobSource)).toBe(false);
  expect(canReadHere(localHost({ become: 'sudo' }), repository)).toBe(false);
  const other: Host = { name: 'other', start: host.start, close: host.close };
  expect(FilesHere.open({ ...workspace, host: other }, repository)).toBe(null);
});

test('a workspace is still this run’s until another one says that it is its own', () => {
  const ours = { ...workspace, token: 'ours' };
  const here = FilesHere.open(ours, repository);
  try {
    expect(here?.isStillOf(ours)).toBe(false);
    writeFileSync(join(folder, 'staging/run'), 'ours\n');
    expect(here?.isStillOf(ours)).toBe(true);
    writeFileSync(join(folder, 'staging/run'), 'theirs\n');
    expect(here?.isStillOf(ours)).toBe(false);
  } finally {
    here?.close();
  }
});
