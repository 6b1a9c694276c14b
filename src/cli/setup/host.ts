import { hostname } from 'node:os';
import { HoldfastError } from '../../errors.ts';
import { parseHostAddress, parseSshAddress } from '../../hosts/address.ts';
import type { HostSection } from '../../hosts/host-section.ts';
import { knownHostsLine } from '../../hosts/known-hosts.ts';
import { loadKnownHosts } from '../../hosts/load-known-hosts.ts';
import { NAME } from '../../section.ts';
import type { HostFlags } from '../flags.ts';
import type { Task } from '../task.ts';
import type { SetupFlags } from './flags.ts';
import type { Questions } from './questions.ts';

/** Variables that the workflows set, by what they hold. */
export const HOST_VARIABLES = {
  identity: 'BACKUP_SSH_KEY',
  passphrase: 'BACKUP_SSH_PASSPHRASE',
  password: 'BACKUP_SSH_PASSWORD',
} as const;

const SSH_PORT = 22;

/** Which host it is, as `--on` has it. */
export function askHost(questions: Questions, { on }: SetupFlags): Promise<string> {
  return questions.text({
    text: 'Where are the applications (ssh://user@host, or local)',
    flag: '--on',
    given: on,
    fallback: 'local',
    check: parseHostAddress,
  });
}

export function askHostName(questions: Questions, on: string, { name }: SetupFlags): Promise<string> {
  return questions.text({
    text: 'What is the host called in snapshots',
    flag: '--name',
    given: name,
    fallback: nameOf(on),
    check: (answer) => {
      if (!NAME.test(answer))
        throw new HoldfastError(
          'bad-input',
          `Cannot use ${JSON.stringify(answer)} as a name: expected 1 to 64 letters, digits, dots, dashes or underscores.`,
        );
    },
  });
}

function nameOf(on: string): string {
  const address = parseHostAddress(on);
  const host = address === 'local' ? hostname() : address.host;
  const isAddress = /^[\d.]+$|:/.test(host);
  const name = (isAddress ? host : (host.split('.')[0] ?? ''))
    .replace(/[^A-Za-z0-9._-]/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '');
  return name.slice(0, 64) || 'host';
}

/** The host as `backup.yml` has it: what was connected by, keys pinned, secrets by the names of their variables. */
export async function hostSectionOf({ flags }: Task<HostFlags>): Promise<HostSection> {
  const { on, jump, become, sshClient, container } = flags;
  if (parseHostAddress(on) === 'local') {
    return { address: 'local', ...optional({ become, container }) };
  }
  const isByPassword = flags.sshPasswordFile !== undefined;
  return {
    address: on,
    ...(isByPassword
      ? { 'ssh-password': `env:${HOST_VARIABLES.password}` }
      : { identity: `env:${HOST_VARIABLES.identity}` }),
    ...(flags.identityPassphraseFile === undefined
      ? {}
      : { 'identity-passphrase': `env:${HOST_VARIABLES.passphrase}` }),
    ...optional({ 'known-hosts': await pinnedKeys(flags) }),
    ...(jump.length === 0 ? {} : { jump: [...jump] }),
    ...optional({ become, container, 'ssh-client': sshClient === 'ssh2' ? undefined : sshClient }),
  };
}

/** The keys by which the host, and those on the way to it, were just known: of this machine's files nobody else has any. */
async function pinnedKeys({ on, jump, knownHosts }: HostFlags): Promise<string | undefined> {
  const known = await loadKnownHosts(knownHosts);
  const lines = [...jump, on].flatMap((address, i) => {
    const { host, port } = parseSshAddress(address);
    const isDestination = i === jump.length;
    const { keys, fingerprints } = known.lookUp(host, port ?? SSH_PORT, { isDestination });
    return [...fingerprints, ...keys.map((key) => knownHostsLine(host, port ?? SSH_PORT, key))];
  });
  return lines.length === 0 ? undefined : [...new Set(lines)].join('\n');
}

function optional<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
