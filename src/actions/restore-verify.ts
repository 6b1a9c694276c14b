import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newDrillId } from '../drills/drill-id.ts';
import { drillPage } from '../drills/page.ts';
import { fail } from '../github/annotations.ts';
import { listInput, textInput } from '../github/inputs.ts';
import { inGroup, log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary } from '../github/summary.ts';
import { writeNewFile } from '../new-file.ts';
import { requireEvidencePlace, requireOutputFolder } from '../operations/drill/evidence-trial.ts';
import { recoveryTrial } from '../operations/drill/recovery-key.ts';
import { type DrillResult, drill } from '../operations/drill.ts';
import { evidenceEnvelope, keepEvidence } from '../operations/evidence.ts';
import type { OpenRepository } from '../repository/open.ts';
import { openRepositoryOf } from './access.ts';
import { useConfigured, useConfiguredOfMain } from './configured-inputs.ts';
import { evidencePlaceOf } from './evidence-inputs.ts';
import { type About, noticeCutOff, OF_SNAPSHOTS, runMain } from './notices.ts';
import { finishForMain } from './post.ts';
import { type DrillInputs, readDrillInputs } from './restore-verify-inputs.ts';
import { brokenDrillSummary, drillSummary } from './restore-verify-summary.ts';
import { runStage, type StageTools } from './stage.ts';
import { sweepDrill } from './sweep-drill.ts';
import { unfinished } from './unfinished.ts';

const ABOUT: About = {
  ...OF_SNAPSHOTS,
  action: 'Restore drill',
  ifNotWell: 'failed',
  byEnvironment: false,
};

/** Restores a snapshot somewhere else, proves it, and removes it again. */
export async function main(): Promise<void> {
  const onFailure = (error: unknown) =>
    addSummary(brokenDrillSummary(error, textInput('snapshot') ?? 'latest'));
  await runMain(ABOUT, { title: 'Restore drill failed', severity: 'fail', onFailure }, verify);
}

/** Removes what a drill that was cut off has left, and its lock. */
export async function post(): Promise<void> {
  if (unfinished.wasMainCutOff())
    await runStage({ title: 'Something of a drill may be left', severity: 'fail' }, sweepDrill);
  await finishForMain(useConfiguredOfMain);
  await noticeCutOff(ABOUT);
}

async function verify(tools: StageTools): Promise<void> {
  try {
    await useConfigured('drill');
  } finally {
    tellWhose();
  }
  const inputs = await readDrillInputs();
  await requireOutputFolder(outputParent());
  const drillId = newDrillId(Date.now());
  unfinished.drill(drillId);
  unfinished.mainStarted();
  const repository = await openRepositoryOf(inputs.repository, tools);
  try {
    const { reporter, signal } = tools;
    const place = evidencePlaceOf(inputs.repository, inputs.evidence, tools);
    if (inputs.keepsEvidence) await requireEvidencePlace(place, signal);
    const trial = { place, code: inputs.recoveryCode };
    const result = await inGroup(`Restore drill ${drillId}`, async () => {
      const recovery = await recoveryTrial(repository, trial, signal);
      return drill(repository, { ...inputs.options, drillId, recovery }, reporter, signal);
    });
    try {
      await keepAll(repository, inputs, result, tools);
    } finally {
      tell(result);
    }
  } finally {
    await repository.close();
  }
}

function outputParent(): string {
  return process.env['RUNNER_TEMP'] || tmpdir();
}

/** Whoever keeps an issue of it knows whose it is, also of a drill that comes to no result. */
function tellWhose(): void {
  setOutputs({
    of: textInput('of') ?? '',
    host: listInput('host').join(', '),
  });
}

/** What later steps attest and upload is written in any case; then what is kept beside the repository. */
async function keepAll(
  repository: OpenRepository,
  inputs: DrillInputs,
  { passed: isPassed, snapshot, statement, sheet }: DrillResult,
  tools: StageTools,
): Promise<void> {
  const { drill_id: id, recovery_time: time, recovery_point: point } = statement.predicate;
  const folder = join(outputParent(), `holdfast-evidence-${id}`);
  await mkdir(folder, { mode: 0o700 });
  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeNewFile(path, (sink) => sink(Buffer.from(text, 'utf8')));
    return path;
  };
  const envelope = evidenceEnvelope(statement, inputs.signingKey);
  const files = {
    statement: await write('statement.json', `${JSON.stringify(statement, null, 2)}\n`),
    predicate: await write('predicate.json', `${JSON.stringify(statement.predicate, null, 2)}\n`),
    envelope: await write('envelope.json', `${JSON.stringify(envelope)}\n`),
    page: await write('drill.html', drillPage(statement, sheet)),
    sheet: await write('recovery-sheet.md', sheet),
  };
  const place = evidencePlaceOf(inputs.repository, inputs.evidence, tools);
  let kept = '';
  try {
    if (inputs.keepsEvidence) kept = await keepEvidence(place, repository, { envelope, sheet }, tools.signal);
  } finally {
    setOutputs({
      passed: isPassed,
      'snapshot-id': snapshot.id,
      'drill-id': id,
      evidence: kept,
      'evidence-folder': folder,
      statement: files.statement,
      predicate: files.predicate,
      'predicate-type': statement.predicateType,
      page: files.page,
      sheet: files.sheet,
      'restore-seconds': time.restore_ms === null ? '' : Math.round(time.restore_ms / 1000),
      'age-seconds': point.age_ms === null ? '' : Math.round(point.age_ms / 1000),
    });
  }
  if (kept !== '') log.info(`Evidence: ${kept}`);
}

function tell(result: DrillResult): void {
  addSummary(drillSummary(result));
  if (result.passed) log.info(`The drill passed: ${result.checks.length} checks.`);
  else fail('Restore drill failed', result.reasons.join(' '));
}
