import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import ssh2, { type AnyAuthMethod, type ParsedKey } from 'ssh2';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { ConnectOptions } from './connect-options.ts';
import { readIdentity } from './identity.ts';

/**
 * The ways to log in as `user`, in the order they are tried: the identity, the agent, the password. With none of
 * them given: the agent of the environment and the user's own keys, as ssh does it.
 *
 * @throws HoldfastError bad-input for a private key that can't be read.
 */
export async function loginMethods(user: string, options: ConnectOptions): Promise<AnyAuthMethod[]> {
  const { identity, agent, password } = options;
  const isGiven = identity !== undefined || agent !== undefined || password !== undefined;
  const keys = isGiven ? await givenKey(options) : await ownKeys();
  const agentSocket = isGiven ? agent : process.env['SSH_AUTH_SOCK'];
  const methods: AnyAuthMethod[] = keys.map((key) => ({ type: 'publickey', username: user, key }));
  if (agentSocket) methods.push({ type: 'agent', username: user, agent: agentSocket });
  if (password !== undefined) methods.push(...byPassword(user, password));
  if (methods.length > 0) return methods;
  throw new HoldfastError(
    'bad-input',
    `Cannot log in as "${displayText(user)}": there is no private key, agent or password, expected one. ` +
      'Give an identity or a password.',
  );
}

async function givenKey({ identity, passphrase }: ConnectOptions): Promise<ParsedKey[]> {
  if (identity === undefined) return [];
  const { pem, source } = await readIdentity(identity);
  const key = parseKey(pem, passphrase);
  if (key instanceof Error) {
    throw new HoldfastError(
      'bad-input',
      `Cannot read the private key ${source}: ${displayText(key.message)}, expected an unencrypted key or one with ` +
        'its passphrase. Give the whole private key, with its passphrase if it has one.',
    );
  }
  return [key];
}

/**
 * Whether the private key is encrypted.
 * @param identity Its text or path.
 * @throws HoldfastError bad-input when the file can't be read.
 */
export async function needsPassphrase(identity: string): Promise<boolean> {
  const key = parseKey((await readIdentity(identity)).pem, undefined);
  return key instanceof Error && /no passphrase given/i.test(key.message);
}

const OWN_KEYS = ['id_ed25519', 'id_ecdsa', 'id_rsa'];

/** Those that can be read: an encrypted one is the agent's business. */
async function ownKeys(): Promise<ParsedKey[]> {
  const keys: ParsedKey[] = [];
  for (const name of OWN_KEYS) {
    const pem = await readFile(join(homedir(), '.ssh', name), 'utf8').catch(() => null);
    const key = pem === null ? null : parseKey(pem, undefined);
    if (key !== null && !(key instanceof Error)) keys.push(key);
  }
  return keys;
}

function parseKey(pem: string, passphrase: string | undefined): ParsedKey | Error {
  const parsed: ParsedKey | ParsedKey[] | Error = ssh2.utils.parseKey(pem, passphrase);
  const key = Array.isArray(parsed) ? (parsed[0] as ParsedKey) : parsed;
  return key instanceof Error || key.isPrivateKey() ? key : new Error('it is a public key');
}

/** Many servers ask for the password as a question, the only one that hides its answer. */
function byPassword(user: string, password: string): AnyAuthMethod[] {
  return [
    { type: 'password', username: user, password },
    {
      type: 'keyboard-interactive',
      username: user,
      prompt: (_name, _instructions, _language, prompts, finish) => {
        finish(prompts.map(({ echo }) => (echo === true ? '' : password)));
      },
    },
  ];
}
