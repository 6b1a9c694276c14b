import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { median } from './measure.ts';
import type { Workplace } from './workplace.ts';

/** How long a person, or a job, waits for the first sign of life. */

const RUNS = 11;

export interface StartUp {
  readonly what: string;
  readonly milliseconds: number;
  readonly atMost: number;
}

export async function measureStartUp(workplace: Workplace): Promise<StartUp[]> {
  const help = workplace.command('holdfast', 'none', '--help').argv;
  const action = help.slice(0, -1).map((word) => word.replace(/holdfast\.js$/, 'backup-host.js'));
  const inputs = {
    INPUT_ON: 'local',
    INPUT_PATHS: '/etc',
    INPUT_REPOSITORY: workplace.path('none'),
    INPUT_PASSWORD: 'x',
  };
  return [
    { what: '`holdfast --help`, whole', milliseconds: await medianOf(() => wholeRun(help)), atMost: 100 },
    {
      what: 'the first line of an action',
      milliseconds: await medianOf(() => firstLine(action, { ...process.env, ...inputs })),
      atMost: 300,
    },
  ];
}

async function medianOf(run: () => Promise<number>): Promise<number> {
  await run(); // fills the compile cache
  const all: number[] = [];
  for (let i = 0; i < RUNS; i++) all.push(await run());
  return median(all);
}

async function wholeRun([program = '', ...args]: readonly string[]): Promise<number> {
  const started = performance.now();
  await once(spawn(program, args, { stdio: 'ignore' }), 'close');
  return performance.now() - started;
}

async function firstLine(
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], env });
  await once(child.stdout, 'data');
  const milliseconds = performance.now() - started;
  child.kill();
  await once(child, 'close');
  return milliseconds;
}

export function startUpTable(rows: readonly StartUp[]): string {
  return [
    `| start-up (median of ${RUNS}) | milliseconds | goal |`,
    '| --- | ---: | ---: |',
    ...rows.map(
      ({ what, milliseconds, atMost }) => `| ${what} | ${Math.round(milliseconds)} | ≤ ${atMost} |`,
    ),
  ].join('\n');
}
