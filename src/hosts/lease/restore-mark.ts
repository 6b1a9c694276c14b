import { HoldfastError } from '../../errors.ts';
import type { Host } from '../host.ts';
import { clearEarlier } from './earlier-lease.ts';
import { call } from './lease-call.ts';
import { enterFolder, type LeaseName, restoringFile } from './lease-scripts.ts';

/** Says on a host that an application is being put back. It stays where that didn't end well. */
export interface RestoreMark {
  /** Whether a restore before this one had left it. */
  readonly wasThere: boolean;
  remove(signal: AbortSignal): Promise<void>;
}

/**
 * Has an application kept from runs that would stop it and start it: what is half put back is no backup, and must not be started. One that an
 * earlier run left stopped is started first.
 * @throws HoldfastError locked: a run has it.
 */
export async function markRestore(
  host: Host,
  name: LeaseName,
  { onEarlier, signal }: { onEarlier: (log: readonly string[]) => void; signal: AbortSignal },
): Promise<RestoreMark> {
  const file = restoringFile(name);
  const script = `${enterFolder(name)}\n[ -e ${file} ] && echo old || { : >${file} && echo new; }`;
  const wasThere = (await call(host, script, 'note that it is restored', signal)).trim() === 'old';
  const remove = async (until: AbortSignal) => {
    await call(host, `${enterFolder(name)}\nrm -f ${file}`, 'note that it is restored', until);
  };
  try {
    await clearEarlier(host, name, { onEarlier, signal });
  } catch (error) {
    if (!wasThere) await remove(signal).catch(() => undefined);
    throw error;
  }
  return { wasThere, remove };
}

/** @throws HoldfastError locked: it is being put back, or a restore of it failed. */
export async function requireNoRestore(host: Host, name: LeaseName, signal: AbortSignal): Promise<void> {
  const script = `${enterFolder(name)}\n[ ! -e ${restoringFile(name)} ] || printf '%s\\n' "$PWD"`;
  const folder = (await call(host, script, 'look for a restore', signal)).trim();
  if (folder === '') return;
  throw new HoldfastError(
    'locked',
    `Cannot stop ${JSON.stringify(name.name)} on "${host.name}": it is being restored, or a restore of it was begun and didn't end well, expected neither: what is half ` +
      `put back is no backup. Wait until that is done, restore again, or remove ${folder}/${name.name}.restoring.`,
  );
}
