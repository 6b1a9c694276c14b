import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import ssh2, { type AnyAuthMethod, type ParsedKey } from 'ssh2';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { ConnectOptions } from './connect-options.ts';
import { describeKey, parsePrivateKey, readIdentity } from './identity.ts';

/** The ways to log in, and what a person must know of them when none of them lets us in. */
export interface Login {
  /** In the order in which they are tried. Can be empty: then the server's refusal says what is missing. */
  readonly methods: readonly AnyAuthMethod[];
  /** The keys and passwords among them. */
  readonly offered: readonly Offer[];
  /** What one might think is tried, and why it isn't: `~/.ssh/id_rsa is encrypted`. */
  readonly notes: readonly string[];
  /** Path of the agent's socket. */
  readonly agent: string | null;
}

interface Offer {
  readonly kind: keyof typeof WAYS;
  /** `the key "/home/me/.ssh/id_rsa" (ssh-rsa SHA256:…)` */
  readonly shown: string;
}

/** SSH's words for the ways in which a key or a password can be offered. */
const WAYS = { key: ['publickey'], password: ['password', 'keyboard-interactive'] } as const;

/**
 * The ways to log in as `user`: the identity, the agent, the password. Without identity and password: the agent, then
 * the user's own keys, as ssh does it.
 *
 * @throws HoldfastError bad-input for a given private key that can't be read.
 */
export async function loginAs(user: string, options: ConnectOptions): Promise<Login> {
  const { identity, password } = options;
  const isGiven = identity !== undefined || password !== undefined;
  const agent = options.agent || (isGiven ? undefined : process.env['SSH_AUTH_SOCK']) || null;
  const byAgent: AnyAuthMethod[] = agent === null ? [] : [{ type: 'agent', username: user, agent }];
  const { keys, notes } = isGiven ? { keys: await givenKey(options), notes: [] } : await ownKeys();
  const byKey = keys.map(({ key }): AnyAuthMethod => ({ type: 'publickey', username: user, key }));
  const methods = isGiven ? [...byKey, ...byAgent] : [...byAgent, ...byKey];
  const offered: Offer[] = keys.map(({ key, source }) => ({
    kind: 'key',
    shown: `the key ${source} (${describeKey(key)})`,
  }));
  if (password !== undefined) {
    methods.push(...byPassword(user, password));
    offered.push({ kind: 'password', shown: 'the password' });
  }
  return { methods, offered, notes, agent };
}

interface SourcedKey {
  readonly key: ParsedKey;
  /** For messages. */
  readonly source: string;
}

async function givenKey({ identity, passphrase }: ConnectOptions): Promise<SourcedKey[]> {
  if (identity === undefined) return [];
  const { pem, source } = await readIdentity(identity);
  const key = parsePrivateKey(pem, passphrase);
  if (!('actual' in key)) return [{ key, source }];
  throw new HoldfastError(
    'bad-input',
    `Cannot use the private key ${source}: ${key.actual}, expected a private key that can be read. ${key.advice}`,
  );
}

const OWN_KEYS = ['id_ed25519', 'id_ecdsa', 'id_rsa'];

/** Those that can be read: an encrypted one is the agent's business. */
async function ownKeys(): Promise<{ keys: SourcedKey[]; notes: string[] }> {
  const keys: SourcedKey[] = [];
  const notes: string[] = [];
  for (const name of OWN_KEYS) {
    const pem = await readFile(join(homedir(), '.ssh', name), 'utf8').catch(() => null);
    if (pem === null) continue;
    const key = parsePrivateKey(pem, undefined);
    if ('actual' in key) notes.push(`~/.ssh/${name} is not tried: ${key.actual}`);
    else keys.push({ key, source: `~/.ssh/${name}` });
  }
  if (keys.length + notes.length === 0) notes.push(`none of ~/.ssh/${OWN_KEYS.join(', ')} is there`);
  return { keys, notes: ['no identity was given', ...notes] };
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

/**
 * Why `name` let nobody in, with all that was tried: the agent is asked how many keys it has.
 * @param takes See LoginRefusedError.
 */
export async function loginRefused(
  { name, user }: { readonly name: string; readonly user: string },
  login: Login,
  takes: readonly string[],
): Promise<HoldfastError> {
  const agent = await keysOfAgent(login.agent);
  const offered: Offer[] = [...login.offered];
  if (agent.count > 0) offered.push({ kind: 'key', shown: agent.described });
  const isWorthTelling = agent.count === 0 && (login.agent !== null || login.offered.length === 0);
  const notes = [...login.notes, ...(isWorthTelling ? [agent.described] : [])];
  const aside = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
  const who = `Cannot log in to "${name}" as "${displayText(user)}"`;
  if (offered.length === 0) {
    return new HoldfastError(
      'host-login-refused',
      `${who}: there is nothing to log in with${aside}, expected a private key or an agent that has one. Give the path ` +
        'or the text of a key (--identity, or the input `identity`).',
    );
  }
  const [kind] = (['password', 'key'] as const).filter((one) => isPointless(one, offered, takes));
  if (kind !== undefined) return pointless(who, kind, { offered, takes, aside });
  return new HoldfastError(
    'host-login-refused',
    `${who}: the server refused ${inWords(offered)}${aside}, expected one that it knows. Add the public key to ` +
      "that user's authorized_keys, or correct the user, the identity or the password.",
  );
}

/** Whether something of this kind was offered that no server takes which only takes the ways `takes`. */
function isPointless(kind: Offer['kind'], offered: readonly Offer[], takes: readonly string[]): boolean {
  const isOffered = offered.some((offer) => offer.kind === kind);
  return isOffered && takes.length > 0 && !WAYS[kind].some((way) => takes.includes(way));
}

function pointless(
  who: string,
  kind: Offer['kind'],
  { offered, takes, aside }: { offered: readonly Offer[]; takes: readonly string[]; aside: string },
): HoldfastError {
  const others = offered.filter((offer) => offer.kind !== kind);
  const refused = others.length === 0 ? '' : `, and it refused ${inWords(others)}`;
  const ways = takes.map(displayText).join(', ');
  return new HoldfastError(
    'host-login-refused',
    `${who}: the server offers no login with a ${kind}, expected one; it offers ${ways}${refused}${aside}. ${ADVICE[kind]}`,
  );
}

const ADVICE: Record<Offer['kind'], string> = {
  password:
    "Give a private key (--identity, or the input `identity`) whose public half is in that user's authorized_keys, or " +
    'have the server take passwords (PasswordAuthentication in its sshd_config).',
  key:
    'Give a password (--ssh-password-file, or the input `ssh-password`), or have the server take keys ' +
    '(PubkeyAuthentication in its sshd_config).',
};

function inWords(offered: readonly Offer[]): string {
  return offered.map(({ shown }) => shown).join(' and ');
}

/** An agent that doesn't answer in time has none for us. */
const AGENT_LIMIT_MS = 2000;

async function keysOfAgent(path: string | null): Promise<{ count: number; described: string }> {
  if (path === null) return { count: 0, described: 'no agent: SSH_AUTH_SOCK is not set' };
  const shown = `the agent at "${displayText(path)}"`;
  const count = await new Promise<number | null>((resolve) => {
    setTimeout(() => resolve(null), AGENT_LIMIT_MS).unref();
    ssh2
      .createAgent(path)
      .getIdentities((error, keys) => resolve(error == null ? (keys?.length ?? 0) : null));
  });
  if (count === null) return { count: 0, described: `${shown} does not answer` };
  if (count === 0) return { count, described: `${shown} has no keys` };
  return { count, described: `${count === 1 ? 'the key' : `the ${count} keys`} of ${shown}` };
}
