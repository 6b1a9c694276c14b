import type { AuditRule } from '../config/audit-rules.ts';
import type { Finding } from '../config/finding.ts';
import type { Target } from '../config/targets.ts';
import type { History } from '../operations/plan.ts';
import type { FoundDrill } from '../report/read-evidence.ts';
import { DEFAULT_TARGET } from '../repository/tags.ts';

/** What is in a storage of all targets. */
export interface AuditedStorage {
  readonly history: History;
  readonly drills: readonly FoundDrill[];
}

/** What the parts of an audit look at. */
export interface AuditContext {
  readonly targets: readonly Target[];
  readonly storages: ReadonlyMap<string, AuditedStorage>;
  readonly nowMs: number;
  readonly graceMs: number;
  /** A finding on what a target says under one of `keys`: the first that is said. */
  at(target: Target, keys: readonly (keyof Target['settings'])[], finding: Found): Finding;
}

export type Found = Pick<Finding, 'severity' | 'what' | 'advice'> & { readonly rule: AuditRule };

/** Of a target on its host, of its storage and its copy's, oldest first. */
export function drillsOf(target: Target, storages: ReadonlyMap<string, AuditedStorage>): FoundDrill[] {
  const places = [target.settings.storage, target.settings['copy-to']].filter((one) => one !== undefined);
  return places
    .flatMap((place) => storages.get(place)?.drills ?? [])
    .filter((drill) => isDrillOf(drill, target))
    .sort((a, b) => a.record.timeMs - b.record.timeMs);
}

/** Evidence has no name for files of no application in particular, a configuration has. */
export function isDrillOf(drill: FoundDrill, { name, hostname }: Target): boolean {
  return (drill.target ?? DEFAULT_TARGET) === name && drill.hostname === hostname;
}
