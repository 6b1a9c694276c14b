import { displayText } from '../bytestring.ts';
import type { Noun, RetentionItem } from '../retention/item.ts';
import type { Decision, FrozenTarget, PlannedGroup } from '../retention/plan.ts';

/** `snapshots of host db1; application wiki`. Escaped. */
export function groupTitle<T extends RetentionItem>(group: PlannedGroup<T>, noun: Noun): string {
  return `${noun}s ${group.title === undefined ? 'of ' : ''}${describeGroup(group)}`;
}

/** `host db1; application wiki`, or `all`. Escaped. */
export function describeGroup<T extends RetentionItem>({ key, title }: PlannedGroup<T>): string {
  if (title !== undefined) return title;
  const { hostname, target, paths, tags } = key;
  const parts = [
    ...(hostname === null ? [] : [`host ${displayText(hostname)}`]),
    ...(target === null ? [] : [`application ${displayText(target)}`]),
    ...(paths === null ? [] : [`paths ${paths.map(displayText).join(', ')}`]),
    ...(tags === null ? [] : [`tags ${tags.map(displayText).join(',') || '(none)'}`]),
  ];
  return parts.join('; ') || 'all';
}

/** `wiki on db1`, or the paths of a target that is no application. Escaped. */
export function describeTarget({ hostname, target, paths }: FrozenTarget): string {
  return `${displayText(target ?? (paths ?? []).join(', '))} on ${displayText(hostname)}`;
}

/** What is wrong with a frozen target, and what to do. Escaped. */
export function describeFreeze(frozen: FrozenTarget): string {
  const { freeze, overridden } = frozen;
  const target = describeTarget(frozen);
  if (overridden) return `${target}: ${freeze.message}. It goes on despite ${freeze.reason}, as asked.`;
  return `Nothing of ${target} is removed: ${freeze.message}. See to it; or, if all is well, add despite ${freeze.reason}.`;
}

/** Why a snapshot is kept or removed. Escaped. */
export function describeReasons({ matches, others }: Pick<Decision<never>, 'matches' | 'others'>): string {
  return [...matches, ...others].map(displayText).join('; ');
}
