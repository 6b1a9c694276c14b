import { notice } from '../github/annotations.ts';
import { commandsInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import { formatCounted } from '../progress/amounts.ts';
import { connect, openRepositoryOf, readHostAccess, readRepositoryAccess } from './access.ts';
import { readApplication } from './application-plan.ts';
import { readCopyTo } from './copy-to.ts';
import { runStage, type StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/**
 * Does what main could not when it was cut off: removes secrets, lets the application go on, and removes our lock.
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
  if (unfinished.wasMainCutOff() && unfinished.usesRepository()) {
    await runStage({ title: 'The repository may still be locked', severity: 'warn' }, (tools) => {
      prepare();
      return removeOurLock(tools);
    });
  }
}

async function letApplicationGoOn(tools: StageTools): Promise<void> {
  const after = [...hooksAfter(), ...commandsInput('after')];
  if (after.length === 0) return;
  const { runApplicationCommands } = await import('../operations/application-commands.ts');
  const access = readHostAccess();
  const host = await connect(access, tools);
  try {
    await runApplicationCommands(host, { when: 'after', commands: after }, tools.reporter, tools.signal);
    notice('Application resumed', `The step was cut off; its after commands have run now on ${access.on}.`);
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
function hooksAfter(): readonly string[] {
  const hooks = readApplication()?.settings['after'];
  return Array.isArray(hooks) ? hooks : [];
}
