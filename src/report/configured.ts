import { parseAge } from '../age.ts';
import { targetsIn } from '../config/find-target.ts';
import type { StorageSection } from '../config/schema/storage.ts';
import { retentionText } from '../config/target-facts.ts';
import type { Target } from '../config/targets.ts';
import type { File } from '../config/validate.ts';
import type { RetentionPolicy } from '../retention/policy.ts';
import { policyOf } from '../retention/policy-section.ts';
import type { Expectations } from './expectations.ts';

/** What a policy keeps, by its rules and in words. */
export interface Policy {
  readonly rules: RetentionPolicy;
  readonly text: string;
}

/** What a `backup.yml` says of a target, as far as a report looks at it. */
export interface ConfiguredTarget {
  readonly target: string;
  /** As its snapshots have it; null: the file doesn't say rightly. */
  readonly hostname: string | null;
  readonly paths: readonly string[];
  readonly expectations: Partial<Expectations>;
  /** Null: all is kept. */
  readonly policy: Policy | null;
  /** Where its backups are, by the storage's name, the first one first. */
  readonly storages: readonly string[];
}

export interface Configured {
  readonly targets: readonly ConfiguredTarget[];
  /** All that targets use, in the order in which they are used. */
  readonly storages: ReadonlyMap<string, StorageSection>;
}

/** Also targets that can't be run as they are: that they aren't backed up is what a report is to say. @throws HoldfastError bad-input. */
export function configuredIn(file: File): Configured {
  const { targets } = targetsIn(file);
  const storages = new Map<string, StorageSection>();
  for (const { settings, storage, copyTo } of targets) {
    if (settings.storage !== undefined && storage !== null) storages.set(settings.storage, storage);
    const copy = settings['copy-to'];
    if (copy !== undefined && copyTo !== null) storages.set(copy, copyTo);
  }
  return { targets: targets.map((target) => configuredTarget(target, storages)), storages };
}

function configuredTarget(target: Target, storages: ReadonlyMap<string, StorageSection>): ConfiguredTarget {
  const { name, hostname, settings } = target;
  const used = [settings.storage, settings['copy-to']].filter((one) => one !== undefined);
  return {
    ...{ target: name, hostname, paths: settings.paths ?? [] },
    expectations: {
      ...ageAs('rpoMs', settings.rpo),
      ...ageAs('rtoMs', settings.rto),
      ...ageAs('proofMs', settings.drill?.every),
    },
    policy: target.policy === null ? null : { rules: policyOf(target.policy), text: retentionText(target) },
    storages: used.filter((one) => storages.has(one)),
  };
}

function ageAs(key: keyof Expectations, text: string | undefined): Partial<Expectations> {
  return text === undefined ? {} : { [key]: parseAge(text, key) };
}
