import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { formatBytes } from '../../src/amounts.ts';
import type { Case } from './cases.ts';
import { type Measurement, median } from './measure.ts';

/** What one case measured: the pairs in their order. */
export interface CaseResult {
  readonly case: Case;
  readonly pairs: readonly { readonly ours: Measurement; readonly theirs: Measurement }[];
}

export interface CaseFigures {
  readonly name: string;
  readonly work: string;
  readonly against: string;
  /** Median of the pairs' ratios, ours to theirs. */
  readonly ratio: number;
  readonly atMost: number;
  readonly oursSeconds: number;
  readonly theirsSeconds: number;
  readonly oursPeakBytes: number | null;
  readonly theirsPeakBytes: number | null;
  readonly pairs: number;
}

export function figuresOf({ case: measured, pairs }: CaseResult): CaseFigures {
  const { name, work, against, atMost } = measured;
  return {
    name,
    work,
    against,
    atMost,
    ratio: median(pairs.map(({ ours, theirs }) => ours.seconds / theirs.seconds)),
    oursSeconds: median(pairs.map(({ ours }) => ours.seconds)),
    theirsSeconds: median(pairs.map(({ theirs }) => theirs.seconds)),
    oursPeakBytes: highest(pairs.map(({ ours }) => ours.peakBytes)),
    theirsPeakBytes: highest(pairs.map(({ theirs }) => theirs.peakBytes)),
    pairs: pairs.length,
  };
}

function highest(peaks: readonly (number | null)[]): number | null {
  const known = peaks.filter((peak) => peak !== null);
  return known.length === 0 ? null : Math.max(...known);
}

const HEADINGS = ['work', 'against', 'ratio', 'goal', 'ours', 'theirs', 'our memory', 'their memory'];

export function markdownTable(figures: readonly CaseFigures[]): string {
  const rows = figures.map((row) => [
    row.work,
    row.against,
    row.ratio.toFixed(2),
    `≤ ${row.atMost}`,
    `${row.oursSeconds.toFixed(2)} s`,
    `${row.theirsSeconds.toFixed(2)} s`,
    row.oursPeakBytes === null ? '' : formatBytes(row.oursPeakBytes),
    row.theirsPeakBytes === null ? '' : formatBytes(row.theirsPeakBytes),
  ]);
  const rules = HEADINGS.map((_, i) => (i < 2 ? '---' : '---:'));
  return [HEADINGS, rules, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What was measured where, so that nobody takes a figure for a law. */
export function circumstances(run: { restic: string; tree: string; runs: number }): string {
  const [processor] = cpus();
  const machine = `${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${formatBytes(totalmem())} of memory, Linux ${release()}`;
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench -- --runs ${run.runs}\` on ${machine}, Node ${process.version}, ${run.restic}.`,
    `Reference tree: ${run.tree}. Warm cache; one pair to warm up, then the median of ${run.runs} pairs.`,
  ].join('\n');
}

/** The parts of the page that the bench writes. */
export type Part = 'bench' | 'phases' | 'growth' | 'start-up' | 'databases';

/** Puts `text` between the markers of a part of the file. */
export function writeBetweenMarkers(file: string, part: Part, text: string): void {
  const marks = { begin: `<!-- ${part}:begin -->`, end: `<!-- ${part}:end -->` };
  const page = readFileSync(file, 'utf8');
  const begin = page.indexOf(marks.begin);
  const end = page.indexOf(marks.end);
  if (begin < 0 || end < begin)
    throw new Error(`Cannot write to ${file}: it lacks ${marks.begin} and ${marks.end}.`);
  writeFileSync(file, `${page.slice(0, begin + marks.begin.length)}\n${text}\n${page.slice(end)}`);
}
