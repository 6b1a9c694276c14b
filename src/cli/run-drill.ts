import { hostname } from 'node:os';
import { formatDuration } from '../amounts.ts';
import { newDrillId } from '../drills/drill-id.ts';
import { drillPage } from '../drills/page.ts';
import { engineEnvironment } from '../hosts/container-engine.ts';
import { requireNewFiles, writeNewFile } from '../new-file.ts';
import { requireEvidencePlace } from '../operations/drill/evidence-trial.ts';
import { recoveryTrial } from '../operations/drill/recovery-key.ts';
import { witnessEnvironment } from '../operations/drill/witness-environment.ts';
import { type DrillOptions, type DrillResult, drill } from '../operations/drill.ts';
import { evidenceEnvelope, keepEvidence } from '../operations/evidence.ts';
import type { OpenRepository } from '../repository/open.ts';
import { type DrillWords, parseDrill } from '../settings/drill.ts';
import { type DrillFlags, refuseUnmeantOfDrill } from './drill-flags.ts';
import { evidencePlace, recoveryCode, signingKey } from './evidence-place.ts';
import { ExitStatus } from './exit-status.ts';
import { snapshotFilter } from './filter.ts';
import { prepareOpening, repositoryLocation, retryLockMs } from './session.ts';
import type { Task } from './task.ts';

/** Drills the snapshot that `spec` names, keeps the evidence, and tells. */
export async function runDrill(task: Task<DrillFlags>, spec: string): Promise<ExitStatus> {
  const { flags, terminal, reporter, signal } = task;
  refuseUnmeantOfDrill(flags);
  const { witness, ...parsed } = parseDrill(wordsOf(flags, spec), (word) => `--${word}`);
  const files = [flags.statement, flags.page, flags.sheet].filter((file) => file !== undefined);
  await requireNewFiles(files);
  const key = await signingKey(task, flags.signingKey);
  const code = await recoveryCode(task, flags.recoveryCodeFile);
  const place = await evidencePlace(task, typeof flags.evidence === 'string' ? flags.evidence : null);
  let password = '';
  const open = await prepareOpening(task, {
    onPassword: (given) => {
      password = given;
    },
  });
  const repository = await open();
  try {
    if (flags.evidence !== false) await requireEvidencePlace(place, signal);
    const location = await repositoryLocation(task);
    const environment = witnessEnvironment({ repository: location, password }, terminal.env);
    const options: DrillOptions = {
      ...parsed,
      drillId: newDrillId(Date.now()),
      recovery: await recoveryTrial(repository, { place, code }, signal),
      filter: snapshotFilter(flags, terminal.env),
      engineEnvironment: engineEnvironment(terminal.env),
      witness: { mode: witness, program: 'restic', environment },
      who: { machine: hostname() },
      noLock: !flags.lock,
      trustSnapshot: flags.trustSnapshot,
      retryLockMs: retryLockMs(flags),
    };
    const result = await drill(repository, options, reporter, signal);
    await keepAndTell(task, repository, result, key);
    return result.passed ? ExitStatus.ok : ExitStatus.fatal;
  } finally {
    await repository.close();
  }
}

function wordsOf(flags: DrillFlags, snapshot: string): DrillWords {
  return {
    snapshot,
    'random-within': flags.randomWithin ?? null,
    seed: flags.seed ?? null,
    'max-age': flags.maxAge ?? null,
    'max-restore-time': flags.maxRestoreTime ?? null,
    engine: flags.engine ?? null,
    memory: flags.memory ?? null,
    cpus: flags.cpus ?? null,
    processes: flags.processes ?? null,
    'time-limit': flags.timeLimit ?? null,
    'init-limit': flags.initLimit ?? null,
    restic: flags.restic ?? null,
    image: flags.image,
    application: flags.application,
    check: flags.check,
    'leave-out': flags.leaveOut,
  };
}

/** Whatever of it can't be kept any more, the rest is, and what came of the drill is told. */
async function keepAndTell(
  task: Task<DrillFlags>,
  repository: OpenRepository,
  result: DrillResult,
  key: Awaited<ReturnType<typeof signingKey>>,
): Promise<void> {
  let kept: string | null = null;
  try {
    try {
      await writeFiles(task.flags, result);
    } finally {
      kept = await keep(task, repository, result, key);
    }
  } finally {
    await tell(task, result, kept);
  }
}

async function writeFiles(
  { statement: statementFile, page, sheet: sheetFile }: DrillFlags,
  { statement, sheet }: DrillResult,
): Promise<void> {
  const write = async (file: string | undefined, text: string) => {
    if (file !== undefined) await writeNewFile(file, (sink) => sink(Buffer.from(text, 'utf8')));
  };
  await write(statementFile, `${JSON.stringify(statement, null, 2)}\n`);
  await write(page, drillPage(statement, sheet));
  await write(sheetFile, sheet);
}

/** @returns the evidence's name; null: none is kept. */
async function keep(
  task: Task<DrillFlags>,
  repository: OpenRepository,
  { statement, sheet }: DrillResult,
  key: Awaited<ReturnType<typeof signingKey>>,
): Promise<string | null> {
  const { flags, signal } = task;
  if (flags.evidence === false) return null;
  const place = await evidencePlace(task, typeof flags.evidence === 'string' ? flags.evidence : null);
  const envelope = evidenceEnvelope(statement, key);
  return keepEvidence(place, repository, { envelope, sheet }, signal);
}

async function tell(
  { output }: Task<DrillFlags>,
  { passed, reasons, snapshot, statement, checks }: DrillResult,
  evidence: string | null,
): Promise<void> {
  const { recovery_time: time, drill_id: id } = statement.predicate;
  await output.json({ message_type: 'summary', passed, evidence, statement });
  const proofs = checks.filter(({ proves_data, result }) => proves_data && result === 'passed').length;
  const took = time.restore_ms === null ? '' : `, restored and proved in ${formatDuration(time.restore_ms)}`;
  await output.line(
    `Drill ${id} of snapshot ${snapshot.id.slice(0, 8)}: ${checks.length} checks, of which ${proofs} proved data${took}.`,
  );
  for (const reason of reasons) await output.line(`  ${reason}`);
  if (evidence !== null) await output.line(`Evidence: ${evidence}`);
  await output.line(passed ? 'The drill passed.' : 'The drill FAILED.');
}
