import { connectHost } from '../hosts/connect.ts';
import type { Host } from '../hosts/host.ts';
import { becomeOf, sshClientOf } from '../settings/host-access.ts';
import type { HostFlags } from './flags.ts';
import { readSecretFile } from './password.ts';
import type { Task } from './task.ts';

/** Connects to the host that the flags name. The agent is the one that ssh would ask. */
export async function connect({ flags, terminal, signal }: Task<HostFlags>): Promise<Host> {
  const passphraseFile = flags.identityPassphraseFile;
  return connectHost(flags.on, {
    client: sshClientOf(flags.sshClient, '--ssh-client'),
    identity: flags.identity,
    passphrase:
      passphraseFile === undefined ? undefined : await readSecretFile(passphraseFile, 'the key’s passphrase'),
    knownHosts: flags.knownHosts,
    jump: flags.jump,
    become: becomeOf(flags.become, '--become'),
    agent: terminal.env['SSH_AUTH_SOCK'],
    signal,
  });
}
