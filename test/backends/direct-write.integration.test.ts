import { execFile } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDirectory } from '../../src/backends/directory.ts';
import { pathOf } from '../../src/backends/layout.ts';
import { SlabPool } from '../../src/repository/slab-pool.ts';
import { failureOf, fileOf } from '../contract/backend.ts';

const run = promisify(execFile);

const MIB = 1024 * 1024;

let root: string;
/** What undoes what was mounted, the last first. */
let undo: (readonly [string, ...string[]])[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'holdfast-direct-'));
  undo = [];
});

afterEach(async () => {
  for (const [command, ...args] of undo.toReversed()) await run(command, args);
  await rm(root, { recursive: true });
});

interface Disk {
  readonly filesystem: string;
  readonly sizeMib: number;
  /** Of the device: 512 unless told. */
  readonly sectorBytes?: number;
}

/** An empty filesystem of that kind, mounted. */
async function mounted({ filesystem, sizeMib, sectorBytes = 512 }: Disk): Promise<string> {
  const folder = join(root, 'repository');
  await mkdir(folder);
  if (filesystem === 'tmpfs') {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${sizeMib}m`, 'tmpfs', folder]);
    undo.push(['umount', folder]);
    return folder;
  }
  const disk = join(root, 'disk');
  await run('truncate', ['--size', `${sizeMib}M`, disk]);
  const found = await run('losetup', ['--find', '--show', '--sector-size', String(sectorBytes), disk]);
  const device = found.stdout.trim();
  undo.push(['losetup', '--detach', device]);
  await run(`mkfs.${filesystem}`, ['-q', device]);
  await run('mount', [device, folder]);
  undo.push(['umount', folder]);
  return folder;
}

/** Bytes that lie where a pack's lie, in two parts. */
function packOf(sizeBytes: number): [Uint8Array, Uint8Array] {
  const slab = randomFillSync(new SlabPool().take(sizeBytes));
  return [slab.subarray(0, sizeBytes), randomFillSync(new Uint8Array(777))];
}

async function cachedBytes(path: string): Promise<number> {
  const { stdout } = await run('fincore', ['--bytes', '--noheadings', '--output', 'RES', path]);
  return Number(stdout);
}

async function savedOn(disk: Disk, parts: readonly Uint8Array[]): Promise<{ cached: number; back: Buffer }> {
  const folder = await mounted(disk);
  const backend = openDirectory(folder);
  await backend.create();
  const file = fileOf('pack', Buffer.concat(parts));
  await backend.save(file, parts);
  const cached = await cachedBytes(join(folder, ...pathOf(file)));
  return { cached, back: await backend.load(file) };
}

describe('a pack', () => {
  it.each<Disk>([
    { filesystem: 'ext4', sizeMib: 64, sectorBytes: 512 },
    { filesystem: 'xfs', sizeMib: 320, sectorBytes: 512 },
    { filesystem: 'ext4', sizeMib: 64, sectorBytes: 4096 },
  ])('goes past the page cache: $filesystem, $sectorBytes bytes a sector', async (disk) => {
    const parts = packOf(5 * MIB + 1234);
    const { cached, back } = await savedOn(disk, parts);
    expect(back.equals(Buffer.concat(parts))).toBe(true);
    // Its end isn't a whole block, and goes the usual way.
    expect(cached).toBeLessThanOrEqual(64 * 1024);
  });

  it.each<Disk>([
    { filesystem: 'btrfs', sizeMib: 256 },
    { filesystem: 'tmpfs', sizeMib: 64 },
  ])('goes the usual way elsewhere: $filesystem', async (disk) => {
    const parts = packOf(5 * MIB + 1234);
    const { cached, back } = await savedOn(disk, parts);
    expect(back.equals(Buffer.concat(parts))).toBe(true);
    expect(cached).toBeGreaterThan(4 * MIB);
  });

  it('is whole when it lies anywhere in memory, and in many parts', async () => {
    const [slab, end] = packOf(3 * MIB);
    const parts = [slab.subarray(1), slab.subarray(4096, 4097), ...Array(1500).fill(end)];
    const { back } = await savedOn({ filesystem: 'ext4', sizeMib: 64, sectorBytes: 4096 }, parts);
    expect(back.equals(Buffer.concat(parts))).toBe(true);
  });

  it('that the disk has no room for says so, and leaves nothing', async () => {
    const folder = await mounted({ filesystem: 'ext4', sizeMib: 8 });
    const backend = openDirectory(folder);
    await backend.create();
    const parts = packOf(20 * MIB);
    const error = await failureOf(backend.save(fileOf('pack', Buffer.concat(parts)), parts));
    expect(error.code).toBe('no-space');
    const left = await readdir(folder, { recursive: true });
    expect(left.filter((path) => path.includes('-tmp-') || /[0-9a-f]{64}/.test(path))).toEqual([]);
  });
});
