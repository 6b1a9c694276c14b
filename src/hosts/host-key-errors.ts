import { HoldfastError } from '../errors.ts';
import { fingerprintOf, type HostKey, knownHostsLine, type PinnedKeys } from './known-hosts.ts';

export interface SeenHost {
  /** `ssh://…`, for messages. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

export function unknownHostKey(seen: SeenHost, key: HostKey, notes: readonly string[]): HoldfastError {
  const ignored =
    notes.length === 0 ? '' : `Of the known hosts these lines say nothing: ${notes.join('; ')}. `;
  return new HoldfastError(
    'host-key-unknown',
    `Cannot trust the host key of "${seen.name}": it is ${key.type} ${fingerprintOf(key.blob)}, ` +
      `expected one that is pinned. ${ignored}If the host itself shows that fingerprint (ssh-keygen -lf ` +
      `/etc/ssh/ssh_host_*_key.pub), add this line to the known hosts: ` +
      `${knownHostsLine(seen.host, seen.port, key)}`,
  );
}

export function changedHostKey(seen: SeenHost, keys: readonly HostKey[], pinned: PinnedKeys): HoldfastError {
  const expected = [
    ...pinned.keys.map((key) => `${key.type} ${fingerprintOf(key.blob)}`),
    ...pinned.fingerprints,
  ];
  const actual = keys.map((key) => `${key.type} ${fingerprintOf(key.blob)}`);
  return new HoldfastError(
    'host-key-mismatch',
    `Cannot trust the host key of "${seen.name}": it is ${actual.join(', ')}, expected ${expected.join(' or ')}. ` +
      'Somebody may be in between: connect only after the host itself shows the new fingerprint, then replace the ' +
      'pinned one.',
  );
}

export function revokedHostKey(seen: SeenHost, key: HostKey): HoldfastError {
  return new HoldfastError(
    'host-key-mismatch',
    `Cannot trust the host key of "${seen.name}": ${key.type} ${fingerprintOf(key.blob)} is marked @revoked in the ` +
      'known hosts, expected a key that is not. Give the host a new key and pin that.',
  );
}
