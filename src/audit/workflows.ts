import { type Finding, safeText } from '../config/finding.ts';
import { timeText } from '../config/target-facts.ts';
import type { Workflow } from '../config/workflow.ts';
import { schedulesOf } from '../config/workflow-schedules.ts';
import { asHoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import type { AuditContext, Found } from './context.ts';
import type { KnownWorkflow, RunsReader } from './workflow-runs.ts';

/** That there is a workflow for what is scheduled, that GitHub runs it, and how it went. */
export async function auditWorkflows(
  workflows: readonly Workflow[],
  runs: RunsReader | null,
  context: AuditContext,
): Promise<Finding[]> {
  const unscheduled = nothingScheduled(workflows, context);
  if (workflows.length === 0) return unscheduled;
  if (runs === null)
    return [...unscheduled, unknownRuns(workflows, 'warning', 'no token is given to ask GitHub')];
  try {
    const known = await runs.workflows();
    const found: Finding[] = [];
    for (const workflow of workflows) found.push(...(await ofWorkflow(workflow, known, { runs, context })));
    return [...unscheduled, ...found];
  } catch (error) {
    if (asHoldfastError(error)?.code === 'cancelled') throw error;
    return [...unscheduled, unknownRuns(workflows, 'error', failureText(error).replace(/\.$/, ''))];
  }
}

function nothingScheduled(workflows: readonly Workflow[], { targets, at }: AuditContext): Finding[] {
  const scheduled = targets.filter(
    ({ settings }) => settings.schedule !== undefined && settings['scheduled-by'] === undefined,
  );
  const [first] = scheduled;
  if (
    first === undefined ||
    workflows.some(({ triggers }) => triggers.some(({ name }) => name === 'schedule'))
  )
    return [];
  const more = scheduled.length > 1 ? ` and ${scheduled.length - 1} more` : '';
  const finding = at(first, ['schedule'], {
    rule: 'nothing-scheduled',
    severity: 'error',
    what: `no workflow that uses Holdfast runs on a schedule: nobody backs up \`${first.name}\`${more} when due`,
    advice:
      'Add one that runs `plan` every hour: examples are in `examples`. If cron or a timer of a host does, say so with `scheduled-by`.',
  });
  return [{ ...finding, target: null }];
}

function unknownRuns(workflows: readonly Workflow[], severity: 'error' | 'warning', why: string): Finding {
  const [first] = workflows;
  return {
    rule: 'unknown-runs',
    severity,
    file: first?.source.file ?? '',
    at: { line: 1, column: 1 },
    what: `what workflows did can’t be known: ${why}`,
    advice: 'Give it a token with `actions: read`, such as `github.token`. All else was looked at.',
    target: null,
  };
}

async function ofWorkflow(
  workflow: Workflow,
  known: readonly KnownWorkflow[],
  { runs, context }: { readonly runs: RunsReader; readonly context: AuditContext },
): Promise<Finding[]> {
  const { source, triggers } = workflow;
  const on = (path: readonly string[], found: Found): Finding => ({
    ...found,
    file: source.file,
    at: source.keyAt(path),
    target: null,
  });
  const own = known.find(({ path }) => path === source.file);
  if (own === undefined) {
    const isCalled = triggers.every(({ name }) => name === 'workflow_call');
    return isCalled ? [] : [on(['on'], UNREGISTERED(source.file))];
  }
  if (own.state !== 'active') return [on(['on'], disabled(own))];
  if (!triggers.some(({ name }) => name === 'schedule')) return [];
  const scheduled = await runs.scheduledRuns(own);
  const missing = missingRun(workflow, { lastMs: scheduled[0]?.startedMs ?? null, own }, context);
  const ended = scheduled.find(({ conclusion }) => conclusion !== null);
  const isFailed = ended !== undefined && FAILED.has(ended.conclusion ?? '') && source.file !== runs.ownPath;
  return [
    ...(missing === null ? [] : [on(['on', 'schedule'], missing)]),
    ...(isFailed ? [on(['on', 'schedule'], failed(source.file, ended))] : []),
  ];
}

const UNREGISTERED = (file: string): Found => ({
  rule: 'unknown-workflow',
  severity: 'error',
  what: `GitHub knows no workflow \`${safeText(file)}\``,
  advice: 'Schedules run on the default branch alone: merge it there.',
});

function disabled({ path, state }: KnownWorkflow): Found {
  const why =
    state === 'disabled_inactivity'
      ? 'GitHub disabled it, after 60 days without a commit'
      : `GitHub has it as \`${safeText(state)}\``;
  return {
    rule: 'disabled-workflow',
    severity: 'error',
    what: `the workflow \`${safeText(path)}\` doesn’t run: ${why}`,
    advice: 'Enable it: `gh workflow enable`, or on its page.',
  };
}

/** A time before GitHub knew the workflow is none that was missed: one that is due once a week may be six days old. */
function missingRun(
  workflow: Workflow,
  { lastMs, own }: { readonly lastMs: number | null; readonly own: KnownWorkflow },
  { nowMs, graceMs }: AuditContext,
): Found | null {
  const sinceMs = lastMs ?? own.createdMs;
  const due = schedulesOf(workflow)
    .map((schedule) => ({ schedule, dueMs: schedule.last(nowMs - graceMs) }))
    .filter(({ dueMs }) => dueMs !== null && (sinceMs === null || sinceMs < dueMs));
  const [first] = due.toSorted((a, b) => (b.dueMs ?? 0) - (a.dueMs ?? 0));
  if (first === undefined) return null;
  const { schedule, dueMs } = first;
  const last =
    lastMs === null
      ? 'and its schedule never began one'
      : `and the last was at ${timeText(lastMs, 'UTC')} (UTC)`;
  return {
    rule: 'missing-workflow-run',
    severity: 'error',
    what: `the workflow \`${safeText(workflow.source.file)}\` was due at ${timeText(dueMs ?? 0, schedule.timezone)} (${schedule.timezone}), ${last}`,
    advice:
      'GitHub drops runs at busy hours: choose another minute. If it stays away, run it by hand, and look at its page.',
  };
}

const FAILED = new Set(['failure', 'timed_out', 'startup_failure', 'action_required']);

function failed(
  file: string,
  { conclusion, url }: { readonly conclusion: string | null; readonly url: string },
): Found {
  return {
    rule: 'failed-run',
    severity: 'error',
    what: `the last scheduled run of \`${safeText(file)}\` ended as \`${safeText(conclusion ?? '')}\``,
    advice: url === '' ? 'See what its log says.' : `See what its log says: ${safeText(url)}`,
  };
}
