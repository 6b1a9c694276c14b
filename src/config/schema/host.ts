import { HoldfastError } from '../../errors.ts';
import { parseHostAddress, parseSshAddress } from '../../hosts/address.ts';
import { parseContainerAddress } from '../../hosts/container-address.ts';
import { z } from '../../schema.ts';
import { becomeOf, sshClientOf } from '../../settings/host-access.ts';
import { checked, line, lines, NAME, secret, section, shownKey } from './check.ts';

const fields = section({
  address: checked(line('Where it is: `local` (the runner), or `ssh://user@host:port`.'), parseHostAddress),
  name: z
    .string('expected text')
    .regex(NAME, 'expected 1 to 64 letters, digits, dots, dashes or underscores')
    .describe('Host name to record in snapshots. Default: its name in this file.')
    .optional(),
  identity: secret('Private SSH key. Default: the agent’s keys.').optional(),
  'identity-passphrase': secret('Passphrase of the private key.').optional(),
  'ssh-password': secret('Password to log in with, where the host takes no key.').optional(),
  'known-hosts': z
    .string('expected text')
    .min(1, 'expected text, it is empty')
    .describe(
      'The host’s pinned key: known_hosts lines, a `SHA256:…` fingerprint, a file, or a reference `env:NAME`. A host whose key is not pinned is refused.',
    )
    .optional(),
  jump: lines('Hosts to go through, outermost first.', 'Such as `ssh://user@host:port`.')
    .superRefine((hosts, context) => {
      for (const [i, host] of hosts.entries()) addIssueOf(() => parseSshAddress(host), context, [i]);
    })
    .optional(),
  become: checked(line('`sudo`: run everything on the host as root.'), (text) =>
    becomeOf(text, shownKey('become')),
  ).optional(),
  'ssh-client': checked(
    line('`ssh2` (built in, the default), or `openssh`: the runner’s own ssh with its configuration.'),
    (text) => sshClientOf(text, shownKey('ssh-client')),
  ).optional(),
  container: checked(
    line(
      'The files are in a container on that host: `docker:NAME`, `podman:NAME`, `compose:PROJECT/SERVICE`.',
    ),
    parseContainerAddress,
  ).optional(),
});

export type HostSection = z.output<typeof fields>;

/** One host, and the way to it. */
export const hostSection = fields;

/** What `parse` throws, as an issue at `path` below. */
export function addIssueOf(
  parse: () => unknown,
  context: { addIssue(issue: { code: 'custom'; message: string; path?: PropertyKey[] }): void },
  path: PropertyKey[],
): void {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    context.addIssue({ code: 'custom', message: error.message, path });
  }
}
