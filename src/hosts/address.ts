import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';

export interface SshAddress {
  /** Null: whatever the SSH client takes for the default. */
  readonly user: string | null;
  /** A name or an IP address, IPv6 without brackets. */
  readonly host: string;
  /** Null: 22, or what the system's ssh is configured to take. */
  readonly port: number | null;
}

export type HostAddress = 'local' | SshAddress;

const FORMS = 'expected "local" or "ssh://user@host:port"';

/**
 * `local`, or `ssh://[user@]host[:port]`, where an IPv6 address stands in brackets.
 * @throws HoldfastError bad-input with the value.
 */
export function parseHostAddress(address: string): HostAddress {
  return address === 'local' ? 'local' : parseSshAddress(address);
}

/** @throws HoldfastError bad-input with the value. */
export function parseSshAddress(address: string): SshAddress {
  const match = /^ssh:\/\/(?:([^@]*)@)?(\[[^\]]*\]|[^:[\]/]*)(?::([^:/]*))?\/?$/i.exec(address);
  if (match === null) throw badAddress(address, 'it has another form');
  const [, user = null, bracketed = '', port] = match;
  const host = bracketed.replace(/^\[|\]$/g, '');
  if (user?.includes(':')) throw badAddress(address, 'a password stands in it');
  if (user !== null) checkWord(address, 'user', user);
  checkWord(address, 'host', host);
  if (bracketed.startsWith('[') !== host.includes(':')) throw badAddress(address, 'only IPv6 has brackets');
  return { user, host, port: port === undefined ? null : parsePort(address, port) };
}

/** `ssh://user@host:port`, with the parts that are known. */
export function formatSshAddress({ user, host, port }: SshAddress): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `ssh://${user === null ? '' : `${user}@`}${name}${port === null ? '' : `:${port}`}`;
}

/** `address`, right or wrong, for people: what stands where some write a password (`user:password@`) becomes `…`. */
export function withoutPassword(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)?([^:@/]*):(?!\/\/).*@/is, '$1$2:…@');
}

/** A word that begins with `-` would be an option to the system's ssh. */
function checkWord(address: string, what: string, word: string): void {
  if (word === '') throw badAddress(address, `the ${what} is empty`);
  if (word.startsWith('-')) throw badAddress(address, `the ${what} begins with "-"`);
  if (!/^[\x21-\x7e]+$/.test(word) || /[/\\"'`$;&|<>(){}*?!#,]/.test(word)) {
    throw badAddress(address, `the ${what} holds a character that no ${what} has`);
  }
}

const MAX_PORT = 65_535;

function parsePort(address: string, text: string): number {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > MAX_PORT) throw badAddress(address, `the port isn't a number from 1 to ${MAX_PORT}`);
  return port;
}

function badAddress(address: string, actual: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot reach the host "${displayText(withoutPassword(address))}": ${actual}, ${FORMS}. Correct the address.`,
  );
}
