import { z } from '../schema.ts';
import { checked, each, line, lines, NAME, secret, section, shownKey } from '../section.ts';
import { parseHostAddress, parseSshAddress } from './address.ts';
import { parseContainerAddress } from './container-address.ts';
import { becomeOf, sshClientOf } from './host-access.ts';

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
  jump: each(
    lines('Hosts to go through, outermost first.', 'Such as `ssh://user@host:port`.'),
    parseSshAddress,
  ).optional(),
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
