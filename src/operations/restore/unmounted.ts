import { type ByteString, display } from '../../bytestring.ts';
import { asHoldfastError } from '../../errors.ts';
import { parentPath } from '../../files/paths.ts';
import type { RestoreRun } from './run.ts';

const MAX_NAMED = 5;

/**
 * Tells, before anything is written, of folders that were filesystems of their own and are none at the destination: a server that was
 * made anew has its disks mounted, or else all goes to the one that its root is on.
 */
export async function tellUnmounted({ source, destination, host, reporter }: RestoreRun): Promise<void> {
  const points = source.traits.mountPoints;
  try {
    await destination.lookAt(points.flatMap((path) => [parentPath(path), path]));
  } catch (error) {
    if (asHoldfastError(error)?.code === 'no-permission') return; // nobody may look, and a restore needn't
    throw error;
  }
  const device = (path: ByteString) => destination.entry(path)?.device;
  const missing = points.filter((path) => [undefined, device(parentPath(path))].includes(device(path)));
  if (missing.length === 0) return;
  const more = missing.length > MAX_NAMED ? `, and ${missing.length - MAX_NAMED} more` : '';
  const named = missing.slice(0, MAX_NAMED).map((path) => `"${display(path)}"`);
  reporter.onWarning(
    `Filesystems of their own were mounted at ${named.join(', ')}${more}, and none are on ${host.name}: what they held goes to the filesystem ` +
      'around them. If their disks are still to come, mount them first and restore again.',
  );
}
