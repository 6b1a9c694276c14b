import { drilledIn } from '../audit/drilled.ts';
import { openBackend } from '../backends/location.ts';
import { withRetry } from '../backends/retry.ts';
import { readFileOf } from '../config/checkout.ts';
import { DEFAULT_CONFIG } from '../config/defaults.ts';
import { targetsIn } from '../config/find-target.ts';
import {
  type DrilledOf,
  drillJobs,
  type OtherJob,
  type OtherWork,
  reachableFor,
  retentionJobs,
  type Unreachable,
} from '../config/other-plans.ts';
import { MAX_MATRIX } from '../config/plan.ts';
import type { StorageAccess } from '../config/storage-access.ts';
import type { Target } from '../config/targets.ts';
import { asHoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { fail, warn } from '../github/annotations.ts';
import { badInput, choiceInput, textInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary, escapeMarkdown, markdownCode } from '../github/summary.ts';
import { repositoryHistory } from '../operations/plan.ts';
import { readEvidence } from '../report/read-evidence.ts';
import { openRepository } from '../repository/open.ts';
import { unlocked } from '../settings/unlocked.ts';
import { openArchives } from './archives.ts';
import { annotateBlocked } from './blocked-targets.ts';
import { accessHere } from './configured-storage.ts';
import { readEvidenceKey } from './evidence-inputs.ts';
import { requireHandedOn } from './handed-on-matrix.ts';
import type { StageTools } from './stage.ts';

/** Says of which targets another workflow than that of backups must do its work now. */
export async function planOthers(work: OtherWork, tools: StageTools): Promise<void> {
  const most = wholeInput('most') ?? Number.POSITIVE_INFINITY;
  const tellBlocked = choiceInput('on-blocked', ['fail', 'warn']) === 'fail' ? fail : warn;
  const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
  const file = await readFileOf(root, textInput('config') ?? DEFAULT_CONFIG);
  const { reachable, blocked } = reachableFor(work, targetsIn(file).targets);
  const jobs = await jobsOf(work, reachable, tools);
  const due = jobs
    .filter(({ isDue }) => isDue)
    .slice(0, most)
    .map(({ job }) => job);
  tell(work, { jobs, blocked, begun: due.length });
  const chunks = Math.max(1, Math.ceil(due.length / MAX_MATRIX));
  const matrices = Array.from({ length: chunks }, (_, i) => ({
    include: due.slice(i * MAX_MATRIX, (i + 1) * MAX_MATRIX),
  }));
  setOutputs({
    count: due.length,
    due: due.map(({ target }) => target).join('\n'),
    matrix: JSON.stringify(matrices[0]),
    matrices: JSON.stringify(matrices),
    blocked: blocked.map(({ target }) => target).join('\n'),
  });
  // After the outputs: whatever is due is done all the same.
  requireHandedOn(JSON.stringify(matrices[0]));
  annotateBlocked(`No ${work} is planned`, blocked, tellBlocked);
}

async function jobsOf(work: OtherWork, targets: readonly Target[], tools: StageTools): Promise<OtherJob[]> {
  switch (work) {
    case 'retention':
      return retentionJobs(targets, Date.now());
    case 'drill': {
      // What is kept as archives can't be drilled: the report says that it was never proved.
      const drilled = targets.filter((target) => target.storage?.repository !== undefined);
      const nowMs = Date.now();
      return drillJobs(drilled, await drillsOf(drilled, nowMs, tools), nowMs);
    }
  }
}

/** By storage. */
async function drillsOf(
  targets: readonly Target[],
  nowMs: number,
  tools: StageTools,
): Promise<Map<string, DrilledOf | string>> {
  const known = new Map<string, DrilledOf | string>();
  for (const { settings, storage } of targets) {
    const name = settings.storage ?? '';
    if (storage === null || known.has(name)) continue;
    try {
      known.set(name, await readDrills(accessHere(storage), nowMs, tools));
    } catch (error) {
      if (asHoldfastError(error)?.code === 'cancelled' || tools.signal.aborted) throw error;
      const why = failureText(error).replace(/\.$/, '');
      warn('What was drilled isn’t known', `Of the storage ${name}: ${why}. Its targets are due.`);
      known.set(name, why);
    }
  }
  return known;
}

async function readDrills(access: StorageAccess, nowMs: number, tools: StageTools): Promise<DrilledOf> {
  const { signal } = tools;
  const onWarning = (message: string) => tools.reporter.onWarning(message);
  const caFile = process.env['RESTIC_CACERT'] || undefined;
  const backend = withRetry(await openBackend(access.location, { caFile, s3: access.s3 }), {
    onRetry: (message) => tools.reporter.onInfo(message),
  });
  const repository = await openRepository(backend, access.password ?? '', { signal, onWarning });
  try {
    const history = await repositoryHistory(repository, nowMs, { signal, onUnreadable: onWarning });
    const place = {
      location: textInput('evidence'),
      repository: access.location,
      open: (at: string) => openArchives({ location: at, s3: unlocked(access.s3) }, tools),
    };
    const key = readEvidenceKey();
    const { drills } = await readEvidence(repository, { place, key, signal, onWarning });
    return drilledIn(drills, history, nowMs);
  } finally {
    await repository.close();
  }
}

/** @throws HoldfastError bad-input for anything but a whole number of 1 or more. */
function wholeInput(name: string): number | null {
  const text = textInput(name);
  if (text === null) return null;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw badInput(name, text, 'a whole number of 1 or more');
}

interface Told {
  readonly jobs: readonly OtherJob[];
  readonly blocked: readonly Unreachable[];
  /** How many of those that are due are planned. */
  readonly begun: number;
}

function tell(work: OtherWork, { jobs, blocked, begun }: Told): void {
  for (const job of jobs) log.info(`${job.job.target}: ${job.isDue ? 'due' : 'not due'}: ${job.why}`);
  const row = (mark: string, target: string, why: string) =>
    `| ${mark} | ${markdownCode(target)} | ${escapeMarkdown(why)} |`;
  const rows = [
    ...jobs.map(({ job, isDue, why }) => row(isDue ? '▶️' : '', job.target, why)),
    ...blocked.map(({ target, why }) => row('❌', target, why)),
  ];
  const due = jobs.filter(({ isDue }) => isDue).length;
  const title = `### ${due} of ${rows.length} due${begun < due ? `, ${begun} now` : ''}: ${work}`;
  addSummary([title, '', '| | target | why |', '| --- | --- | --- |', ...rows, ''].join('\n'));
}
