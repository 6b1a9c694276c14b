import { lstat, mkdtemp, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tryWritingTo } from '../../archive/folder-store.ts';
import { directoryError } from '../../backends/directory-errors.ts';
import { redactUrl } from '../../backends/location.ts';
import { S3_SCHEME } from '../../backends/s3-url.ts';
import { displayText } from '../../bytestring.ts';
import { folderOf } from '../../drills/evidence-place.ts';
import { asHoldfastError, HoldfastError } from '../../errors.ts';
import { systemCode, systemErrorText } from '../../system-error.ts';
import { type EvidencePlace, locationOf } from '../evidence.ts';

/**
 * That what a drill attests can be kept is asked before it begins: it may take hours. A folder is written to as the evidence will be,
 * and nothing is left. In a bucket nothing is written, since a credential that may only create could not remove it: what a look
 * tells, counts (there is no such bucket, nobody answers); that one may not look says nothing.
 *
 * @throws HoldfastError no-permission, no-space, backend-failed, bad-input; cancelled.
 */
export async function requireEvidencePlace(place: EvidencePlace, signal: AbortSignal): Promise<void> {
  const location = locationOf(place);
  const folder = folderOf(location);
  try {
    await (folder === null ? lookAt(place, location, signal) : tryFolder(folder));
  } catch (cause) {
    signal.throwIfAborted();
    const shown = folder === null ? redactUrl(location) : displayText(folder);
    const advice = 'name another place (`evidence`), or keep none (`no-evidence`)';
    throw cannotBegin(`its evidence can't be kept in "${shown}"`, cause, advice);
  }
}

/**
 * The same of the folder, which is there, that later steps of a workflow find everything in.
 * @throws HoldfastError no-permission, no-space, backend-failed, bad-input.
 */
export async function requireOutputFolder(folder: string): Promise<void> {
  try {
    await tryWritingTo(folder);
  } catch (cause) {
    const what = `its files for later steps can't be written to "${displayText(folder)}"`;
    throw cannotBegin(what, cause, 'or set RUNNER_TEMP (TMPDIR) to another folder');
  }
}

async function lookAt(place: EvidencePlace, location: string, signal: AbortSignal): Promise<void> {
  const store = await place.open(location);
  try {
    if (location.startsWith(S3_SCHEME)) await store.list(signal)[Symbol.asyncIterator]().next();
  } catch (error) {
    if (asHoldfastError(error)?.code !== 'no-permission') throw error;
  } finally {
    await store.close();
  }
}

/** One that isn't there will be made: it is tried under another name, at which nobody else looks meanwhile. */
async function tryFolder(folder: string): Promise<void> {
  const there = await nearestThere(folder);
  if (there === folder) return tryWritingTo(folder);
  const trial = await mkdtemp(join(there, '.holdfast-evidence-'));
  try {
    await tryWritingTo(trial);
  } finally {
    await rmdir(trial);
  }
}

/** A link counts as there, wherever it leads. */
async function nearestThere(path: string): Promise<string> {
  try {
    await lstat(path);
    return path;
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return nearestThere(dirname(path));
  }
}

function cannotBegin(what: string, cause: unknown, advice: string): HoldfastError {
  const told = asHoldfastError(cause);
  const why = told?.message ?? `${systemErrorText(cause)}, expected a folder that takes new files.`;
  return new HoldfastError(
    told?.code ?? directoryError('', cause).code,
    `Cannot begin the drill: ${what}: ${why} Put that right, ${advice}. Nothing has been restored yet.`,
    { cause },
  );
}
