import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { RestoreMismatch } from './faults.ts';
import { removeWorkspace } from './swaps.ts';
import { asItsRun, runIn, type Workspace } from './workspace.ts';

/** Says what is left of a run that failed before its swap began, and lets go of what must not stay. */
export async function afterFailure(workspace: Workspace, error: unknown): Promise<unknown> {
  if (!(error instanceof HoldfastError)) return error;
  const where = `"${display(workspace.path)}" on ${workspace.host.name}`;
  const left = await whatIsLeft(workspace, error).catch(
    () => `What was sent so far lies in ${where}: remove it.`,
  );
  const kept = `What was sent so far is kept in ${where}: the same restore goes on from there; remove the folder if you don't want that.`;
  const note = left === null ? kept : left;
  return new HoldfastError(error.code, `${error.message} Nothing that stood there was touched. ${note}`, {
    cause: error,
  });
}

/** Null: all of it. */
async function whatIsLeft(workspace: Workspace, error: HoldfastError): Promise<string | null> {
  if (error.code === 'no-space') {
    await removeWorkspace(workspace);
    return 'What was sent so far was removed again, for a full filesystem stops what runs there.';
  }
  if (!(error instanceof RestoreMismatch)) return null;
  // A file that has its size and its time passes for complete: the next run would find the same fault again.
  if (error.paths === null) {
    await removeWorkspace(workspace);
    return 'All that was sent was removed again.';
  }
  await removeStaged(workspace, error.paths);
  return 'What differs was removed again, and the rest of what was sent is kept: the same restore goes on from there.';
}

/** Removes entries of a staging folder, named as it or a listing names them. */
export async function removeStaged(
  workspace: Workspace,
  paths: readonly ByteString[],
  signal?: AbortSignal,
): Promise<void> {
  const root = `${workspace.path}/`;
  const names = paths.map((path) => (path.startsWith(root) ? path.slice(root.length) : path));
  const inside = names.filter((name) => name.startsWith('new/'));
  const stdin = Buffer.from(inside.map((name) => `./${name}\0`).join(''), 'latin1');
  const script = asItsRun(workspace, 'xargs -0 -r rm -rf --');
  await runIn(workspace, 'remove what is not as it was saved', script, { stdin, signal });
}
