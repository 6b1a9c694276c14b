import { join } from 'node:path';
import { formatCounted } from '../amounts.ts';
import { fail, warn } from '../github/annotations.ts';
import { inGroup, log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { mask } from '../github/secrets.ts';
import { addSummary } from '../github/summary.ts';
import type { TargetState } from '../github/target-issue.ts';
import { Collection } from '../report/collect.ts';
import type { Configured } from '../report/configured.ts';
import { countByHealth, isBad, type Report, reportOf, type TargetFacts } from '../report/facts.ts';
import { HEALTH_NAMES, targetTitle } from '../report/names.ts';
import { isElsewhere, type ReportPlace } from '../report/place.ts';
import { readEvidence } from '../report/read-evidence.ts';
import { writeMetrics, writePage } from '../report/write-report.ts';
import { DEFAULT_TARGET } from '../settings/target.ts';
import { openRepositoryOf } from './access.ts';
import { openArchives, shownLocation } from './archives.ts';
import { evidencePlaceOf } from './evidence-inputs.ts';
import { settleIssues } from './issues.ts';
import { type About, noticeCutOff, OF_SNAPSHOTS, runMain } from './notices.ts';
import { type ReportInputs, readReportInputs } from './report-inputs.ts';
import { failedReportSummary, reportSummary } from './report-summary.ts';
import type { StageTools } from './stage.ts';
import { roleFor } from './storage-inputs.ts';
import { unfinished } from './unfinished.ts';

/** The runner shows ten of a level. */
const MAX_ANNOTATIONS = 8;

const ABOUT: About = { ...OF_SNAPSHOTS, action: 'Report', ifNotWell: 'failed', byEnvironment: false };

/** Shows how every target stands. */
export async function main(): Promise<void> {
  const onFailure = (error: unknown) => addSummary(failedReportSummary(error));
  await runMain(ABOUT, { title: 'Report failed', severity: 'fail', onFailure }, report);
}

/** Tells of a main that was killed. */
export async function post(): Promise<void> {
  await noticeCutOff(ABOUT);
}

async function report(tools: StageTools): Promise<void> {
  unfinished.mainStarted();
  const inputs = await readReportInputs();
  const made = await inGroup('Read the backups', () => read(inputs, tools));
  const html = inputs.html ?? join(process.env['RUNNER_TEMP'] ?? '.', 'holdfast-report.html');
  let page = '';
  try {
    await writePage(html, made);
    page = html;
    if (inputs.metrics !== null) await writeMetrics(inputs.metrics, made);
  } finally {
    // What was found is told, also where no file takes it: a full disk must hide no target that is failing.
    giveOutputs(made, page);
    addSummary(reportSummary(made));
    annotate(made, inputs.onUnprotected === 'fail' ? fail : warn);
    await settleIssues(made.targets.map(stateOf));
  }
}

/** As an issue is about it: one that isn't proved yet is no failure. */
function stateOf({ history: { target, hostname }, judgement }: TargetFacts): TargetState {
  const problems = judgement.reasons.filter(isBad).map(({ text }) => text);
  return { target: target ?? DEFAULT_TARGET, hostname, subject: 'report', problems };
}

async function read(inputs: ReportInputs, tools: StageTools): Promise<Report> {
  const [collection, warnings] = [new Collection(), [] as string[]];
  const onWarning = (message: string) => {
    warnings.push(message);
    tools.reporter.onWarning(message);
  };
  const { configured } = inputs;
  const isByInputs = inputs.repositories.length > 0 || inputs.archives !== null;
  const places =
    configured !== null && !isByInputs
      ? await readConfiguredPlaces(collection, { inputs, configured, onWarning }, tools)
      : await readNamedPlaces(collection, { inputs, onWarning }, tools);
  return reportOf(collection.histories(), {
    ...inputs.settings,
    ...{ configured: configured?.targets ?? [], places, warnings, nowMs: Date.now() },
  });
}

async function readConfiguredPlaces(
  collection: Collection,
  { inputs, configured, onWarning }: ReadOptions & { configured: Configured },
  tools: StageTools,
) {
  const { readStorages } = await import('../report/read-storages.ts');
  const { filter, deep, evidence, evidenceKey } = inputs;
  return readStorages(collection, configured.storages, {
    ...{ filter, deep, evidence, evidenceKey, onWarning, signal: tools.signal },
    surroundings: { env: process.env, onSecret: mask, role: roleFor },
    caFile: process.env['RESTIC_CACERT'] || undefined,
    onInfo: (message) => tools.reporter.onInfo(message),
    openArchives: (access) => openArchives(access, tools),
  });
}

interface ReadOptions {
  readonly inputs: ReportInputs;
  readonly onWarning: (message: string) => void;
}

/** Of the inputs. @returns The places. */
async function readNamedPlaces(
  collection: Collection,
  { inputs, onWarning }: ReadOptions,
  tools: StageTools,
): Promise<ReportPlace[]> {
  const places: ReportPlace[] = [];
  const { filter, deep } = inputs;
  for (const [i, access] of inputs.repositories.entries()) {
    const repository = await openRepositoryOf(access, tools);
    try {
      places.push(placeAt(access.location, 'a repository'));
      await collection.addRepository(repository, { filter, deep, signal: tools.signal, onWarning });
      const place = evidencePlaceOf(access, i === 0 ? inputs.evidence : null, tools);
      const evidence = await readEvidence(repository, {
        place,
        key: inputs.evidenceKey,
        signal: tools.signal,
        onWarning,
      });
      collection.addEvidence(evidence);
    } finally {
      await repository.close();
    }
  }
  if (inputs.archives !== null) {
    const { findArchives } = await import('../archive/find-archives.ts');
    const store = await openArchives(inputs.archives, tools);
    try {
      places.push(placeAt(inputs.archives.location, 'archives'));
      collection.addArchives(await findArchives(store, tools.signal), filter, onWarning);
    } finally {
      await store.close();
    }
  }
  return places;
}

function placeAt(location: string, orElse: string): ReportPlace {
  const shown = shownLocation(location) ?? orElse;
  return { shown, storage: null, isOffSite: isElsewhere(location), isKnown: true };
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
  const bad = made.targets.filter(({ judgement }) => isBad(judgement));
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
