import { closeSync, constants, fstatSync, openSync, unlinkSync } from 'node:fs';
import type { NewFile } from '../../repository/write-files.ts';
import type { FilesHere } from './files-here.ts';
import type { Workspace } from './workspace.ts';

/** Below it all is made by this run. */
const STAGED_AT = 'new';
const TRIAL = 'trial-of-files';
const MAKE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
const ALL = 0o777;

/**
 * What files have as soon as they are made in a workspace, by its filesystem, the umask and who we are: it is tried. All folders in it
 * are made by us, and closed after their files. Null where that isn't so, for an earlier run left some; and where modes are
 * something else.
 */
export function newFileIn({ wasThere }: Workspace, here: FilesHere): NewFile | null {
  if (wasThere) return null;
  try {
    const none = made(`${here.folder}/${STAGED_AT}/${TRIAL}`, 0);
    const all = made(`${here.folder}/${STAGED_AT}/${TRIAL}`, ALL);
    return none.permissions === 0 ? all : null;
  } catch {
    return null; // who writes there says why
  }
}

function made(path: string, permissions: number): NewFile {
  const file = openSync(path, MAKE, permissions);
  try {
    const { uid, gid, mode } = fstatSync(file);
    return { owner: { uid, gid }, permissions: mode & ALL };
  } finally {
    closeSync(file);
    unlinkSync(path);
  }
}
