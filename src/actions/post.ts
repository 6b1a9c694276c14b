import { formatCounted } from '../amounts.ts';
import type { ConfiguredApplication } from '../apps/applications.ts';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { notice } from '../github/annotations.ts';
import { commandsInput, textInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import type { Host } from '../hosts/host.ts';
import {
  connect,
  type HostAccess,
  openRepositoryOf,
  readHostAccess,
  readRepositoryAccess,
} from './access.ts';
import { readApplication } from './application-plan.ts';
import { readCopyTo } from './copy-to.ts';
import { holder } from './quiesce-inputs.ts';
import { targetInput } from './snapshot-inputs.ts';
import { runStage, type StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/**
 * Does what main could not when it was cut off: removes secrets, lets the application go on, removes a volume's
 * snapshot and our lock.
 * @param prepare Gives the step the inputs that main had beside those of its own.
 */
export async function finishForMain(prepare: () => void = () => {}): Promise<void> {
  await runStage(
    { title: 'A key may be left on the runner', severity: 'fail' },
    unfinished.removeSecretFolder,
  );
  if (unfinished.isApplicationHeld()) {
    await runStage({ title: 'The application may still be held', severity: 'fail' }, (tools) => {
      prepare();
      return letApplicationGoOn(tools);
    });
  }
  if (unfinished.wasMainCutOff() && textInput('volume') !== null) {
    await runStage({ title: 'A snapshot of the volume may be left', severity: 'warn' }, removeVolumeSnapshot);
  }
  if (unfinished.wasMainCutOff() && unfinished.usesRepository()) {
    await runStage({ title: 'The repository may still be locked', severity: 'warn' }, (tools) => {
      prepare();
      return removeOurLock(tools);
    });
  }
}

async function letApplicationGoOn(tools: StageTools): Promise<void> {
  const application = readApplication();
  const after = [...hooksAfter(application), ...commandsInput('after')];
  const isStopped = commandsInput('stop').length > 0 || application !== null;
  if (after.length === 0 && !isStopped) return;
  const { runApplicationCommands } = await import('../operations/application-commands.ts');
  const access = readHostAccess();
  const host = await connect(access, tools);
  try {
    // After commands run whatever happened before them.
    const failure = isStopped ? await startAll(host, access, tools).then(() => null, toFailure) : null;
    if (after.length > 0) {
      await runApplicationCommands(host, { when: 'after', commands: after }, tools.reporter, tools.signal);
      notice('Application resumed', `The step was cut off; its after commands have run now on ${access.on}.`);
    }
    if (failure !== null) throw failure.cause;
  } finally {
    await host.close();
  }
}

function toFailure(cause: unknown): { readonly cause: unknown } {
  return { cause };
}

/**
 * This host's application, then those of further nodes, the last stopped first, as main would have. One that can't be started keeps
 * nobody from the next.
 * @throws The first failure; further ones are told.
 */
async function startAll(host: Host, access: HostAccess, tools: StageTools): Promise<void> {
  const { nodeTarget } = await import('../operations/backup/quiesce-nodes.ts');
  const target = targetInput();
  const onNode = async (address: string, name: string) => {
    const node = await connect({ ...access, on: address }, tools);
    try {
      await startByLease(node, { on: address, name }, tools);
    } finally {
      await node.close();
    }
  };
  const starts = [
    () => startByLease(host, { on: access.on, name: target }, tools),
    ...unfinished
      .nodesOfMain()
      .toReversed()
      .map((address, after) => () => onNode(address, nodeTarget(target, after))),
  ];
  const failures: unknown[] = [];
  for (const start of starts) await start().catch((error: unknown) => failures.push(error));
  for (const other of failures.slice(1)) log.warning(failureText(other));
  if (failures.length > 0) throw failures[0];
}

/** The watchdog would, once the lease is over: that may be minutes. */
async function startByLease(
  host: Host,
  { on, name }: { readonly on: string; readonly name: string },
  { reporter, signal }: StageTools,
): Promise<void> {
  const { resumeLeft } = await import('../hosts/lease/earlier-lease.ts');
  const resumed = await resumeLeft(host, { name, holder: holder() }, signal);
  if (resumed === null) return;
  for (const line of resumed.log) if (line !== '') reporter.onInfo(`  ${displayText(line)}`);
  if (resumed.state === 'failed') {
    throw new HoldfastError(
      'command-failed',
      `Cannot start the application on ${on}: its start command fails, as the log of this step says. It is down: see to it first.`,
    );
  }
  notice(
    'Application started',
    `The step was cut off; the application was started now on ${on}, by its lease.`,
  );
}

/** One of LVM slows its volume down, and is void once it is full: better now than when the next run comes by. */
async function removeVolumeSnapshot(tools: StageTools): Promise<void> {
  const { removeLeftSnapshot } = await import('../files/volume/volume-snapshot.ts');
  const host = await connect(readHostAccess(), tools);
  try {
    const target = targetInput();
    const onInfo = (message: string) => log.info(message);
    await removeLeftSnapshot(host, { target, holder: holder(), signal: tools.signal, onInfo });
  } finally {
    await host.close();
  }
}

/** A lock that we leave behind is in everybody's way for half an hour. */
async function removeOurLock(tools: StageTools): Promise<void> {
  const { removeStaleLocks } = await import('../repository/lock.ts');
  const first = await readRepositoryAccess();
  const second = readCopyTo(first);
  for (const access of second === null ? [first] : [first, second]) {
    // Never made here: main's end decides whether there is a repository.
    const repository = await openRepositoryOf({ ...access, init: false, cache: null }, tools);
    try {
      const removed = await removeStaleLocks(repository, { signal: tools.signal });
      log.info(`The step was cut off; ${formatCounted(removed, 'stale lock')} removed.`);
    } finally {
      await repository.close();
    }
  }
}

/** Those of the application's own options, which come first. */
function hooksAfter(application: ConfiguredApplication | null): readonly string[] {
  const hooks = application?.settings['after'];
  return Array.isArray(hooks) ? hooks : [];
}
