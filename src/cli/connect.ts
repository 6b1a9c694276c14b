import { connectHost } from '../hosts/connect.ts';
import type { Host } from '../hosts/host.ts';
import { becomeOf, sshClientOf } from '../hosts/host-access.ts';
import { environmentSecret } from '../settings/secret.ts';
import type { HostFlags } from './flags.ts';
import { readSecretFile } from './password.ts';
import { askSecret, canAsk } from './prompt.ts';
import type { Task } from './task.ts';

/** Connects to the host that the flags name. The agent is the one that ssh would ask. */
export async function connect(task: Task<HostFlags>): Promise<Host> {
  const { flags, terminal, signal } = task;
  const client = sshClientOf(flags.sshClient, '--ssh-client');
  const password = client === 'ssh2' || flags.sshPasswordFile !== undefined ? await sshPassword(task) : null;
  return connectHost(flags.on, {
    client,
    identity: flags.identity,
    passphrase: await identityPassphrase(task),
    password: password ?? undefined,
    knownHosts: flags.knownHosts,
    jump: flags.jump,
    become: becomeOf(flags.become, '--become'),
    container: flags.container,
    // Servers let nobody try often: an agent's keys would use up the tries before the password's turn.
    agent: password === null ? terminal.env['SSH_AUTH_SOCK'] : undefined,
    signal,
  });
}

async function sshPassword({ flags, terminal: { env } }: Task<HostFlags>): Promise<string | null> {
  const file = flags.sshPasswordFile;
  if (file !== undefined) return readSecretFile(file, 'the SSH password');
  return environmentSecret(env['HOLDFAST_SSH_PASSWORD'], 'HOLDFAST_SSH_PASSWORD');
}

/** Asked for when the key needs one and somebody is there. */
async function identityPassphrase({ flags, terminal, signal }: Task<HostFlags>): Promise<string | undefined> {
  const { identity, identityPassphraseFile: file } = flags;
  if (file !== undefined) return readSecretFile(file, 'the key’s passphrase');
  if (identity === undefined || flags.on === 'local' || !canAsk(terminal)) return undefined;
  const { needsPassphrase } = await import('../hosts/identity.ts');
  if (!(await needsPassphrase(identity))) return undefined;
  return askSecret(terminal, 'enter passphrase of the private key: ', signal);
}
