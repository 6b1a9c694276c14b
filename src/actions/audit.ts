import { parseAge } from '../age.ts';
import { formatCounted } from '../amounts.ts';
import type { Audit } from '../audit/audit.ts';
import { DEFAULT_CONFIG, DEFAULT_WORKFLOWS } from '../config/defaults.ts';
import { countsOf } from '../config/finding.ts';
import { fail, warn } from '../github/annotations.ts';
import { choiceInput, textInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { mask } from '../github/secrets.ts';
import { addSummary } from '../github/summary.ts';
import { noticeStale, staleTargets } from './audit-notices.ts';
import { auditSummary } from './audit-summary.ts';
import { accessHere, storageTools } from './configured-storage.ts';
import { readEvidenceKey } from './evidence-inputs.ts';
import { runStage, type StageTools } from './stage.ts';
import { tellFindings } from './told-findings.ts';

/** Compares what a `backup.yml` promises with the snapshots, drills and runs that there are. */
export async function main(): Promise<void> {
  await runStage({ title: 'Audit failed', severity: 'fail' }, run);
}

async function run(tools: StageTools): Promise<void> {
  const onFindings = choiceInput('on-findings', ['fail', 'warn']);
  const nowMs = Date.now();
  const audited = await read(tools, nowMs);
  await tellFindings(audited.findings);
  addSummary(auditSummary(audited, nowMs));
  giveOutputs(audited);
  await noticeStale(audited);
  const { error, warning } = countsOf(audited.findings);
  const found = `${formatCounted(error, 'error')}, ${formatCounted(warning, 'warning')}`;
  if (error === 0) log.info(`Backups are as they were promised: ${found}.`);
  else {
    const tell = onFindings === 'fail' ? fail : warn;
    tell('Backups are not as they were promised', `${found}. They stand at their lines, and in the summary.`);
  }
}

async function read(tools: StageTools, nowMs: number): Promise<Audit> {
  const [{ audit }, { readAuditedStorage }, { readFileOf, readWorkflowsOf }] = await Promise.all([
    import('../audit/audit.ts'),
    import('../audit/read-storage.ts'),
    import('../config/checkout.ts'),
  ]);
  const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
  const graceMs = parseAge(textInput('grace') ?? DEFAULT_GRACE, 'the input `grace`');
  const evidence = { evidence: textInput('evidence'), evidenceKey: readEvidenceKey() };
  return audit({
    file: await readFileOf(root, textInput('config') ?? DEFAULT_CONFIG),
    workflows: await readWorkflowsOf(root, textInput('workflows') ?? DEFAULT_WORKFLOWS),
    nowMs,
    graceMs,
    readStorage: (storage) =>
      readAuditedStorage(accessHere(storage), { ...evidence, nowMs, ...storageTools(tools) }),
    runs: await readRuns(tools),
  });
}

const DEFAULT_GRACE = '3h';

async function readRuns({ signal }: StageTools) {
  const token = textInput('token');
  const repository = process.env['GITHUB_REPOSITORY'] ?? '';
  if (token === null || repository === '') return null;
  mask(token);
  const { githubRuns } = await import('../github/workflow-runs.ts');
  return githubRuns({ repository, token, ownRef: process.env['GITHUB_WORKFLOW_REF'] ?? null, signal });
}

function giveOutputs(audited: Audit): void {
  const counts = countsOf(audited.findings);
  const named = (rules: readonly string[]) => [
    ...new Set(audited.findings.flatMap(({ rule, target }) => (rules.includes(rule) ? (target ?? []) : []))),
  ];
  setOutputs({
    errors: counts.error,
    warnings: counts.warning,
    stale: staleTargets(audited).join('\n'),
    overdue: named(['drill-overdue', 'drill-failed']).join('\n'),
    'runs-known': !audited.findings.some(({ rule }) => rule === 'unknown-runs'),
  });
}
