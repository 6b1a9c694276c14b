import { formatBytes, formatCounted } from '../amounts.ts';
import { booleanInput, textInput } from '../github/inputs.ts';
import { inGroup, log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary } from '../github/summary.ts';
import { type RestoreApplicationResult, restoreApplication } from '../operations/restore-application.ts';
import { applicationOutcome } from '../operations/restore-outcome.ts';
import { recorded } from '../operations/restore-record.ts';
import { configureSaved } from '../settings/application.ts';
import { requireTrusted } from '../settings/trusted-archive.ts';
import { connect, readHostAccess } from './access.ts';
import { applicationWords, showApplicationWord, siteOn } from './application-inputs.ts';
import { applicationSummary } from './restore-application-summary.ts';
import { readSource, readSourceAccess } from './restore-inputs.ts';
import { readRestoreRecorder } from './restore-recorder.ts';
import { withSource } from './restore-source.ts';
import type { StageTools } from './stage.ts';

/** `snapshot`: whichever profile the snapshot names. */
const AS_SAVED = 'snapshot';

/** Puts an application back as its profile says. */
export async function restoreApplicationOf(tools: StageTools): Promise<void> {
  const access = await readSourceAccess();
  const way = readHostAccess();
  const { spec, filter } = readSource();
  const { app, options } = applicationWords();
  const locking = access.kind === 'archive' ? { asOfMs: null, retryLockMs: 0 } : access.repository;
  const recorder = access.kind === 'archive' ? null : readRestoreRecorder(access.repository, way, tools);
  const words = { app: app === AS_SAVED ? null : app, options };
  const { id, result } = await inGroup(`Restore an application on ${way.on}`, async () => {
    return withSource(access, { spec: spec.snapshot, filter }, tools, async ({ source, snapshot }) => {
      if (access.kind === 'archive')
        requireTrusted(snapshot.id, textInput('trust-archive') ?? '', 'the input `trust-archive`');
      const about = { source, snapshot, what: 'application' } as const;
      const restore = async () => {
        const host = await connect(way, tools);
        try {
          return await restoreApplication(siteOn(way, host, tools), source, how, tools.reporter);
        } finally {
          await host.close();
        }
      };
      const how = {
        snapshot,
        configure: (record: RestoreApplicationResult['record']) =>
          configureSaved(record, words, showApplicationWord),
        overwrite: 'always',
        delete: false,
        owners: booleanInput('ownership-by-name') ? 'names' : 'numeric',
        verify: true,
        dryRun: booleanInput('dry-run'),
        noLock: locking.asOfMs !== null,
        retryLockMs: locking.retryLockMs,
      } as const;
      const done = await recorded(recorder, about, restore, (one) => applicationOutcome(one, true));
      return { id: snapshot.id, result: done };
    });
  });
  tell(result, { id, on: way.on });
}

function tell(result: RestoreApplicationResult, { id, on }: { id: string; on: string }): void {
  const { record, files, durationMs } = result;
  const total = (of: (part: (typeof files)[number]) => number) =>
    files.reduce((sum, part) => sum + of(part), 0);
  setOutputs({
    'snapshot-id': id,
    'files-total': total((part) => part.files),
    'bytes-total': total((part) => part.bytes),
    'undo-folders': files.flatMap(({ undoFolders }) => undoFolders).join('\n'),
    'duration-seconds': Math.round(durationMs / 1000),
  });
  log.info(
    `${record.profile}: ${formatCounted(result.steps.length, 'step')}, ${formatBytes(total((part) => part.bytes))} of files.`,
  );
  addSummary(applicationSummary(result, { on, dryRun: booleanInput('dry-run') }));
}
