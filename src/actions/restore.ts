import { formatBytes, formatCounted } from '../amounts.ts';
import { display } from '../bytestring.ts';
import { booleanInput, textInput } from '../github/inputs.ts';
import { inGroup, log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary } from '../github/summary.ts';
import type { RestoreChange, RestoreResult } from '../operations/restore/options.ts';
import { connect, readHostAccess, shownPlaces } from './access.ts';
import { useConfigured, useConfiguredOfMain } from './configured-inputs.ts';
import { type About, noticeCutOff, OF_A_HOST, runMain } from './notices.ts';
import { finishForMain } from './post.ts';
import { type RestoreInputs, readRestoreInputs, requireMeaning, targetInput } from './restore-inputs.ts';
import {
  failedRestoreSummary,
  failedTarSummary,
  failedUndoSummary,
  restoreSummary,
  undoSummary,
} from './restore-summary.ts';
import type { StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/** The summary names so many; the log has them all. */
const MAX_CHANGES_KEPT = 1000;

const ABOUT: About = {
  ...OF_A_HOST,
  action: 'Restore',
  host: () => shownPlaces().way.on,
  byEnvironment: false,
};

/** Puts a snapshot, or a part of it, back on a host. */
export async function main(): Promise<void> {
  const title = isUndo() ? 'Undo failed' : 'Restore failed';
  await runMain(ABOUT, { title, severity: 'fail', onFailure: summarizeFailure }, restore);
}

export async function post(): Promise<void> {
  await finishForMain(useConfiguredOfMain);
  await noticeCutOff(ABOUT);
}

async function restore(tools: StageTools): Promise<void> {
  unfinished.mainStarted();
  await useConfigured(role());
  requireMeaning();
  if (booleanInput('list')) await (await import('./list-backups.ts')).listBackups(tools);
  else if (booleanInput('undo')) await undo(tools);
  else if (textInput('app') !== null)
    await (await import('./restore-application.ts')).restoreApplicationOf(tools);
  else if (textInput('database') !== null && textInput('target') === null)
    await (await import('./restore-database.ts')).restoreDatabaseOf(tools);
  else if (textInput('bucket') !== null) await (await import('./restore-bucket.ts')).restoreBucketOf(tools);
  else if (textInput('tar') !== null) await (await import('./restore-to-tar.ts')).restoreToTar(tools);
  else await putBack(tools);
}

/** What a configuration is asked for: not what would be of no meaning to this restore. */
function role() {
  if (booleanInput('undo')) return 'undo';
  return textInput('tar') === null ? 'restore' : 'unpack';
}

async function putBack(tools: StageTools): Promise<void> {
  const inputs = await readRestoreInputs();
  const changes: RestoreChange[] = [];
  const onChange = (change: RestoreChange) => {
    if (inputs.options.dryRun) log.info(`would ${change.kind} ${display(change.path)}`);
    if (changes.length < MAX_CHANGES_KEPT) changes.push(change);
  };
  const restored = await inGroup(`Restore to ${inputs.host.on}`, () => run(inputs, onChange, tools));
  const { result, afterFailure } = restored;
  giveOutputs(result);
  log.info(oneLine(result));
  if (afterFailure !== null) throw afterFailure;
  addSummary(restoreSummary(result, { way: shownPlaces().way, changes }));
}

async function run(inputs: RestoreInputs, onChange: (change: RestoreChange) => void, tools: StageTools) {
  const [{ withSource }, { restoreHeld }, { recorded }, { filesOutcome }, { readRestoreRecorder }] =
    await Promise.all([
      import('./restore-source.ts'),
      import('../operations/restore-held.ts'),
      import('../operations/restore-record.ts'),
      import('../operations/restore-outcome.ts'),
      import('./restore-recorder.ts'),
    ]);
  const { reporter, signal } = tools;
  const which = { spec: inputs.spec.snapshot, filter: inputs.filter };
  return withSource(inputs.source, which, tools, async ({ source, snapshot }) => {
    reporter.onInfo(
      `Snapshot: ${snapshot.id.slice(0, 8)} of ${new Date(Number(snapshot.snapshot.timeNs / 1_000_000n)).toISOString()}`,
    );
    const recorder =
      inputs.source.kind === 'archive'
        ? null
        : readRestoreRecorder(inputs.source.repository, inputs.host, tools);
    const restoreFiles = async () => {
      const host = await connect(inputs.host, tools);
      try {
        const options = { ...inputs.options, snapshot, onChange, onApplication: unfinished.application };
        return await restoreHeld(host, source, options, reporter, signal);
      } finally {
        await host.close();
      }
    };
    const about = { source, snapshot, what: 'files' } as const;
    return recorded(recorder, about, restoreFiles, ({ result }) =>
      filesOutcome([result], inputs.options.verify),
    );
  });
}

function giveOutputs(result: RestoreResult): void {
  setOutputs({
    'snapshot-id': result.snapshotId,
    'files-total': result.files,
    'files-sent': result.sentFiles,
    'files-unchanged': result.unchangedFiles,
    'bytes-total': result.bytes,
    'bytes-sent': result.sentBytes,
    created: result.created,
    replaced: result.replaced,
    removed: result.removed,
    'undo-folders': result.undoFolders.join('\n'),
    'duration-seconds': Math.round(result.durationMs / 1000),
  });
}

function oneLine(result: RestoreResult): string {
  const what = `${formatCounted(result.files, 'file')}, ${formatBytes(result.bytes)}`;
  const id = result.snapshotId.slice(0, 8);
  if (result.dryRun)
    return `Dry run: snapshot ${id} has ${what}; ${formatBytes(result.sentBytes)} would be sent.`;
  return `Snapshot ${id}: ${what} restored to ${result.target}; ${formatBytes(result.sentBytes)} sent.`;
}

function summarizeFailure(error: unknown): void {
  const what = { snapshot: textInput('snapshot') ?? 'latest', ...shownPlaces() };
  if (isUndo()) addSummary(failedUndoSummary(error, what.way.on));
  else if (textInput('tar') !== null) addSummary(failedTarSummary(error, what));
  else addSummary(failedRestoreSummary(error, what));
}

/** Also where the input can't be right, and reading it in earnest would throw. */
function isUndo(): boolean {
  return /^true$/i.test(textInput('undo') ?? '');
}

async function undo(tools: StageTools): Promise<void> {
  const { undoRestore } = await import('../operations/restore-undo.ts');
  const path = targetInput(
    'Give the undo folder that the restore reported, what it restored, or the folder that it restored to.',
  );
  const access = readHostAccess();
  const host = await connect(access, tools);
  try {
    const dryRun = booleanInput('dry-run');
    const startedMs = performance.now();
    const result = await undoRestore(host, { path, dryRun }, tools.reporter, tools.signal);
    setOutputs({
      'snapshot-id': result.snapshotId,
      'duration-seconds': Math.round((performance.now() - startedMs) / 1000),
    });
    addSummary(undoSummary(result, access.on));
    log.info(`${dryRun ? 'Would undo' : 'Undid'} the restore of snapshot ${result.snapshotId.slice(0, 8)}.`);
  } finally {
    await host.close();
  }
}
