import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FilesHere } from '../../../src/operations/restore/files-here.ts';
import { newFileIn } from '../../../src/operations/restore/new-file.ts';
import type { Workspace } from '../../../src/operations/restore/workspace.ts';
import { quickFolder } from '../../memory-disk.ts';

const isRoot = process.getuid?.() === 0;

let folder: string;
let umask: number;
beforeEach(() => {
  folder = mkdtempSync(join(quickFolder(), 'holdfast-new-file-'));
  mkdirSync(join(folder, 'new'));
  umask = process.umask(0o027);
});
afterEach(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true });
});

const found = (wasThere = false) => newFileIn({ wasThere } as Workspace, { folder } as FilesHere);
const own = { uid: process.getuid?.(), gid: process.getgid?.() };

test('a new file is ours, with the permissions that the umask leaves, and nothing stays of the trial', () => {
  expect(found()).toEqual({ owner: own, permissions: 0o750 });
  expect(readdirSync(join(folder, 'new'))).toEqual([]);
});

test.runIf(isRoot)('a folder that hands its group on is noticed', () => {
  chownSync(join(folder, 'new'), 0, 5678);
  chmodSync(join(folder, 'new'), 0o2700);
  expect(found()?.owner).toEqual({ uid: 0, gid: 5678 });
});

test('where an earlier run left folders, which may be closed, and where none can be made, nothing is known', () => {
  expect(found(true)).toBe(null);
  rmSync(join(folder, 'new'), { recursive: true });
  expect(found()).toBe(null);
});

test('a default access list is noticed', () => {
  execFileSync('setfacl', ['-d', '-m', 'u::rwx,g::---,o::r-x', join(folder, 'new')]);
  expect(found()?.permissions).toBe(0o705);
});
