import type { ServerHostKeyAlgorithm } from 'ssh2';
import { HoldfastError } from '../errors.ts';
import { changedHostKey, revokedHostKey, unknownHostKey } from './host-key-errors.ts';
import { type HostKey, judgeHostKey, type KnownHosts, parseHostKey } from './known-hosts.ts';
import { type Hop, type OpenOptions, SshConnection } from './ssh-connection.ts';
import { NoSuchHostKeyError, unreachable } from './ssh-errors.ts';

/** How a server may prove that it has a key of a type; the best first. SHA-1 (`ssh-rsa`) isn't among them. */
const ALGORITHMS: readonly (readonly [keyType: string, ...ServerHostKeyAlgorithm[]])[] = [
  ['ssh-ed25519', 'ssh-ed25519'],
  ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp256'],
  ['ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp384'],
  ['ecdsa-sha2-nistp521', 'ecdsa-sha2-nistp521'],
  ['ssh-rsa', 'rsa-sha2-512', 'rsa-sha2-256'],
];

/**
 * Connects to a hop whose host key is pinned. A server has keys of several types and shows the first that we offer to
 * take: we offer the pinned types, and for a fingerprint, which says no type, each type in turn.
 *
 * @throws HoldfastError host-key-unknown, host-key-mismatch (revoked too), what SshConnection.open throws.
 */
export async function openPinned(
  known: KnownHosts,
  isDestination: boolean,
  options: Omit<OpenOptions, 'hostKeyAlgorithms' | 'verifyHostKey'>,
): Promise<SshConnection> {
  const { hop } = options;
  const pinned = known.lookUp(hop.host, hop.port, { isDestination });
  const seen: HostKey[] = [];
  const verifyHostKey = (blob: Buffer) => {
    const key = parseHostKey(blob);
    if (key === null) throw unreachable(hop.name, 'its host key is damaged');
    const verdict = judgeHostKey(key, pinned);
    if (verdict === 'revoked') throw revokedHostKey(hop, key);
    if (verdict === 'unknown') throw unknownHostKey(hop, key, known.notes);
    if (verdict === 'trusted') return;
    seen.push(key);
    throw changedHostKey(hop, seen, pinned);
  };
  let failure: unknown;
  for (const hostKeyAlgorithms of rounds(
    new Set(pinned.keys.map((key) => key.type)),
    pinned.fingerprints.length,
  )) {
    try {
      return await SshConnection.open({ ...options, hostKeyAlgorithms, verifyHostKey });
    } catch (error) {
      if (!mayHaveAnotherKey(error, pinned.fingerprints.length)) throw error;
      if (!(error instanceof NoSuchHostKeyError)) failure = error;
    }
  }
  throw failure ?? noKeyInCommon(hop);
}

/** What to offer, try after try. The last tries of pinned keys are made to see what the server has instead. */
function rounds(pinnedTypes: ReadonlySet<string>, fingerprints: number): ServerHostKeyAlgorithm[][] {
  if (fingerprints > 0) return ALGORITHMS.map(([, ...algorithms]) => algorithms);
  const isPinned = ([type]: readonly [string, ...unknown[]]) => pinnedTypes.has(type);
  const offer = (types: typeof ALGORITHMS) => types.flatMap(([, ...algorithms]) => algorithms);
  return [offer(ALGORITHMS.filter(isPinned)), offer(ALGORITHMS.filter((type) => !isPinned(type)))].filter(
    (algorithms) => algorithms.length > 0,
  );
}

function mayHaveAnotherKey(error: unknown, fingerprints: number): boolean {
  if (error instanceof NoSuchHostKeyError) return true;
  return fingerprints > 0 && error instanceof HoldfastError && error.code === 'host-key-mismatch';
}

function noKeyInCommon(hop: Hop): HoldfastError {
  const types = ALGORITHMS.map(([type]) => type).join(', ');
  return unreachable(hop.name, `it has no host key of a type that we know (${types})`);
}
