import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { joinPath } from '../../files/paths.ts';
import type { GroupsOnMount } from './groups.ts';
import { stagedFolder } from './groups.ts';
import { listFolder } from './list-folder.ts';
import type { Need } from './need.ts';
import { receive } from './receive.ts';
import type { RestoreRun } from './run.ts';
import { sendOrder } from './send-order.ts';
import { removeWorkspace } from './swaps.ts';
import { lookAtLeftovers, verifyMetadata } from './verify.ts';
import { verifyContents } from './verify-contents.ts';
import { asItsRun, openWorkspace, runIn, type Workspace } from './workspace.ts';

const NEW = 'new' as ByteString;

/**
 * Fills a workspace with all that `groups` place, and proves that it is there. What an earlier run left is used.
 * When it fails, the workspace stays for the next run, unless the filesystem is full.
 */
export async function stage(run: RestoreRun, { home, groups }: GroupsOnMount): Promise<Workspace> {
  const workspace = await openWorkspace(run.host, home, run.key, run.signal);
  const hashes = new Map<ByteString, Buffer>();
  const folder = stagedFolder(groups);
  try {
    const need = workspace.wasThere ? await clearLeftovers(run, workspace, folder) : 'all';
    const windows = sendOrder(folder, need, { placeOf: (id) => run.repository.blobPlace('data', id) });
    await receive(workspace, windows, {
      repository: run.repository,
      owners: run.owners,
      sparse: true,
      counts: run.counts,
      hashes,
      onItem: ({ path }) => run.progress('restoring', path),
      onWarning: (message) => run.reporter.onWarning(message),
      signal: run.signal,
    });
    if (run.options.verify) await verify(run, workspace, folder, hashes);
    return workspace;
  } catch (error) {
    throw await afterFailure(workspace, error);
  }
}

async function verify(
  run: RestoreRun,
  workspace: Workspace,
  folder: ReturnType<typeof stagedFolder>,
  hashes: ReadonlyMap<ByteString, Buffer>,
): Promise<void> {
  run.startVerifying();
  // The listing goes by the path: make sure that it is still this workspace's.
  await runIn(workspace, 'verify what was restored', asItsRun(workspace, ':'), { signal: run.signal });
  await verifyMetadata(stagedTree(run, workspace, folder));
  await verifyContents(workspace, folder, {
    repository: run.repository,
    hashing: run.facts.hashing,
    hashes,
    onVerified: (files, bytes) => run.onVerified(files, bytes),
    signal: run.signal,
  });
}

function stagedTree(run: RestoreRun, { host, path }: Workspace, folder: ReturnType<typeof stagedFolder>) {
  const staged = joinPath(path, NEW);
  const listing = listFolder(host, staged, { signal: run.signal });
  return { path: staged, folder, owners: run.owners, listing };
}

/** Without these rights nobody but root could go on in a folder that was closed already. */
const REOPEN = 'find new -type d ! -perm -700 -exec chmod u+rwx {} +';

async function clearLeftovers(
  run: RestoreRun,
  workspace: Workspace,
  folder: ReturnType<typeof stagedFolder>,
): Promise<Need> {
  await runIn(workspace, 'open what an earlier run left', asItsRun(workspace, REOPEN), {
    signal: run.signal,
  });
  const { need, strange } = await lookAtLeftovers(stagedTree(run, workspace, folder));
  if (strange.length > 0) {
    const stdin = Buffer.from(
      strange.map((path) => `.${path.slice(workspace.path.length)}\0`).join(''),
      'latin1',
    );
    const script = asItsRun(workspace, 'xargs -0 -r rm -rf --');
    await runIn(workspace, 'remove what an earlier run left', script, { stdin, signal: run.signal });
  }
  return need;
}

/** Says what is left of a failed run, and lets go of what would stop the host. */
async function afterFailure(workspace: Workspace, error: unknown): Promise<unknown> {
  if (!(error instanceof HoldfastError)) return error;
  const where = `"${display(workspace.path)}" on ${workspace.host.name}`;
  if (error.code !== 'no-space') {
    const note = `Nothing that stood there was touched. What was sent so far is kept in ${where}: the same restore goes on from there; remove the folder if you don't want that.`;
    return new HoldfastError(error.code, `${error.message} ${note}`, { cause: error });
  }
  const removed = await removeWorkspace(workspace).then(
    () => 'What was sent so far was removed again, for a full filesystem stops what runs there.',
    () => `What was sent so far lies in ${where}: remove it.`,
  );
  return new HoldfastError(error.code, `${error.message} Nothing that stood there was touched. ${removed}`, {
    cause: error,
  });
}
