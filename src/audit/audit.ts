import { UNREADABLE } from '../config/audit-rules.ts';
import { targetsIn } from '../config/find-target.ts';
import { type Finding, inOrder } from '../config/finding.ts';
import { readConfig } from '../config/read-config.ts';
import type { StorageSection } from '../config/schema/storage.ts';
import { type Silenced, sortOut } from '../config/silence.ts';
import type { Target } from '../config/targets.ts';
import type { File } from '../config/validate.ts';
import { readWorkflows } from '../config/workflow.ts';
import { asHoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { NO_HISTORY } from '../operations/plan.ts';
import { auditBackups } from './backups.ts';
import { type AuditContext, type AuditedStorage, drillsOf } from './context.ts';
import { auditDrills } from './drills.ts';
import type { RunsReader } from './workflow-runs.ts';
import { auditWorkflows } from './workflows.ts';

export interface AuditOrder {
  readonly file: File;
  /** Of the same checkout, all there are. */
  readonly workflows: readonly File[];
  readonly nowMs: number;
  /** How late a run may be. */
  readonly graceMs: number;
  /** @throws What makes a storage unreadable, but for `cancelled`. */
  readonly readStorage: (storage: StorageSection, name: string) => Promise<AuditedStorage>;
  /** Null: nobody can ask GitHub here. */
  readonly runs: RunsReader | null;
}

export interface Audit {
  readonly findings: readonly Finding[];
  /** What the file says is known and meant so. */
  readonly silenced: readonly Silenced[];
  readonly targets: readonly AuditedTarget[];
}

export interface AuditedTarget {
  readonly target: Target;
  /** When its newest complete backup began, in ms since 1970; null: there is none, or nobody knows. */
  readonly lastMs: number | null;
  /** The same of its last drill that passed. */
  readonly provedMs: number | null;
}

/**
 * Compares what a configuration promises with what is there: backups by schedule and RPO, copies, drills, and the workflows
 * that are to make them. What couldn't be looked at is a finding, too.
 * @throws HoldfastError bad-input if the file can't be read; cancelled.
 */
export async function audit(order: AuditOrder): Promise<Audit> {
  const { file, nowMs, graceMs } = order;
  const { targets, blocked } = targetsIn(file);
  const { source, config } = readConfig(file.text, file.name);
  const at: AuditContext['at'] = (target, keys, found) => {
    const key = keys.find((one) => target.settings[one] !== undefined);
    const path = key === undefined ? ['targets', target.name] : target.pathOf(key);
    return { ...found, file: file.name, at: source.keyAt(path), target: target.name };
  };
  const runnable = targets.filter(({ name }) => !blocked.has(name));
  const { storages, unreadable } = await readStorages(order, runnable);
  const context = { targets: runnable, storages, nowMs, graceMs, at };
  const workflows = readWorkflows(order.workflows);
  const { loud, silenced } = sortOut(
    [
      ...auditBackups(context),
      ...auditDrills(context),
      ...(await auditWorkflows(workflows, order.runs, context)),
    ],
    config?.silence ?? [],
  );
  const sure = [
    ...blocked.values(),
    ...[...unreadable].map(([name, why]) => unreadableStorage(name, why, { name: file.name, source })),
  ];
  return {
    findings: inOrder([...sure, ...loud]),
    silenced,
    targets: runnable.map((target) => auditedTarget(target, context)),
  };
}

async function readStorages(order: AuditOrder, targets: readonly Target[]) {
  const named = new Map<string, StorageSection>();
  for (const { settings, storage, copyTo } of targets) {
    if (settings.storage !== undefined && storage !== null) named.set(settings.storage, storage);
    if (settings['copy-to'] !== undefined && copyTo !== null) named.set(settings['copy-to'], copyTo);
  }
  const storages = new Map<string, AuditedStorage>();
  const unreadable = new Map<string, string>();
  for (const [name, storage] of named) {
    try {
      storages.set(name, await order.readStorage(storage, name));
    } catch (error) {
      const code = asHoldfastError(error)?.code;
      if (code === 'cancelled') throw error;
      if (code === 'repository-missing') storages.set(name, { history: NO_HISTORY, drills: [] });
      else unreadable.set(name, failureText(error));
    }
  }
  return { storages, unreadable };
}

function unreadableStorage(
  name: string,
  why: string,
  { name: file, source }: { readonly name: string; readonly source: ReturnType<typeof readConfig>['source'] },
): Finding {
  return {
    rule: UNREADABLE,
    severity: 'error',
    file,
    at: source.keyAt(['storage', name]),
    what: `nobody knows what is in the storage \`${name}\`: ${why.replace(/\.$/, '')}`,
    advice: 'Give the audit what it takes to read it: what can’t be looked at isn’t in order.',
    target: null,
  };
}

function auditedTarget(target: Target, { storages, nowMs }: AuditContext): AuditedTarget {
  const { name, hostname, settings } = target;
  const stored = storages.get(settings.storage ?? '');
  const passed = drillsOf(target, storages).filter(({ record }) => record.passed && record.timeMs <= nowMs);
  return {
    target,
    lastMs: stored?.history(hostname ?? '', name) ?? null,
    provedMs: passed.length === 0 ? null : Math.max(...passed.map(({ record }) => record.timeMs)),
  };
}
