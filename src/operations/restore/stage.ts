import type { ByteString } from '../../bytestring.ts';
import { joinPath } from '../../files/paths.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import { afterFailure, removeStaged } from './after-failure.ts';
import { closeModes } from './close-modes.ts';
import { settleTimes } from './doubtful-times.ts';
import { RestoreMismatch } from './faults.ts';
import { canReadHere, FilesHere } from './files-here.ts';
import { fill } from './fill.ts';
import type { GroupsOnMount } from './groups.ts';
import { placesOf, stagedFolder } from './groups.ts';
import { listFolder } from './list-folder.ts';
import type { Need } from './need.ts';
import type { RestoreRun } from './run.ts';
import { settingsOf } from './settings.ts';
import type { SourceFolder } from './source-folder.ts';
import type { StagedNodes } from './staged-nodes.ts';
import { nodesTakenBy } from './taken-attributes.ts';
import { isAsRestored, setAside } from './taken-back.ts';
import { type Leftovers, lookAtLeftovers, verifyMetadata } from './verify.ts';
import { verifyAttributes } from './verify-attributes.ts';
import { verifyContents } from './verify-contents.ts';
import { asItsRun, openWorkspace, runIn, type Workspace } from './workspace.ts';
import { WriteBackAhead } from './write-back.ts';

const NEW = 'new' as ByteString;

/**
 * Fills a workspace with all that `groups` place, and proves that it is there. What an earlier run left is used.
 * When it fails, the workspace stays for the next run, unless the filesystem is full.
 */
export async function stage(run: RestoreRun, groups: GroupsOnMount): Promise<Workspace> {
  const workspace = await open(run, groups);
  if (!workspace.isTakenBack) return stageIn(run, workspace, groups);
  const folder = stagedFolder(groups.groups);
  if (await isAsRestored(run, workspace, () => proveTakenBack(run, workspace, folder))) return workspace;
  await setAside(run, workspace, folder);
  return stageIn(run, await open(run, groups), groups);
}

async function proveTakenBack(run: RestoreRun, workspace: Workspace, folder: SourceFolder): Promise<void> {
  const { signal } = run;
  const nodes = await nodesTakenBy(run, workspace);
  if (!nodes.isNeverOpen)
    await runIn(workspace, 'open what was undone', asItsRun(workspace, `${REOPEN}\n${REOPEN_FILES}`), {
      signal,
    });
  await verify(run, workspace, { folder, nodes }, new Map());
  await closeModes(workspace, folder, { nodes, signal });
}

function open(run: RestoreRun, { home }: GroupsOnMount): Promise<Workspace> {
  const onWarning = (message: string) => run.reporter.onWarning(message);
  const settings = settingsOf(run.options);
  return openWorkspace(run.host, home, { key: run.key, settings, signal: run.signal, onWarning });
}

async function stageIn(run: RestoreRun, workspace: Workspace, { groups }: GroupsOnMount): Promise<Workspace> {
  const { options, signal } = run;
  const isVerified = options.verify || workspace.isLeftToVerify;
  // Files that we read ourselves are compared blob by blob.
  const hashes = isVerified && !canReadHere(run.host, run.repository) ? new Map<ByteString, Buffer>() : null;
  const folder = stagedFolder(groups);
  const writeBack = new WriteBackAhead(workspace, run.counts.bytes, signal);
  try {
    const nodes = await nodesTakenBy(run, workspace);
    const staged = { folder, nodes };
    const need = workspace.wasThere ? await resume(run, workspace, staged) : 'all';
    const filling = { ...staged, hashes, placeOf: placesOf(groups), isVerified, writeBack };
    const { leftToVerify } = await fill(run, workspace, { ...filling, need });
    writeBack.lookAtRest(run.counts.bytes);
    if (isVerified) await verify(run, workspace, staged, hashes ?? new Map()).catch(sendAgain);
    await closeModes(workspace, folder, { nodes, signal: run.signal });
    await writeBack.end();
    return workspace;

    /** Once more by the way on which each blob is looked at before it is sent, and for another place of it if it isn't whole. */
    async function sendAgain(error: unknown): Promise<void> {
      if (!leftToVerify || !(error instanceof RestoreMismatch)) throw error;
      run.reporter.onWarning(AGAIN);
      const missing = await withoutFaults(run, workspace, staged, error.paths);
      await fill(run, workspace, { ...filling, need: missing, isAgain: true });
      await verify(run, workspace, staged, hashes ?? new Map());
    }
  } catch (error) {
    await writeBack.end().catch(() => {});
    throw await afterFailure(workspace, error);
  }
}

const AGAIN =
  "Some of what was written isn't what was saved. It is read from the repository and written once more.";

interface Staged {
  readonly folder: SourceFolder;
  readonly nodes: StagedNodes;
}

/** Contents are read while all else is compared: the one keeps the host busy, the other us. */
async function verify(
  run: RestoreRun,
  workspace: Workspace,
  staged: Staged,
  hashes: ReadonlyMap<ByteString, Buffer>,
): Promise<void> {
  run.startVerifying();
  // The listing goes by the path: make sure that it is still this workspace's.
  if (!isStillOursHere(workspace, run.repository))
    await runIn(workspace, 'verify what was restored', asItsRun(workspace, ':'), { signal: run.signal });
  const failed = new AbortController();
  const contents = verifyContents(workspace, staged.folder, {
    repository: run.repository,
    hashTools: run.facts.hashTools,
    hashes,
    onVerified: (files, bytes) => run.onVerified(files, bytes),
    signal: AbortSignal.any([run.signal, failed.signal]),
  });
  contents.catch(() => {}); // met below, when the rest is known
  try {
    await verifyAllElse(run, workspace, staged);
  } catch (error) {
    // What isn't a file, where one is expected, may be read for ever; and what is missing is told better by this error.
    failed.abort();
    await contents.catch(() => {});
    throw error;
  }
  await contents;
}

/** Asked without a command; where it is not so, a command says why. */
function isStillOursHere(workspace: Workspace, repository: BlobSource): boolean {
  const here = FilesHere.open(workspace, repository);
  const isOurs = here?.isStillOf(workspace) === true;
  here?.close();
  return isOurs;
}

async function verifyAllElse(run: RestoreRun, workspace: Workspace, staged: Staged): Promise<void> {
  await settleTimes(run, workspace, await verifyMetadata(stagedTree(run, workspace, staged)));
  if (run.source.traits.attributes.size > 0) await checkAttributes(run, workspace, staged);
}

async function checkAttributes(
  run: RestoreRun,
  workspace: Workspace,
  { folder, nodes }: Staged,
): Promise<void> {
  const { reader, hasGetfattr } = run.facts;
  const onWarning = (message: string) => run.reporter.onWarning(message);
  await verifyAttributes(workspace, folder, { reader, hasGetfattr, nodes, onWarning, signal: run.signal });
}

function stagedTree(run: RestoreRun, { host, path }: Workspace, { folder, nodes }: Staged) {
  const staged = joinPath(path, NEW);
  const { reader, unpacker } = run.facts;
  const listing = listFolder(host, staged, { reader, signal: run.signal });
  return { path: staged, folder, owners: run.owners, nodes, isTime: unpacker.isTime, listing };
}

/** Without these rights nobody but root could go on in a folder that was closed already. */
const REOPEN = 'find new -type d ! -perm -700 -exec chmod u+rwx {} +';

const REOPEN_FILES = 'find new -type f ! -perm -400 -exec chmod u+r {} +';

async function resume(run: RestoreRun, workspace: Workspace, staged: Staged): Promise<Need> {
  const { need, kept } = await clearLeftovers(run, workspace, staged);
  run.resumed.files += kept.files;
  run.resumed.bytes += kept.bytes;
  return need;
}

/** What is to be sent again; `faults`: what differs, null if that is too much to say. */
async function withoutFaults(
  run: RestoreRun,
  workspace: Workspace,
  staged: Staged,
  faults: readonly ByteString[] | null,
): Promise<Need> {
  if (faults === null) return 'all';
  await removeStaged(workspace, faults, run.signal);
  return (await clearLeftovers(run, workspace, staged)).need;
}

async function clearLeftovers(run: RestoreRun, workspace: Workspace, staged: Staged): Promise<Leftovers> {
  await runIn(workspace, 'open what an earlier run left', asItsRun(workspace, REOPEN), {
    signal: run.signal,
  });
  const found = await lookAtLeftovers(stagedTree(run, workspace, staged));
  if (found.strange.length > 0) await removeStaged(workspace, found.strange, run.signal);
  return found;
}
