import type { ArchiveStore } from '../archive/archive-store.ts';
import { findArchives } from '../archive/find-archives.ts';
import { findSnapshots } from '../repository/find-snapshot.ts';
import type { Repository } from '../repository/repository.ts';
import { isIncomplete, targetOf } from '../repository/tags.ts';
import { type Due, dueAt } from '../schedule/due.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** When the newest complete backup of a target on its host began, in ms since 1970; null: there is none. */
export type History = (hostname: string, target: string) => number | null;

/** What is asked: a target, its schedule, and where its backups are. */
export interface PlanTarget {
  readonly name: string;
  readonly hostname: string;
  readonly schedule: Schedule | null;
  readonly storage: string;
}

export interface PlannedTarget {
  readonly target: string;
  readonly hostname: string;
  readonly storage: string;
  /** Of its schedule; null: it has none. */
  readonly timezone: string | null;
  readonly due: Due;
  readonly lastMs: number | null;
  /** Why it isn't known what there is, ready to show; null: it is. It is due then: a backup too many hurts nobody. */
  readonly unknown: string | null;
}

/** A clock that is ahead by more than this is wrong, or a snapshot forged: it doesn't count as a run. */
const FUTURE_MS = 3_600_000;

/**
 * Which targets are due at `nowMs`.
 * @param histories By storage; a text says why there is none.
 */
export function planTargets(
  targets: readonly PlanTarget[],
  histories: ReadonlyMap<string, History | string>,
  nowMs: number,
): PlannedTarget[] {
  return targets.map(({ name, hostname, schedule, storage }) => {
    const history = histories.get(storage);
    const isKnown = typeof history === 'function';
    const lastMs = isKnown ? history(hostname, name) : null;
    const due = dueAt(schedule, lastMs, nowMs);
    const unknown = isKnown || !due.isDue ? null : (history ?? 'its storage wasn’t asked');
    return { target: name, hostname, storage, timezone: schedule?.timezone ?? null, due, lastMs, unknown };
  });
}

interface Run {
  readonly hostname: string;
  readonly target: string | null;
  readonly timeMs: number;
}

/** What a repository's snapshots say. Reads only. @throws What the repository throws. */
export async function repositoryHistory(
  repository: Pick<Repository, 'snapshots'>,
  nowMs: number,
  options: { readonly signal: AbortSignal; readonly onUnreadable: (message: string) => void },
): Promise<History> {
  const found = await findSnapshots(repository, {}, options);
  const complete = found.filter(({ snapshot }) => !isIncomplete(snapshot));
  return historyOf(
    complete.map(({ snapshot }) => ({
      hostname: snapshot.hostname,
      target: targetOf(snapshot),
      timeMs: Number(snapshot.timeNs / NS_PER_MS),
    })),
    nowMs,
  );
}

/** What a store's manifests say. @throws What the store throws. */
export async function archiveHistory(
  store: ArchiveStore,
  nowMs: number,
  signal: AbortSignal,
): Promise<History> {
  const manifests = (await findArchives(store, signal))
    .map(({ manifest }) => manifest)
    .filter((one) => one !== null);
  return historyOf(
    manifests
      .filter(({ complete }) => complete)
      .map(({ hostname, target, timeNs }) => ({ hostname, target, timeMs: Number(timeNs / NS_PER_MS) })),
    nowMs,
  );
}

/** There is nothing yet. */
export const NO_HISTORY: History = () => null;

const NS_PER_MS = 1_000_000n;

function historyOf(runs: readonly Run[], nowMs: number): History {
  const newest = new Map<string, number>();
  for (const { hostname, target, timeMs } of runs) {
    if (target === null || timeMs > nowMs + FUTURE_MS) continue;
    const key = keyOf(hostname, target);
    newest.set(key, Math.max(newest.get(key) ?? Number.NEGATIVE_INFINITY, timeMs));
  }
  return (hostname, target) => newest.get(keyOf(hostname, target)) ?? null;
}

function keyOf(hostname: string, target: string): string {
  return JSON.stringify([hostname, target]);
}
