import { APPS } from './apps.ts';
import { ARCHIVE } from './archive.ts';
import { BACKUP } from './backup.ts';
import { BUCKET_MUTANTS } from './buckets.ts';
import { COMPARISON } from './comparison.ts';
import { CONFIG } from './config.ts';
import { COPIES } from './copy.ts';
import { DATABASES } from './databases.ts';
import { DRILLS } from './drills.ts';
import { HOSTS } from './hosts.ts';
import { LEASE } from './lease.ts';
import { LOCKS } from './locks.ts';
import { MARKS } from './marks.ts';
import type { Mutant } from './mutant.ts';
import { OBJECTS } from './objects.ts';
import { OTHER_DATABASES } from './other-databases.ts';
import { PRUNE } from './prune.ts';
import { REMOTE } from './remote.ts';
import { REPORT } from './report.ts';
import { REPOSITORY } from './repository.ts';
import { RESTORE } from './restore.ts';
import { RETENTION } from './retention.ts';
import { S3 } from './s3.ts';
import { WRITING } from './writing.ts';

export const MUTANTS: readonly Mutant[] = [
  ...MARKS,
  ...OBJECTS,
  ...WRITING,
  ...LOCKS,
  ...REPOSITORY,
  ...PRUNE,
  ...COPIES,
  ...BACKUP,
  ...COMPARISON,
  ...HOSTS,
  ...LEASE,
  ...RESTORE,
  ...RETENTION,
  ...S3,
  ...REMOTE,
  ...DATABASES,
  ...OTHER_DATABASES,
  ...ARCHIVE,
  ...DRILLS,
  ...CONFIG,
  ...APPS,
  ...BUCKET_MUTANTS,
  ...REPORT,
];

/** @throws Error unless the mutant's text stands in `source` exactly once. */
export function mutate(source: string, { name, file, find, replace }: Mutant): string {
  const parts = source.split(find);
  if (parts.length === 2) return parts.join(replace);
  throw new Error(`Mutant ${name}: its text stands ${parts.length - 1} times in ${file}, expected once.`);
}
