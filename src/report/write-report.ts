import { open, rename, rm } from 'node:fs/promises';
import { HoldfastError } from '../errors.ts';
import { systemErrorText } from '../system-error.ts';
import type { Report } from './facts.ts';
import { metricsText } from './metrics.ts';

/** It names hosts and files: for its owner alone. */
const PAGE_MODE = 0o600;
/** Of numbers and targets' names; another account's exporter reads it. */
const METRICS_MODE = 0o644;

export async function writePage(path: string, report: Report): Promise<void> {
  const [{ reportPage }, { createChartEngine }] = await Promise.all([
    import('./page/page.ts'),
    import('./chart-engine.ts'),
  ]);
  const engine = createChartEngine();
  try {
    await replaceFile(path, reportPage(report, engine), PAGE_MODE);
  } finally {
    engine.close();
  }
}

export async function writeMetrics(path: string, report: Report): Promise<void> {
  await replaceFile(path, [metricsText(report)], METRICS_MODE);
}

/** Whole or not at all: whoever reads it sees the old one until the new one is written. @throws HoldfastError bad-input. */
async function replaceFile(path: string, pieces: Iterable<string>, mode: number): Promise<void> {
  const unfinished = `${path}.${process.pid}.new`;
  try {
    const file = await open(unfinished, 'wx', mode);
    try {
      for (const piece of pieces) await file.writeFile(piece);
      await file.chmod(mode); // whatever the umask took away from it
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    if (cause instanceof HoldfastError) throw cause;
    throw new HoldfastError(
      'bad-input',
      `Cannot write the report to ${JSON.stringify(path)}: ${systemErrorText(cause)}. Name a file in a folder that is there and that you may write to.`,
      { cause },
    );
  }
}
