import type { ApplicationRecord } from '../../apps/application.ts';
import { findApplication } from '../../apps/applications.ts';
import { type ByteString, displayText, fromText } from '../../bytestring.ts';
import type { FilesPlace } from './files.ts';
import type { DrillRun } from './run.ts';

/** Whose checks are commands of a user's, which stand in the snapshot: whoever can write to the repository writes them. */
const OF_COMMANDS = 'generic';

/**
 * Runs what the application's profile can prove by restored files alone. What needs the application running is left out, and
 * so are commands that come from the snapshot where no container keeps them in.
 * @returns what was left out, for the evidence, ready to show.
 */
export async function runApplicationChecks(
  run: DrillRun,
  record: ApplicationRecord | null,
  { files, isContained }: { files: FilesPlace | null; isContained: boolean },
): Promise<string[]> {
  if (record === null) return [];
  const application = findApplication(record.profile, 'the snapshot’s application');
  const checks = application.configure(record.settings, 'the options in the snapshot').checks(record);
  const leftOut: string[] = [];
  for (const { name, title, needs, run: look } of checks) {
    if (run.options.leaveOut.includes(name)) continue; // as asked
    const shown = `check ${displayText(name)} of ${application.title}`;
    const kept = { kind: 'application', name: shown, expected: displayText(title) } as const;
    if (needs === 'software') leftOut.push(`${shown}: it needs the application running`);
    else if (record.profile === OF_COMMANDS && !isContained)
      leftOut.push(`${shown}: a command out of the snapshot runs in a container alone`);
    else if (files === null) run.couldNotRun(kept, 'no files were restored');
    else {
      const root = fromText(files.folder) as ByteString;
      await run.check(kept, async () => {
        const result = await look({ host: files.host, root, signal: run.signal });
        if (result.state !== 'impossible')
          return { passed: result.state === 'passed', found: result.detail || title };
        throw new Error(result.detail);
      });
    }
  }
  return leftOut;
}
