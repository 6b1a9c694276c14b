import { formatCounted } from '../amounts.ts';
import { displayText } from '../bytestring.ts';
import { DEFAULT_SHRUNKEN_BELOW, judgeTarget } from '../retention/freeze.ts';
import { shownId } from '../retention/item.ts';
import type { Expectations } from './expectations.ts';
import type { Backup, DrillRecord, TargetHistory } from './history.ts';
import type { PlaceStanding } from './place.ts';
import { spanText, timeText } from './span-text.ts';

/**
 * - `failing`: no complete backup; the last run gave none; what it gave looks wrong; the last drill failed or took too long
 * - `stale`: a backup, its copy, or its proof is older than it may be
 * - `never-proved`: no drill has shown that it can be restored
 * - `protected`: nothing of this
 */
export const HEALTHS = ['failing', 'stale', 'never-proved', 'protected'] as const;
export type Health = (typeof HEALTHS)[number];

export interface Reason {
  readonly health: Health;
  /** One line. Foreign text in it is ready to show. */
  readonly text: string;
}

export interface Judgement {
  /** The worst that there is a reason for. */
  readonly health: Health;
  /** The worst first; never empty. */
  readonly reasons: readonly Reason[];
}

/** What a judgement looks at besides the history. */
export interface Standing {
  readonly expectations: Expectations;
  readonly nowMs: number;
  /** Complete ones, none from the future, oldest first. */
  readonly complete: readonly Backup[];
  readonly copies: readonly PlaceStanding[];
}

export function judgeHealth(history: TargetHistory, standing: Standing): Judgement {
  const found = [
    ...runReasons(history, standing),
    ...ageReasons(standing),
    ...drillReasons(history, standing),
  ];
  const reasons = found.length > 0 ? found : [protectedReason(history, standing)];
  const sorted = reasons.toSorted((a, b) => HEALTHS.indexOf(a.health) - HEALTHS.indexOf(b.health));
  return { health: (sorted[0] as Reason).health, reasons: sorted };
}

function runReasons({ backups }: TargetHistory, { complete, copies, nowMs }: Standing): Reason[] {
  const unread = copies.filter(({ place }) => !place.isKnown);
  const texts = unread.map(({ place }) => `${place.shown} can't be read: nobody knows what is in it`);
  const newest = complete.at(-1);
  if (newest === undefined && unread.length === 0)
    texts.push(
      backups.length === 0 ? 'never backed up: nothing of it is there' : 'there is no complete backup',
    );
  // A run that goes on leaves checkpoints on its way.
  const last = backups.findLast(({ isCheckpoint, timeMs }) => !isCheckpoint && timeMs <= nowMs);
  if (newest !== undefined && last !== undefined && !last.item.complete && last.timeMs > newest.timeMs)
    texts.push(
      `the last run, ${timeText(last.timeMs)}, gave none that is complete (${shownText(last)}${problemsText(last)})`,
    );
  const items = backups.map(({ item }) => item);
  const limits = { maxAgeMs: null, shrunkenBelow: DEFAULT_SHRUNKEN_BELOW };
  for (const { message } of judgeTarget(items, limits, BigInt(nowMs) * 1_000_000n)) texts.push(message);
  return texts.map((text) => ({ health: 'failing', text }));
}

function problemsText({ details }: Backup): string {
  return details === null || details.problems === 0
    ? ''
    : `: ${formatCounted(details.problems, 'entry', 'entries')} not as on the host`;
}

function shownText({ item }: Backup): string {
  return displayText(shownId(item.id));
}

function ageReasons({ complete, copies, expectations: { rpoMs }, nowMs }: Standing): Reason[] {
  const newest = complete.at(-1);
  if (newest === undefined) return [];
  const reasons: Reason[] = [];
  const ageMs = nowMs - newest.timeMs;
  const limit = `expected at most ${spanText(rpoMs)} (RPO)`;
  if (ageMs > rpoMs)
    reasons.push({ health: 'stale', text: `the last complete backup is ${spanText(ageMs)} old, ${limit}` });
  for (const { place, newest: copy } of copies) {
    if (copy === newest || !place.isKnown) continue;
    if (copy === null) reasons.push({ health: 'stale', text: `nothing complete of it is in ${place.shown}` });
    // That all are old is said already.
    else if (nowMs - copy.timeMs > rpoMs && ageMs <= rpoMs)
      reasons.push({
        health: 'stale',
        text: `its newest in ${place.shown} is ${spanText(nowMs - copy.timeMs)} old, ${limit}`,
      });
  }
  return reasons;
}

function drillReasons(
  { drills: all }: TargetHistory,
  { expectations: { rtoMs, proofMs }, nowMs }: Standing,
): Reason[] {
  const drills = all.filter(({ timeMs }) => timeMs <= nowMs);
  const last = drills.at(-1);
  const proof = drills.findLast(({ passed }) => passed);
  const reasons: Reason[] = [];
  if (last !== undefined && !last.passed)
    reasons.push({
      health: 'failing',
      text: `the last drill, ${timeText(last.timeMs)}, failed${becauseOf(last)}`,
    });
  if (proof === undefined)
    return [
      ...reasons,
      {
        health: 'never-proved',
        text: last === undefined ? 'no drill has restored it' : 'no drill has passed yet',
      },
    ];
  if (proof.restoreMs !== null && rtoMs !== null && proof.restoreMs > rtoMs)
    reasons.push({
      health: 'failing',
      text: `the last restore took ${spanText(proof.restoreMs)}, expected at most ${spanText(rtoMs)} (RTO)`,
    });
  if (nowMs - proof.timeMs > proofMs)
    reasons.push({
      health: 'stale',
      text: `the last drill that passed was ${spanText(nowMs - proof.timeMs)} ago, expected at most ${spanText(proofMs)}`,
    });
  return reasons;
}

function becauseOf({ reasons: [first] }: DrillRecord): string {
  return first === undefined ? '' : `: ${first}`;
}

function protectedReason({ drills }: TargetHistory, { complete, nowMs }: Standing): Reason {
  const newest = complete.at(-1) as Backup;
  const proof = drills.findLast(({ passed, timeMs }) => passed && timeMs <= nowMs) as DrillRecord;
  const but =
    proof.leftOut.length === 0 ? '' : `, but for what the drill left out: ${proof.leftOut.join(', ')}`;
  return {
    health: 'protected',
    text: `backed up ${spanText(nowMs - newest.timeMs)} ago, proved ${spanText(nowMs - proof.timeMs)} ago${but}`,
  };
}
