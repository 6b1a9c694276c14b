import { displayText } from '../bytestring.ts';
import type { Health } from './health.ts';
import type { TargetHistory } from './history.ts';

/** What a target is called, ready to show: `wiki on db1`, or its paths where it is no application in particular. */
export function targetTitle({
  target,
  hostname,
  paths,
}: Pick<TargetHistory, 'target' | 'hostname' | 'paths'>): string {
  return `${targetShort({ target, paths })} on ${displayText(hostname)}`;
}

/** The same without its host. */
export function targetShort({ target, paths }: Pick<TargetHistory, 'target' | 'paths'>): string {
  return displayText(target ?? `files: ${paths.join(', ')}`);
}

export const HEALTH_NAMES: Readonly<Record<Health, string>> = {
  failing: 'failing',
  stale: 'stale',
  'never-proved': 'never proved',
  protected: 'protected',
};
