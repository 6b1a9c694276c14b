import { formatCounted } from '../amounts.ts';
import { DEFAULT_CONFIG } from '../config/defaults.ts';
import type { Plan } from '../config/plan.ts';
import { HoldfastError } from '../errors.ts';
import { fail, warn } from '../github/annotations.ts';
import { choiceInput, textInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary, escapeMarkdown, markdownCode } from '../github/summary.ts';
import { annotateBlocked } from './blocked-targets.ts';
import { accessHere, storageTools } from './configured-storage.ts';
import { requireHandedOn } from './handed-on-matrix.ts';
import { runStage, type StageTools } from './stage.ts';

/** Says which targets of a `backup.yml` are due, as a job matrix. */
export async function main(): Promise<void> {
  await runStage({ title: 'Planning failed', severity: 'fail' }, plan);
}

async function plan(tools: StageTools): Promise<void> {
  const work = choiceInput('for', ['backup', 'drill', 'retention']);
  refuseUnheeded(work);
  if (work !== 'backup') return (await import('./plan-others.ts')).planOthers(work, tools);
  const [{ planOf, matricesOf, reasonText }, { readFileOf }, { openHistory }] = await Promise.all([
    import('../config/plan.ts'),
    import('../config/checkout.ts'),
    import('../config/open-history.ts'),
  ]);
  const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
  const onBlocked = choiceInput('on-blocked', ['fail', 'warn']);
  const nowMs = Date.now();
  const found = await planOf({
    file: await readFileOf(root, textInput('config') ?? DEFAULT_CONFIG),
    nowMs,
    historyOf: (storage) => openHistory(accessHere(storage), { nowMs, ...storageTools(tools) }),
  });
  const matrices = matricesOf(found);
  const due = found.targets.filter((target) => target.due.isDue).map(({ target }) => target);
  setOutputs({
    count: due.length,
    due: due.join('\n'),
    matrix: JSON.stringify(matrices[0]),
    matrices: JSON.stringify(matrices),
    blocked: found.blocked.map(({ target }) => target).join('\n'),
  });
  // After the outputs: whatever is due is run all the same.
  requireHandedOn(JSON.stringify(matrices[0]));
  tell(found, reasonText, onBlocked === 'fail' ? fail : warn);
}

/** What is of drills alone. @throws HoldfastError bad-input where somebody takes it to be of other work, too. */
function refuseUnheeded(work: string): void {
  if (work === 'drill') return;
  const given = ['most', 'evidence', 'evidence-key'].find((name) => textInput(name) !== null);
  if (given === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use the input \`${given}\` with \`for: ${work}\`: it is of no effect there, expected \`for: drill\`. Leave it out.`,
  );
}

function tell(
  plan: Plan,
  reasonText: (target: Plan['targets'][number]) => string,
  tellBlocked: typeof warn,
): void {
  for (const target of plan.targets) log.info(`${target.target}: ${reasonText(target)}`);
  const due = plan.targets.filter((target) => target.due.isDue);
  for (const { storage, unknown } of oncePerStorage(plan.targets))
    warn(
      'What there is isn’t known',
      `Of the storage ${storage}: ${unknown?.replace(/\.$/, '')}. Its targets are due.`,
    );
  annotateBlocked('A target can’t be backed up', plan.blocked, tellBlocked);
  const rows = [...plan.targets]
    .toSorted((a, b) => Number(b.due.isDue) - Number(a.due.isDue))
    .map((target) => {
      const cells = [
        markdownCode(target.target),
        markdownCode(target.hostname),
        escapeMarkdown(reasonText(target)),
      ];
      return `| ${target.due.isDue ? '▶️' : ''} | ${cells.join(' | ')} |`;
    });
  const blocked = plan.blocked.map(
    ({ target, why }) => `| ❌ | ${markdownCode(target)} | | ${escapeMarkdown(why)} |`,
  );
  addSummary(
    [
      `### ${formatCounted(due.length, 'target')} of ${plan.targets.length + plan.blocked.length} due`,
      '',
      '| | target | host | why |',
      '| --- | --- | --- | --- |',
      ...rows,
      ...blocked,
      '',
    ].join('\n'),
  );
}

function oncePerStorage(targets: Plan['targets']): Plan['targets'] {
  const unknown = targets.filter((target) => target.unknown !== null);
  return unknown.filter(({ storage }, i) => unknown.findIndex((one) => one.storage === storage) === i);
}
