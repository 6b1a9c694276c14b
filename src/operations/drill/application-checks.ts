import type { ApplicationRecord } from '../../apps/application.ts';
import { checksOf } from '../../apps/applications.ts';
import type { Check } from '../../apps/check.ts';
import { fromText } from '../../bytestring.ts';
import type { FilesPlace } from './files.ts';
import type { DrillRun } from './run.ts';

/** Whose checks are commands, which stand in the snapshot: whoever can write to the repository may have written them. */
const OF_COMMANDS = 'generic';

/**
 * What the application's profile can prove of the restored files, with nothing of it running. A tool that isn't there makes a
 * check that could not run, unless it was left out by its name: `looker/hsqldb-opens`. What needs the application running is
 * left out by its nature, and so are commands out of the snapshot where neither a container keeps them in nor anybody has said
 * that the snapshot is trusted.
 * @returns what was left out, for the evidence, ready to show.
 */
export async function runApplicationChecks(
  run: DrillRun,
  record: ApplicationRecord | null,
  { files, isContained }: { files: FilesPlace | null; isContained: boolean },
): Promise<string[]> {
  if (record === null) return [];
  const title = { kind: 'application', name: record.profile, expected: 'its profile is known' } as const;
  let checks: readonly Check[] = [];
  const isKnown = await run.check(title, async () => {
    checks = checksOf(record);
    return {
      passed: true,
      found: `${checks.filter(({ needs }) => needs === 'files').length} checks of files`,
    };
  });
  if (!isKnown) return [];
  const leftOut: string[] = [];
  const mayRun = record.profile !== OF_COMMANDS || isContained || run.options.trustSnapshot === true;
  for (const check of checks) {
    const name = `${record.profile}/${check.name}`;
    if (run.options.leaveOut.includes(name)) continue;
    if (check.needs === 'software') leftOut.push(`${name}: it needs the application running`);
    else if (!mayRun) leftOut.push(`${name}: a command out of the snapshot runs in a container alone`);
    else await runOne(run, check, { name, files });
  }
  return leftOut;
}

async function runOne(
  run: DrillRun,
  check: Check,
  { name, files }: { name: string; files: FilesPlace | null },
): Promise<void> {
  const title = { kind: 'application', name, expected: check.title } as const;
  if (files === null) {
    run.couldNotRun(title, 'no files were restored');
    return;
  }
  const place = { host: files.host, root: fromText(files.folder), signal: run.signal };
  let impossible: string | null = null;
  const look = async () => {
    const result = await check.run(place);
    if (result.state === 'impossible') impossible = result.detail;
    const found = result.state === 'passed' ? `${result.proved} seen to be so` : result.detail;
    return { passed: result.state === 'passed', found };
  };
  const result = await look().catch((error: unknown) => ({ error }));
  if (impossible !== null) run.couldNotRun(title, impossible);
  else
    await run.check(title, async () => {
      if ('error' in result) throw result.error;
      return result;
    });
}
