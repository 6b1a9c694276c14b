import type { ApplicationRecord } from '../../apps/application.ts';
import { checksOf } from '../../apps/applications.ts';
import type { Check } from '../../apps/check.ts';
import { fromText } from '../../bytestring.ts';
import type { FilesPlace } from './files.ts';
import type { DrillRun } from './run.ts';

/**
 * What the application's profile can prove of the restored files, with nothing of it running. A tool that isn't there makes a
 * check that could not run, unless it was left out by its name: `looker/hsqldb-opens`.
 */
export async function runApplicationChecks(
  run: DrillRun,
  record: ApplicationRecord | null,
  files: FilesPlace | null,
): Promise<void> {
  if (record === null) return;
  const title = { kind: 'application', name: record.profile, expected: 'its profile is known' } as const;
  let checks: readonly Check[] = [];
  const isKnown = await run.check(title, async () => {
    checks = checksOf(record).filter(({ needs }) => needs === 'files');
    return { passed: true, found: `${checks.length} checks of files` };
  });
  if (!isKnown) return;
  for (const check of checks) {
    const name = `${record.profile}/${check.name}`;
    if (!run.options.leaveOut.includes(name)) await runOne(run, check, { name, files });
  }
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
