import { randomFillSync } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.ts';
import type { Workplace } from './workplace.ts';

/** How time and memory grow: first backups of ever more files, and of ever more bytes. */

export interface GrowthPoint {
  /** Thousands of files, or gigabytes. */
  readonly size: number;
  readonly seconds: number;
  readonly peakMib: number;
}

const THOUSANDS_OF_FILES = [10, 100, 1000];
const GIGABYTES = [1, 8, 32];
const GIGABYTE = 1e9;

const FILES_PER_FOLDER = 1000;
const BLOCK_BYTES = 16 * 1024 * 1024;

export async function growthByFiles(workplace: Workplace): Promise<GrowthPoint[]> {
  const points: GrowthPoint[] = [];
  for (const thousands of THOUSANDS_OF_FILES) {
    const tree = workplace.path('growing');
    for (let folder = 0; folder < thousands; folder++) {
      const path = join(tree, `${folder}`);
      mkdirSync(path, { recursive: true });
      for (let i = 0; i < FILES_PER_FOLDER; i++) writeFileSync(join(path, `${i}`), `${folder} ${i}\n`);
    }
    points.push(await firstBackup(workplace, tree, thousands));
  }
  return points;
}

/** Sizes for which the disk has no room, twice, are left out. */
export async function growthByBytes(workplace: Workplace): Promise<GrowthPoint[]> {
  const points: GrowthPoint[] = [];
  for (const gigabytes of GIGABYTES) {
    const { bavail, bsize } = statfsSync(workplace.folder);
    if (bavail * bsize < gigabytes * GIGABYTE * 2.1) break;
    const tree = workplace.path('growing');
    mkdirSync(tree, { recursive: true });
    writeRandomFile(join(tree, 'random'), gigabytes * GIGABYTE);
    points.push(await firstBackup(workplace, tree, gigabytes));
  }
  return points;
}

async function firstBackup(workplace: Workplace, tree: string, size: number): Promise<GrowthPoint> {
  try {
    await workplace.freshRepository('holdfast', 'grown');
    const { seconds, peakBytes } = await measure(workplace.command('holdfast', 'grown', 'backup', tree));
    const peakMib = Math.round((peakBytes ?? 0) / 2 ** 20);
    console.error(`growth, ${size}: ${seconds.toFixed(1)} s, ${peakMib} MiB`);
    return { size, seconds, peakMib };
  } finally {
    workplace.remove('grown');
    rmSync(tree, { recursive: true, force: true });
  }
}

function writeRandomFile(path: string, sizeBytes: number): void {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(BLOCK_BYTES);
  for (let left = sizeBytes; left > 0; left -= BLOCK_BYTES) {
    randomFillSync(block);
    writeSync(file, block, 0, Math.min(left, BLOCK_BYTES));
  }
  closeSync(file);
}

/** A plot of GitHub's own (Mermaid), and the figures. */
export function growthPlots(what: string, unit: string, points: readonly GrowthPoint[]): string {
  const sizes = points.map(({ size }) => `"${size}"`).join(', ');
  const plot = (title: string, values: readonly number[]) =>
    [
      '```mermaid',
      'xychart-beta',
      `  title "${title}, first backup of ${what}"`,
      `  x-axis "${unit}" [${sizes}]`,
      `  bar [${values.map((value) => value.toFixed(1)).join(', ')}]`,
      '```',
    ].join('\n');
  const rows = points.map(({ size, seconds, peakMib }) => {
    const each = (seconds / size).toFixed(3);
    return `| ${size.toLocaleString('en')} | ${seconds.toFixed(1)} | ${each} | ${peakMib} |`;
  });
  return [
    [`| ${unit} | seconds | seconds for each | peak MiB |`, '| ---: | ---: | ---: | ---: |', ...rows].join(
      '\n',
    ),
    plot(
      'Seconds',
      points.map(({ seconds }) => seconds),
    ),
    plot(
      'Peak memory, MiB',
      points.map(({ peakMib }) => peakMib),
    ),
  ].join('\n\n');
}
