import { checksOf } from '../../apps/applications.ts';
import { displayText } from '../../bytestring.ts';
import type { ManifestFacts } from './manifest-facts.ts';
import type { DrillRun } from './run.ts';

/**
 * Tells of names to leave out that nothing in the snapshot has. It is no failure: all of it is drilled then, and one that is drawn may
 * be of a time before the dump had that name.
 */
export function tellUnknownLeftOut(run: DrillRun, { dumps, buckets, application }: ManifestFacts): void {
  const checks = application === null ? [] : checkNames(application);
  const known = [...dumps, ...buckets].map(({ name }) => name).concat(checks);
  for (const name of run.options.leaveOut) {
    if (known.includes(name)) continue;
    const there = known.length === 0 ? 'none' : displayText(known.join(', '));
    run.reporter.onWarning(
      `Nothing is left out by the name "${displayText(name)}": no dump, bucket or check of the snapshot has it, expected ` +
        `one of those that there are: ${there}. All of them are drilled but those that are named rightly.`,
    );
  }
}

/** Of a profile that isn't known a check will tell. */
function checkNames(record: NonNullable<ManifestFacts['application']>): string[] {
  try {
    return checksOf(record).map(({ name }) => `${record.profile}/${name}`);
  } catch {
    return [];
  }
}
