import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { HoldfastError } from '../errors.ts';
import { systemErrorText } from '../system-error.ts';

/** Runs `work` and writes a CPU profile of it to `file` (for Chrome's DevTools), whether it succeeds or not. */
export async function profiled<T>(file: string, work: () => Promise<T>): Promise<T> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  try {
    return await work();
  } finally {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    await writeFile(file, JSON.stringify(profile)).catch((cause: unknown) => {
      throw new HoldfastError(
        'bad-input',
        `Cannot write the profile to ${JSON.stringify(file)}: ${systemErrorText(cause)}. The work itself is over.`,
        { cause },
      );
    });
  }
}
