import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDirectory } from '../../../src/backends/directory.ts';
import { type PruneOptions, type PruneResult, prune } from '../../../src/operations/prune.ts';
import { acquireLock } from '../../../src/repository/lock.ts';
import { openRepository } from '../../../src/repository/open.ts';
import { SEED } from '../../cases.ts';
import { quickFolder } from '../../memory-disk.ts';
import { PASSWORD } from '../../repository/fast-key.ts';
import { makeRepository } from '../../services/repository.ts';
import { restic } from '../../services/restic.ts';
import { fingerprint } from '../backup/fixture.ts';
import { SeededRandom } from '../cut/random.ts';
import { DEFAULTS, SILENT } from './garbage.ts';

const BACKUPS = 6;
const KEPT = 2;
const SMALL_FILES = 30;

/** What restic says that it would do, by its words: blobs and bytes, or packs. */
type ResticFigures = Readonly<Record<string, string>>;

describe('a repository that restic filled', () => {
  let folder: string;
  let source: string;
  let filled: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(quickFolder(), 'holdfast-prune-restic-'));
    source = join(folder, 'source');
    filled = join(folder, 'filled');
    await makeRepository(filled, PASSWORD);
    const random = new SeededRandom(SEED);
    await mkdir(source);
    for (let backup = 0; backup < BACKUPS; backup++) {
      for (let i = 0; i < SMALL_FILES; i++) {
        if (backup > 0 && random.below(3) > 0) continue;
        await writeFile(join(source, `small-${i}`), random.bytes(1 + random.below(40_000)));
      }
      await writeFile(join(source, `large-${backup % 3}`), random.bytes(3_000_000 + random.below(3_000_000)));
      await restic({ repository: filled, password: PASSWORD }, ['backup', '--pack-size', '4', source]);
    }
    await restic({ repository: filled, password: PASSWORD }, ['forget', '--keep-last', `${KEPT}`]);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function pruneAt(repository: string, options: Partial<PruneOptions>): Promise<PruneResult> {
    const opened = await openRepository(openDirectory(repository), PASSWORD);
    const lock = await acquireLock(opened, { exclusive: true, timings: { settleMs: 0 } });
    try {
      return await prune(opened, { ...DEFAULTS, ...options }, SILENT, lock.lost);
    } finally {
      await lock.release();
      await opened.close();
    }
  }

  async function dryRunOfRestic(repository: string, ...flags: string[]): Promise<ResticFigures> {
    const said = await restic({ repository, password: PASSWORD }, [
      'prune',
      '--dry-run',
      '--verbose=2',
      ...flags,
    ]);
    const lines = [...said.matchAll(/^([a-z ]+): +(.*)$/gm)];
    return Object.fromEntries(lines.map(([, word = '', figures = '']) => [word, figures]));
  }

  const inBlobs = (count: number, bytes: number) => `${count} blobs / ${asRestic(bytes)}`;

  /** The same of ours. */
  function figuresOf({ blobs, bytes, packs, ...result }: PruneResult): ResticFigures {
    const total = blobs.used + blobs.unused;
    const removed = blobs.repackRemove + blobs.remove;
    return {
      used: inBlobs(blobs.used, bytes.used),
      unused: inBlobs(blobs.unused, bytes.unused),
      total: inBlobs(total, bytes.used + bytes.unused + bytes.unreferenced),
      'to repack': inBlobs(blobs.repack, bytes.repack),
      'this removes': inBlobs(blobs.repackRemove, bytes.repackRemove),
      'total prune': inBlobs(removed, bytes.repackRemove + bytes.remove + bytes.unreferenced),
      remaining: inBlobs(total - removed, result.remainingBytes),
      'totally used packs': `${packs.used}`,
      'partly used packs': `${packs.partlyUsed}`,
      'unused packs': `${packs.unused}`,
      'to keep': `${packs.keep} packs`,
      'to repack packs': `${packs.repack} packs`,
    };
  }

  test.each<[string[], Partial<PruneOptions>]>([
    [[], { maxUnused: { kind: 'percent', percent: 5 } }],
    [['--max-unused', '0'], { maxUnused: { kind: 'bytes', bytes: 0 } }],
    [['--max-unused', '20%'], { maxUnused: { kind: 'percent', percent: 20 } }],
    [['--max-unused', 'unlimited'], { maxUnused: { kind: 'unlimited' } }],
    [['--max-unused', '0', '--max-repack-size', '1m'], { maxRepackBytes: 2 ** 20 }],
    [['--max-unused', '0', '--repack-cacheable-only'], { repackCacheableOnly: true }],
    [['--max-unused', '0', '--repack-smaller-than', '8m'], { repackSmallerThanBytes: 2 ** 23 }],
    [['--max-unused', '0', '--repack-uncompressed'], { repackUncompressed: true }],
  ])('prune %j chooses what restic would', async (flags, options) => {
    const theirs = await dryRunOfRestic(filled, ...flags);
    const ours = figuresOf(await pruneAt(filled, { ...options, dryRun: true }));
    expect(ours).toMatchObject({ used: theirs['used'], unused: theirs['unused'] });
    for (const [word, figures] of Object.entries(ours)) {
      if (theirs[word] !== undefined && !word.startsWith('to repack'))
        expect([word, figures]).toEqual([word, theirs[word]]);
    }
    expect([ours['to repack'], ours['to repack packs']]).toContain(theirs['to repack']);
  });

  test('is whole after a prune, has all its snapshots, and nothing more to free for restic', async () => {
    const repository = join(folder, 'pruned');
    await cp(filled, repository, { recursive: true });
    await leaveStrayPack(repository);
    const at = { repository, password: PASSWORD };
    const before = await restic(at, ['snapshots', '--json']);
    const { packs, bytes } = await pruneAt(repository, { maxUnused: { kind: 'bytes', bytes: 0 } });
    expect(packs.repack).toBeGreaterThan(0);
    expect(packs.remove).toBeGreaterThan(0);
    expect(packs.unreferenced).toBe(1);
    expect(bytes.unreferenced).toBeGreaterThan(0);
    await restic(at, ['check', '--read-data']);
    expect(await restic(at, ['snapshots', '--json'])).toBe(before);
    const restored = join(folder, 'restored');
    await restic(at, ['restore', 'latest', '--target', restored]);
    expect(await fingerprint(`${restored}${source}`)).toBe(await fingerprint(source));
    const theirs = await dryRunOfRestic(repository, '--max-unused', '0');
    expect(theirs).toMatchObject({ 'total prune': '0 blobs / 0 B', unused: '0 blobs / 0 B' });
  });

  test('has no more unused than the limit allows', async () => {
    const repository = join(folder, 'limited');
    await cp(filled, repository, { recursive: true });
    await pruneAt(repository, { maxUnused: { kind: 'percent', percent: 5 } });
    const theirs = await dryRunOfRestic(repository);
    expect(theirs['total prune']).toBe('0 blobs / 0 B');
    const [, percent] = /\((\S+)% of remaining size\)/.exec(theirs['unused size after prune'] ?? '') ?? [];
    expect(Number(percent)).toBeLessThanOrEqual(5);
  });
});

/** What a backup leaves that was cut off before its index. */
async function leaveStrayPack(repository: string): Promise<void> {
  const indexes = await readdir(join(repository, 'index'));
  const opened = await openRepository(openDirectory(repository), PASSWORD);
  await opened.loadIndex();
  await opened.saveBlob('data', Buffer.from(`stray ${SEED}`));
  await opened.flush();
  await opened.close();
  for (const name of await readdir(join(repository, 'index'))) {
    if (!indexes.includes(name)) await rm(join(repository, 'index', name));
  }
}

function asRestic(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 2 ** 20 ? `${(bytes / 1024).toFixed(3)} KiB` : `${(bytes / 2 ** 20).toFixed(3)} MiB`;
}
