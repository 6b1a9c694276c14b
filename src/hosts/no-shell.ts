import { setTimeout as sleep } from 'node:timers/promises';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import { endedWith } from './exit-status.ts';
import type { ExitStatus } from './host.ts';
import { displayTail } from './output-tail.ts';
import { NoPreambleError } from './preamble.ts';
import type { Channel } from './transport.ts';

const EXIT_WAIT_MS = 2000;

/** Why a script's preamble didn't come, as an error for a person. */
export async function explainNoShell(
  host: string,
  become: 'sudo' | undefined,
  channel: Channel,
  outcomes: readonly PromiseSettledResult<unknown>[],
): Promise<HoldfastError> {
  let exit: ExitStatus | null;
  try {
    exit = await Promise.race([channel.exit, sleep(EXIT_WAIT_MS, null, { ref: false })]);
  } catch (error) {
    return asHoldfastError(error) ?? new HoldfastError('host-unreachable', String(error), { cause: error });
  }
  const said = outcomes
    .map((outcome) =>
      outcome.status === 'rejected' && outcome.reason instanceof NoPreambleError ? outcome.reason.seen : null,
    )
    .filter((seen) => seen !== null);
  const ended = `${exit === null ? 'still runs' : endedWith(exit)}${displayTail(Buffer.concat(said))}`;
  if (become === 'sudo') return explainNoSudo(host, ended);
  return new HoldfastError(
    'host-unsupported',
    `Cannot start a shell on "${host}": the login ${ended}, expected it to run "sh". ` +
      'Give the user a login shell and no forced command.',
  );
}

function explainNoSudo(host: string, ended: string): HoldfastError {
  return new HoldfastError(
    'no-permission',
    `Cannot become root on "${host}": "sudo -n" ${ended}, expected it to run "sh" without a password. ` +
      'Give the user a NOPASSWD rule in sudoers, or leave become out.',
  );
}
