import { parseChoice } from '../choice.ts';
import type { ConnectOptions } from './connect-options.ts';

/** @throws HoldfastError bad-input. */
export function sshClientOf(text: string | null | undefined, name: string): ConnectOptions['client'] {
  return text == null ? 'ssh2' : parseChoice(text, name, ['ssh2', 'openssh']);
}

/** @throws HoldfastError bad-input. */
export function becomeOf(text: string | null | undefined, name: string): ConnectOptions['become'] {
  return text == null ? undefined : parseChoice(text, name, ['sudo']);
}
