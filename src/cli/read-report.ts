import { findArchives } from '../archive/find-archives.ts';
import { redactUrl } from '../backends/location.ts';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { Collection } from '../report/collect.ts';
import type { ReportSettings } from '../report/facts.ts';
import type { TargetHistory } from '../report/history.ts';
import { parseAge, parseExpectations } from '../report/parse-expectations.ts';
import { readEvidence } from '../report/read-evidence.ts';
import { isEmptyPolicy } from '../retention/policy.ts';
import { policyText } from '../retention/policy-text.ts';
import { parsePolicy } from '../settings/retention.ts';
import { openArchives } from './archive-store.ts';
import { copyToTask, isCopyToNamed } from './copy-backup.ts';
import { evidenceKey, evidencePlace } from './evidence-place.ts';
import { snapshotFilter } from './filter.ts';
import { givenBy } from './forget-options.ts';
import type { ReportFlags } from './report-flags.ts';
import { withRepository } from './session.ts';
import type { Task } from './task.ts';
import type { Terminal } from './terminal.ts';

const shown = (word: string) => `--${word}`;

/** @throws HoldfastError bad-input. */
export function reportSettings(
  flags: ReportFlags,
  env: Terminal['env'],
): Pick<ReportSettings, 'periodMs' | 'expectations' | 'expectNamed' | 'policy'> {
  const { hosts = [], target = null, tags = [], paths = [] } = snapshotFilter(flags, env);
  const rules = parsePolicy((word) => givenBy(flags, word), flags.keepTag, shown);
  return {
    periodMs: parseAge(flags.period, '--period'),
    expectations: parseExpectations(flags, shown),
    // A filter may leave out what is expected.
    expectNamed: target === null && hosts.length + tags.length + paths.length === 0,
    policy: isEmptyPolicy(rules) ? null : { rules, text: policyText(rules) },
  };
}

export interface ReadTargets {
  readonly histories: readonly TargetHistory[];
  readonly places: readonly string[];
  readonly warnings: readonly string[];
}

/** Reads all that the flags name, without a lock: it changes nothing, and what a prune takes away meanwhile is told. */
export async function readTargets(task: Task<ReportFlags>): Promise<ReadTargets> {
  const { flags, terminal } = task;
  const [collection, places, warnings] = [new Collection(), [] as string[], [] as string[]];
  const onWarning = (message: string) => {
    warnings.push(message);
    task.reporter.onWarning(message);
  };
  const filter = snapshotFilter(flags, terminal.env);
  const key = await evidenceKey(flags.evidenceKey);
  const read = (of: Task<object>, evidence: string | null) =>
    withRepository(of, 'none', async ({ repository, signal }) => {
      places.push(displayText(redactUrl(repository.location)));
      await collection.addRepository(repository, { filter, deep: !flags.shallow, signal, onWarning });
      const place = await evidencePlace(of, evidence);
      collection.addEvidence(await readEvidence(repository, { place, key, signal, onWarning }));
    });
  if (isRepositoryNamed(task)) await read(task, flags.evidence ?? null);
  if (isCopyToNamed(task)) await read(copyToTask(task), null);
  if (flags.archives !== undefined) {
    const store = await openArchives(task, flags.archives);
    try {
      places.push(displayText(redactUrl(flags.archives)));
      collection.addArchives(await findArchives(store, task.signal), filter, onWarning);
    } finally {
      await store.close();
    }
  }
  if (places.length > 0) return { histories: collection.histories(), places, warnings };
  throw new HoldfastError(
    'bad-input',
    'Cannot report: neither a repository nor archives are named. Give -r/--repo or --archives, or set RESTIC_REPOSITORY.',
  );
}

function isRepositoryNamed({ flags, terminal: { env } }: Task<object>): boolean {
  return Boolean(
    flags.repo ?? flags.repositoryFile ?? (env['RESTIC_REPOSITORY'] || env['RESTIC_REPOSITORY_FILE']),
  );
}
