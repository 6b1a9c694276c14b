import type { ByteString } from '../bytestring.ts';
import type { Host } from '../hosts/host.ts';
import { type FileReader, GNU_READER } from './file-reader.ts';
import { fillIn } from './fill-in.ts';
import { listerOf } from './listers.ts';
import { type Look, look } from './look.ts';

export type { Look } from './look.ts';
export { saysVanished } from './tool-message.ts';

export interface LookOptions {
  /** Default: that of hosts with GNU's tools. */
  readonly reader?: FileReader | undefined;
  /** Look at what symlinks lead to, as if they were that. Default: at the symlinks themselves. */
  readonly followSymlinks?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks at `paths` (absolute, a few thousand at most) by one command, and one more if there are entries that it can't
 * tell all of (devices with GNU find, symlinks with stat).
 *
 * @throws HoldfastError command-failed if the command failed otherwise than by paths that can't be looked at, or gave
 *   no account of one.
 */
export async function lookAt(
  host: Host,
  paths: Iterable<ByteString>,
  { reader = GNU_READER, followSymlinks = false, signal }: LookOptions = {},
): Promise<Look> {
  const lister = listerOf(reader);
  const found = await look(host, lister, [...paths], { followSymlinks, signal });
  if (followSymlinks) return found;
  const { entries, failed } = await fillIn(host, [...found.entries.values()], { reader, signal });
  return {
    entries: new Map(entries.map((entry) => [entry.path, entry])),
    failures: new Map([...found.failures, ...failed]),
  };
}
