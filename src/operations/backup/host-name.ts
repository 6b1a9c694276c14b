import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { HostProbe } from '../../files/probe.ts';
import type { Host } from '../../hosts/host.ts';
import { THIS_MACHINE } from '../../hosts/local.ts';
import { quote } from '../../hosts/quote.ts';
import { isDamage } from '../../repository/damage.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import { targetOf } from '../../repository/tags.ts';
import { loadManifest } from './manifest.ts';

/** The host name to record: the one that was given, or the lasting one of a container, or what the host calls itself. */
export function hostnameOf(
  { recordedName }: Pick<Host, 'recordedName'>,
  { hostname }: { hostname: string | null },
  probe: Pick<HostProbe, 'hostname'>,
): string {
  return hostname ?? recordedName ?? probe.hostname;
}

/** Where a host is: its name without the user who logs in, and a container without the one that commands run as. */
export function reachedAt({ name }: Pick<Host, 'name'>): string {
  return name
    .replace(/ssh:\/\/[^/]*@/, 'ssh://')
    .replace(/^((?:podman-)?compose|docker|podman):[^@\s]*@/, '$1:');
}

/** Whether a host says itself what it is called: not one whose name is given, nor this machine. */
export function saysItsName(
  { name }: Pick<Host, 'name'>,
  { hostname }: { hostname: string | null },
): boolean {
  return hostname === null && name !== THIS_MACHINE;
}

/**
 * A host that says its own name may say another's, whose snapshots would then be compared with, forgotten beside, and followed by
 * those of a stranger. So that name is its own only while the newest snapshot of the name came from the same place.
 *
 * @param ofThatName Snapshots that have the name, oldest first. Those that don't say where they came from prove nothing.
 * @throws HoldfastError bad-input.
 */
export async function assertOwnName(
  repository: Pick<Repository, 'loadTree' | 'loadBlobs'>,
  ofThatName: readonly StoredSnapshot[],
  { hostname, reached }: { hostname: string; reached: string },
  signal: AbortSignal,
): Promise<void> {
  const newest = ofThatName.at(-1);
  const target = newest === undefined ? null : targetOf(newest.snapshot);
  if (newest === undefined || target === null) return;
  const before = placeIn(await loadManifest(repository, newest, target, signal).catch(nullIfDamaged));
  if (before === null || before === reached) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot back up ${displayText(reached)}: it calls itself "${hostname}", and so does ${displayText(before)}, of which snapshot ${newest.id.slice(0, 8)} is; ` +
      `expected each host to have a name of its own. If they are the same host, say so by --host ${quote(fromText(hostname))} (the input "host"); ` +
      'if not, give another name.',
  );
}

/** It is read before the packs are looked at, and what is lost must not keep it from being saved anew. */
function nullIfDamaged(error: unknown): null {
  if (isDamage(error)) return null;
  throw error;
}

function placeIn(manifest: Buffer | null): string | null {
  try {
    const { reached_at: place } = JSON.parse(manifest?.toString('utf8') ?? '{}');
    return typeof place === 'string' ? reachedAt({ name: place }) : null;
  } catch {
    return null; // a parent's is read anew, and told
  }
}
