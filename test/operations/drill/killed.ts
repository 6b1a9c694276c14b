import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { DrillOptions } from '../../../src/operations/drill.ts';
import { PASSWORD } from '../backup/fixture.ts';

/** Drills in a process of its own, which is killed as soon as it says that it begins `step`, or a line that begins so. */
export async function killDrillAt(
  step: string,
  repositoryPath: string,
  options: DrillOptions,
): Promise<void> {
  const script = `
    import { openDirectory } from './src/backends/directory.ts';
    import { openRepository } from './src/repository/open.ts';
    import { drill } from './src/operations/drill.ts';
    const reporter = { onProgress() {}, onInfo: (line) => console.log(line), onWarning() {} };
    const repository = await openRepository(openDirectory(${JSON.stringify(repositoryPath)}), ${JSON.stringify(PASSWORD)});
    await drill(repository, ${JSON.stringify(options)}, reporter, new AbortController().signal);`;
  // That it is a module is seen by itself: threads would inherit a flag that says so, and refuse it.
  const child = spawn('node', ['-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface(child.stdout))
    if (line === `Drill: ${step}` || line.startsWith(`  ${step}`)) child.kill('SIGKILL');
  const [, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error(`The drill ended before it began ${JSON.stringify(step)}.`);
}
