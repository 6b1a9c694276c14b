import { join } from 'node:path';
import { fail, warn } from '../github/annotations.ts';
import { inGroup, log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary } from '../github/summary.ts';
import { formatCounted } from '../progress/amounts.ts';
import { Collection } from '../report/collect.ts';
import { countByHealth, type Report, reportOf } from '../report/facts.ts';
import { HEALTH_NAMES, targetTitle } from '../report/names.ts';
import { readDrills } from '../report/read-drills.ts';
import { writeMetrics, writePage } from '../report/write-report.ts';
import { openRepositoryOf } from './access.ts';
import { openArchives, shownLocation } from './archives.ts';
import { useConfiguredReport } from './configured-report.ts';
import { evidencePlaceOf } from './evidence-inputs.ts';
import { type ReportInputs, readReportInputs } from './report-inputs.ts';
import { failedReportSummary, reportSummary } from './report-summary.ts';
import { runStage, type StageTools } from './stage.ts';

/** The runner shows ten of a level. */
const MAX_ANNOTATIONS = 8;

/** Shows how every target stands. */
export async function main(): Promise<void> {
  const onFailure = (error: unknown) => addSummary(failedReportSummary(error));
  await runStage({ title: 'Report failed', severity: 'fail', onFailure }, report);
}

async function report(tools: StageTools): Promise<void> {
  await useConfiguredReport();
  const inputs = await readReportInputs();
  const made = await inGroup('Read the backups', () => read(inputs, tools));
  const html = inputs.html ?? join(process.env['RUNNER_TEMP'] ?? '.', 'holdfast-report.html');
  await writePage(html, made);
  if (inputs.metrics !== null) await writeMetrics(inputs.metrics, made);
  giveOutputs(made, html);
  addSummary(reportSummary(made));
  annotate(made, inputs.onUnprotected === 'fail' ? fail : warn);
}

async function read(inputs: ReportInputs, tools: StageTools): Promise<Report> {
  const [collection, places, warnings] = [new Collection(), [] as string[], [] as string[]];
  const onWarning = (message: string) => {
    warnings.push(message);
    tools.reporter.onWarning(message);
  };
  const { filter, deep } = inputs;
  for (const [i, access] of inputs.repositories.entries()) {
    const repository = await openRepositoryOf(access, tools);
    try {
      places.push(shownLocation(access.location) ?? 'a repository');
      await collection.addRepository(repository, { filter, deep, signal: tools.signal, onWarning });
      const place = evidencePlaceOf(access, i === 0 ? inputs.evidence : null, tools);
      const drills = await readDrills(repository, {
        place,
        key: inputs.evidenceKey,
        signal: tools.signal,
        onWarning,
      });
      collection.addDrills(drills);
    } finally {
      await repository.close();
    }
  }
  if (inputs.archives !== null) {
    const { findArchives } = await import('../archive/find-archives.ts');
    const store = await openArchives(inputs.archives, tools);
    try {
      places.push(shownLocation(inputs.archives.location) ?? 'archives');
      collection.addArchives(await findArchives(store, tools.signal), filter, onWarning);
    } finally {
      await store.close();
    }
  }
  return reportOf(collection.histories(), { ...inputs.settings, nowMs: Date.now(), places, warnings });
}

function giveOutputs(made: Report, page: string): void {
  const counts = countByHealth(made);
  setOutputs({
    html: page,
    targets: made.targets.length,
    protected: counts.protected,
    'never-proved': counts['never-proved'],
    stale: counts.stale,
    failing: counts.failing,
  });
}

function annotate(made: Report, tell: typeof warn): void {
  const bad = made.targets.filter(({ judgement: { health } }) => health === 'failing' || health === 'stale');
  for (const { history, judgement } of made.targets)
    log.info(
      `${HEALTH_NAMES[judgement.health]}: ${targetTitle(history)}: ${judgement.reasons.map(({ text }) => text).join('; ')}`,
    );
  for (const { history, judgement } of bad.slice(0, MAX_ANNOTATIONS))
    tell(
      `Backup ${HEALTH_NAMES[judgement.health]}`,
      `${targetTitle(history)}: ${judgement.reasons[0]?.text ?? ''}`,
    );
  if (made.targets.length === 0) tell('No backups', 'There is no backup of anything, expected at least one.');
  const more = bad.length - MAX_ANNOTATIONS;
  if (more > 0)
    tell(
      'Backups failing or stale',
      `${formatCounted(more, 'more target')}: the summary and the log say which.`,
    );
}
