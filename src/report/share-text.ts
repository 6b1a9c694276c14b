import type { TargetFacts } from './facts.ts';
import { keptShare } from './recovery-point.ts';
import { percentText } from './span-text.ts';

/** `99.2 %`, or the least and the most where removed backups leave it open. */
export function shareText({ recoveryPoints }: Pick<TargetFacts, 'recoveryPoints'>): string {
  if (recoveryPoints === null) return '–';
  const { least, most } = keptShare(recoveryPoints);
  return least === most ? percentText(least) : `${percentText(least)} to ${percentText(most)}`;
}
