import { HoldfastError } from '../errors.ts';
import type { ConnectOptions } from '../hosts/connect-options.ts';

/** @throws HoldfastError bad-input. */
export function sshClientOf(text: string | null | undefined, name: string): ConnectOptions['client'] {
  if (text == null || text === 'ssh2') return 'ssh2';
  if (text === 'openssh') return 'openssh';
  throw badValue(name, text, 'ssh2 (built in) or openssh (the system’s ssh with your own configuration)');
}

/** @throws HoldfastError bad-input. */
export function becomeOf(text: string | null | undefined, name: string): ConnectOptions['become'] {
  if (text == null) return undefined;
  if (text === 'sudo') return 'sudo';
  throw badValue(name, text, 'sudo');
}

function badValue(name: string, actual: string, expected: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(actual)}, expected ${expected}.`,
  );
}
