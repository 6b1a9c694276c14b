/** `npm run bench`: times Holdfast against its peers, pair by pair, and writes the table to docs/performance.md. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CASES, type Case } from './bench/cases.ts';
import { closeDrill } from './bench/drill.ts';
import { growthByBytes, growthByFiles, growthPlots } from './bench/growth.ts';
import { measure } from './bench/measure.ts';
import { phasesTable, profilePhases } from './bench/phases.ts';
import {
  closePostgresql,
  databasesTables,
  measureFingerprint,
  measureRepetition,
} from './bench/postgresql.ts';
import { measureStartUp, startUpTable } from './bench/start-up.ts';
import {
  type CaseFigures,
  circumstances,
  figuresOf,
  markdownTable,
  type Part,
  writeBetweenMarkers,
} from './bench/table.ts';
import { filesOf } from './bench/trees.ts';
import { Workplace } from './bench/workplace.ts';
import { findRestic } from './demo/programs.ts';

const HELP = `Usage: npm run bench -- [options]

  --runs N         pairs to measure after the warm-up (default: 3)
  --only NAME      only this case; several: ${CASES.map(({ name }) => name).join(', ')}
  --million        also the tree of one million files (10 minutes the first time)
  --phases         where the time goes, instead of the cases
  --growth         time and memory by number of files and by bytes, instead (a quarter of an hour, 70 GB of disk)
  --start-up       how long until the first sign of life, instead
  --databases      what a second dump of a PostgreSQL database of 1 GB adds, and what its fingerprint costs, instead
  --quick          a small tree, a small database
  --json           the figures as JSON, each case on a line
  --program FILE   the program to measure (default: dist/holdfast.js)
  --help           this

A full run writes its table to docs/performance.md, as --phases, --growth, --databases and --start-up write theirs; one with --only,
--quick or --json doesn't.`;

const { values: flags } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true, default: [] },
    million: { type: 'boolean', default: false },
    phases: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    'start-up': { type: 'boolean', default: false },
    databases: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    program: { type: 'string', default: join(import.meta.dirname, '../dist/holdfast.js') },
    help: { type: 'boolean', default: false },
  },
});

const PAGE = join(import.meta.dirname, '../docs/performance.md');

/** Rounds are counted over all cases: each changes other files. */
let nextRound = 0;

if (flags.help) console.log(HELP);
else await runBench();

async function runBench(): Promise<void> {
  const cases = chosenCases();
  const runs = parseRuns(flags.runs);
  const restic = findRestic();
  const program = resolve(flags.program);
  if (restic === null)
    throw new Error('Cannot compare with restic: it isn’t there. Run scripts/setup-test-tools.sh.');
  if (!existsSync(program))
    throw new Error(`Cannot measure ${program}: it isn’t there. Run \`npm run build\`.`);
  const workplace = new Workplace({ program, restic, quick: flags.quick });
  try {
    if (flags.phases || flags.growth || flags['start-up'] || flags.databases) {
      await reportParts(workplace);
      return;
    }
    const figures: CaseFigures[] = [];
    for (const one of cases) {
      const result = figuresOf({ case: one, pairs: await measurePairs(one, workplace, runs) });
      figures.push(result);
      if (flags.json) console.log(JSON.stringify(result));
    }
    if (!flags.json)
      report(figures, circumstances({ restic: versionOf(restic), tree: describeTree(workplace), runs }));
  } finally {
    await closeDrill();
    await closePostgresql();
    await workplace.close();
  }
}

async function reportParts(workplace: Workplace): Promise<void> {
  if (flags.phases) publish('phases', await measurePhases(workplace));
  if (flags.databases) {
    const repetitions = await measureRepetition(workplace);
    publish(
      'databases',
      databasesTables(repetitions, await measureFingerprint(workplace, parseRuns(flags.runs))),
    );
  }
  if (flags['start-up']) publish('start-up', startUpTable(await measureStartUp(workplace)));
  if (flags.growth) {
    const byFiles = growthPlots('small files', 'thousand files', await growthByFiles(workplace));
    publish('growth', `${byFiles}\n\n${growthPlots('random data', 'GB', await growthByBytes(workplace))}`);
  }
}

async function measurePhases(workplace: Workplace): Promise<string> {
  const tree = workplace.tree('reference');
  await workplace.freshRepository('holdfast', 'phases');
  const backup = workplace.command('holdfast', 'phases', 'backup', tree);
  const first = await profilePhases(backup, workplace.folder);
  const second = await profilePhases(backup, workplace.folder);
  return phasesTable([
    { title: 'first backup: main thread', seconds: first.main },
    { title: 'its other threads', seconds: first.threads },
    { title: 'nothing changed: main thread', seconds: second.main },
    { title: 'its other threads', seconds: second.threads },
  ]);
}

function publish(part: Part, text: string): void {
  console.log(`\n${text}`);
  if (!flags.quick) writeBetweenMarkers(PAGE, part, text);
}

function report(figures: readonly CaseFigures[], where: string): void {
  const text = `${where}\n\n${markdownTable(figures)}`;
  console.log(`\n${text}`);
  if (flags.quick || flags.only.length > 0) return;
  writeBetweenMarkers(PAGE, 'bench', text);
  console.log('\nWritten to docs/performance.md.');
}

function chosenCases(): Case[] {
  const unknown = flags.only.filter((name) => CASES.every((one) => one.name !== name));
  if (unknown.length > 0) throw new Error(`There is no case ${unknown.join(', ')}.\n\n${HELP}`);
  if (flags.only.length > 0) return CASES.filter(({ name }) => flags.only.includes(name));
  return CASES.filter(({ long }) => !long || flags.million);
}

function parseRuns(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Error(`Cannot use --runs ${text}: expected 1 or more.`);
}

/** A B, A B …: what slows the machine for a while slows both. The first pair warms up and doesn't count. */
async function measurePairs(one: Case, workplace: Workplace, runs: number) {
  const pairs = [];
  for (let round = 0; round <= runs; round++) {
    await one.beforePair?.(workplace, nextRound++);
    const ours = await measure(await one.ours(workplace));
    const theirs = await measure(await one.theirs(workplace));
    const what = round === 0 ? 'warm-up' : `${round} of ${runs}`;
    console.error(
      `${one.name}, ${what}: ours ${ours.seconds.toFixed(2)} s, theirs ${theirs.seconds.toFixed(2)} s, ` +
        `ratio ${(ours.seconds / theirs.seconds).toFixed(2)}`,
    );
    if (round > 0) pairs.push({ ours, theirs });
  }
  return pairs;
}

function versionOf(restic: string): string {
  return spawnSync(restic, ['version'], { encoding: 'utf8' }).stdout.split(' compiled')[0] ?? 'restic';
}

function describeTree(workplace: Workplace): string {
  const tree = workplace.tree('reference');
  const { stdout } = spawnSync('du', ['-sm', '--apparent-size', tree], { encoding: 'utf8' });
  return `${filesOf(tree).length.toLocaleString('en')} files, ${Number.parseInt(stdout, 10).toLocaleString('en')} MB`;
}
