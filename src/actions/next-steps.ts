import { fromText } from '../bytestring.ts';
import { asHoldfastError, type ErrorCode } from '../errors.ts';
import { quote } from '../hosts/quote.ts';

/**
 * What a person does next after a failure, by its code. `commands` are lines for a shell where `RESTIC_REPOSITORY` and
 * `RESTIC_PASSWORD_FILE` are set; `advice` is a sentence in Markdown.
 */
export interface NextSteps {
  readonly advice: string;
  readonly commands: readonly string[];
}

const STEPS: Partial<Record<ErrorCode, NextSteps>> = {
  'bad-input': { advice: 'Correct the inputs of the step, then run the job again.', commands: [] },
  'repository-missing': {
    advice:
      'Check the input `repository`. If this is the first backup, make the repository once, from anywhere that reaches it:',
    commands: ['holdfast init'],
  },
  'wrong-password': {
    advice:
      'Check the secret behind the input `password`. Which keys the repository has, and whether yours opens it:',
    commands: ['holdfast key list'],
  },
  locked: {
    advice: 'Another run uses the repository. Wait for it, set `retry-lock: 30m`, or, if it was cut off:',
    commands: ['holdfast unlock'],
  },
  'repository-damaged': {
    advice:
      'Find out how far the damage goes before anything else, and keep a copy of the repository as it is:',
    commands: ['holdfast check --read-data'],
  },
  'host-unreachable': {
    advice:
      'See whether the runner can reach the host at all: its address, port and firewall. Then run the job again.',
    commands: [],
  },
  'host-key-unknown': {
    advice:
      'Compare the fingerprint in the message with the host’s own, on the host; if they agree, put it into the input `known-hosts`:',
    commands: ['ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub'],
  },
  'host-key-mismatch': {
    advice:
      'Either the host was set up anew, or somebody stands between. Compare the fingerprint on the host itself before you change `known-hosts`:',
    commands: ['ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub'],
  },
  'host-login-refused': {
    advice:
      'Check the user in `on` and what it logs in with. The public half of the key in `identity` must stand in that user’s `~/.ssh/authorized_keys`; a password in `ssh-password` helps only where the server takes passwords.',
    commands: [],
  },
  'no-space': {
    advice: 'Make room where the message says, then run the job again: what is stored already is reused.',
    commands: [],
  },
  'command-failed': {
    advice: 'Run the command by hand on the host to see why it fails, then run the job again.',
    commands: [],
  },
  'restore-mismatch': {
    advice: 'See whether the repository itself is whole:',
    commands: ['holdfast check --read-data'],
  },
  cancelled: {
    advice: 'Run the job again when you are ready: what is stored already is reused.',
    commands: [],
  },
};

const DEFAULT: NextSteps = { advice: 'Follow the message above, then run the job again.', commands: [] };

export function nextSteps(error: unknown): NextSteps {
  const known = asHoldfastError(error);
  return (known === null ? undefined : STEPS[known.code]) ?? DEFAULT;
}

/** The commands with the lines that they need before them: those for the host itself need none. */
export function withEnvironment(commands: readonly string[], repository: string | null): string[] {
  const usesRepository = commands.some((command) => command.startsWith('holdfast '));
  return usesRepository ? [...shellEnvironment(repository), ...commands] : [...commands];
}

/** The lines before commands on a repository. */
export function shellEnvironment(repository: string | null): string[] {
  return repository === null ? [] : [`export RESTIC_REPOSITORY=${quote(fromText(repository))}`];
}
