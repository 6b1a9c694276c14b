import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DrillOptions } from '../../../src/operations/drill.ts';
import { bundleOf } from '../../services/bundle.ts';
import { PASSWORD } from '../backup/fixture.ts';
import type { DrillOrder } from './drill-process.ts';

export interface Kill {
  /** The drill is killed as soon as it says that it begins this step, or a line that begins so. */
  readonly step: string;
  readonly options: Omit<DrillOptions, 'drillId'>;
}

/** Drills in processes of their own, side by side, each of which is killed. */
export async function killDrills(repository: string, kills: readonly Kill[]): Promise<void> {
  const bundle = await bundleOf(join(import.meta.dirname, 'drill-process.ts'));
  const carryOut = ({ step, options }: Kill, i: number) => {
    const order = { repository, password: PASSWORD, options: { ...options, drillId: `killed-${i}` } };
    return killDrillAt(step, bundle.program, order);
  };
  await Promise.all(kills.map(carryOut)).finally(() => bundle.remove());
}

async function killDrillAt(step: string, program: string, order: DrillOrder): Promise<void> {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface(child.stdout))
    if (line === `Drill: ${step}` || line.startsWith(`  ${step}`)) child.kill('SIGKILL');
  const [, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error(`The drill ended before it began ${JSON.stringify(step)}.`);
}
