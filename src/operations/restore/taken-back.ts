import { type ByteString, display, fromBytes, fromText } from '../../bytestring.ts';
import { type ErrorCode, HoldfastError } from '../../errors.ts';
import { baseName, joinPath } from '../../files/paths.ts';
import { quote } from '../../hosts/quote.ts';
import type { RestoreRun } from './run.ts';
import type { SourceFolder } from './source-folder.ts';
import { assertSpace, spaceNeeded } from './space.ts';
import { asItsRun, enter, inWorkspace, runIn, TAKEN_BACK, type Workspace } from './workspace.ts';

/** What can't be read or looked at is not as it was restored, either. */
const SAYS_CHANGED: ReadonlySet<ErrorCode> = new Set(['restore-mismatch', 'no-permission', 'command-failed']);

/**
 * Whether what an undo took back, of which people and services may have made more since it was restored, is still what
 * was restored: then the restore needs to send nothing.
 *
 * @param proven Reads all that is there, and throws where it isn't as it was saved.
 */
export async function isAsRestored(
  run: RestoreRun,
  workspace: Workspace,
  proven: () => Promise<void>,
): Promise<boolean> {
  try {
    await proven();
  } catch (error) {
    if (error instanceof HoldfastError && SAYS_CHANGED.has(error.code) && !run.signal.aborted) return false;
    throw error;
  }
  await runIn(workspace, 'use what was undone', asItsRun(workspace, `rm -f ${TAKEN_BACK} journal`));
  return true;
}

/**
 * Gives what an undo took back another name, from which no restore goes on: what was changed there since it was
 * restored is nowhere else.
 *
 * @throws HoldfastError no-space if all of the restore doesn't fit beside it.
 */
export async function setAside(run: RestoreRun, workspace: Workspace, folder: SourceFolder): Promise<void> {
  const path = await toFreeName(workspace, baseName(workspace.path));
  const shown = display(path);
  run.reporter.onWarning(
    `What an undo took back was changed after it had been restored: it is kept in "${shown}", and this restore sends all anew. Look whether you miss anything in it; then free the space: rm -rf -- ${display(quote(path) as ByteString)}`,
  );
  await spaceNeeded(folder, {
    repository: run.repository,
    makesHoles: run.facts.unpacker.makesHoles,
    check: (needed) => assertSpace(workspace.home, needed, run.host.name),
  });
}

/**
 * Renames a workspace beside its old name: to `name`, or the next free one (`NAME-2`), from which nothing goes on.
 * @param before Shell lines that are run in it first.
 * @returns Where it is now.
 */
export async function toFreeName(
  workspace: Workspace,
  name: string,
  { before = '', after = '' } = {},
): Promise<ByteString> {
  const { home, path } = workspace;
  const body = `
${before}
(
${enter(home.physical, home.identity)}
wanted=${quote(fromText(name))}
name=$wanted
n=1
while [ -e "$name" ] || [ -L "$name" ]; do n=$((n + 1)); name=$wanted-$n; done
mv -- ${quote(`./${baseName(path)}` as ByteString)} "./$name" && echo "$name"
) || exit $?
${after}`;
  const given = fromBytes(await runIn(workspace, 'rename the undo folder', inWorkspace(workspace, body)));
  return joinPath(home.physical, given.trimEnd() as ByteString);
}
