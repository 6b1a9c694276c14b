import { asHoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { type History, NO_HISTORY, type PlannedTarget, planTargets } from '../operations/plan.ts';
import { targetsIn } from './find-target.ts';
import type { StorageSection } from './schema/storage.ts';
import { scheduleOf, timeText } from './target-facts.ts';
import type { Target } from './targets.ts';
import type { File } from './validate.ts';

/** Of one job matrix: GitHub's limit. */
export const MAX_MATRIX = 256;

export interface PlanOrder {
  readonly file: File;
  readonly nowMs: number;
  /** Of this target alone, whatever others there are. */
  readonly only?: string;
  /** Reads what is in a storage. @throws What it throws makes the storage's targets due, but for `cancelled`. */
  readonly historyOf: (storage: StorageSection, name: string) => Promise<History>;
}

export interface Plan {
  readonly targets: readonly PlannedTarget[];
  /** Those that can't be run, each with why, ready to show. */
  readonly blocked: readonly { readonly target: string; readonly why: string }[];
}

/** Which targets of a configuration are due. @throws HoldfastError bad-input if the file can't be read; cancelled. */
export async function planOf({ file, nowMs, only, historyOf }: PlanOrder): Promise<Plan> {
  const { targets, blocked } = targetsIn(file);
  const runnable = targets.filter(({ name }) => !blocked.has(name) && name === (only ?? name));
  const asked = new Map<string, StorageSection>();
  for (const target of runnable) {
    const { settings, storage } = target;
    if (storage !== null && settings.storage !== undefined && settings.schedule !== undefined)
      asked.set(settings.storage, storage);
  }
  const histories = new Map<string, History | string>();
  for (const [name, storage] of asked)
    histories.set(name, await historyOrWhy(() => historyOf(storage, name)));
  return {
    targets: planTargets(runnable.map(planTarget), histories, nowMs),
    blocked: [...blocked].map(([target, { what }]) => ({ target, why: what })),
  };
}

function planTarget(target: Target) {
  const { name, hostname, settings } = target;
  return { name, hostname: hostname ?? '', storage: settings.storage ?? '', schedule: scheduleOf(target) };
}

async function historyOrWhy(read: () => Promise<History>): Promise<History | string> {
  try {
    return await read();
  } catch (error) {
    const code = asHoldfastError(error)?.code;
    if (code === 'cancelled') throw error;
    return code === 'repository-missing' ? NO_HISTORY : failureText(error);
  }
}

export interface MatrixJob {
  readonly target: string;
  readonly host: string;
  readonly storage: string;
}

/** What is due as matrices of jobs, each of no more than GitHub takes. At least one, which may be empty. */
export function matricesOf({ targets }: Plan): { readonly include: readonly MatrixJob[] }[] {
  const jobs = targets
    .filter(({ due }) => due.isDue)
    .map(({ target, hostname, storage }) => ({ target, host: hostname, storage }));
  const chunks = Math.max(1, Math.ceil(jobs.length / MAX_MATRIX));
  return Array.from({ length: chunks }, (_, i) => ({
    include: jobs.slice(i * MAX_MATRIX, (i + 1) * MAX_MATRIX),
  }));
}

/** Why a target is due or not, as a sentence without its full stop. Times are those of its schedule's clock. */
export function reasonText({ due, lastMs, unknown, timezone }: PlannedTarget): string {
  const zone = timezone ?? 'UTC';
  const last = lastMs === null ? '' : timeText(lastMs, zone);
  const scheduled = due.scheduledMs === null ? '' : timeText(due.scheduledMs, zone);
  if (unknown !== null) return `due, since nobody knows what there is: ${unknown.replace(/\.$/, '')}`;
  switch (due.why) {
    case 'not-scheduled':
      return 'not due: it has no schedule';
    case 'not-yet':
      return 'not due: its schedule has had no time yet';
    case 'never':
      return 'due: there is no complete backup of it yet';
    case 'done':
      return `not due: backed up at ${last}, after ${scheduled} (${zone})`;
    case 'on-time':
      return `due since ${scheduled} (${zone})`;
    case 'missed':
      return `due since ${scheduled} (${zone}): ${due.missed === 1 ? 'that run' : `${due.missed} runs`} since the last at ${last} ${due.missed === 1 ? 'is' : 'are'} made up for by one`;
  }
}
