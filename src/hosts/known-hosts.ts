import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A public host key: its type and its blob as SSH sends it. */
export interface HostKey {
  /** `ssh-ed25519`, `ecdsa-sha2-nistp256`, `ssh-rsa` … */
  readonly type: string;
  readonly blob: Buffer;
}

/** What known_hosts says of one host. */
export interface PinnedKeys {
  readonly keys: readonly HostKey[];
  /** `SHA256:…` */
  readonly fingerprints: readonly string[];
  /** Keys or fingerprints. */
  readonly revoked: readonly (HostKey | string)[];
}

export type HostKeyVerdict = 'trusted' | 'unknown' | 'changed' | 'revoked';

/**
 * Pinned host keys: lines of sshd(8)'s known_hosts (plain and hashed names, wildcards, negation, `[host]:port`,
 * `@revoked`), and ours: `SHA256:…` alone pins the destination (no jump host), `PATTERNS SHA256:…` whatever matches.
 */
export class KnownHosts {
  /** Lines that say nothing to us, for messages: `line 3: @cert-authority isn't supported`. */
  readonly notes: readonly string[];
  readonly #entries: readonly Entry[];

  private constructor(entries: readonly Entry[], notes: readonly string[]) {
    this.#entries = entries;
    this.notes = notes;
  }

  /** Never throws: lines that can't be read pin nothing and are in `notes`. */
  static parse(text: string): KnownHosts {
    const entries: Entry[] = [];
    const notes: string[] = [];
    for (const [index, raw] of text.split(/\r?\n/).entries()) {
      const line = raw.trim();
      if (line === '' || line.startsWith('#')) continue;
      const entry = parseLine(line);
      if (typeof entry === 'string') notes.push(`line ${index + 1}: ${entry}`);
      else entries.push(entry);
    }
    return new KnownHosts(entries, notes);
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** As ssh does it: with a port of its own a host is `[host]:port`, and `host` where that isn't known. */
  lookUp(host: string, port: number, { isDestination }: { isDestination: boolean }): PinnedKeys {
    const name = knownHostsName(host, port);
    const exact = this.#matching(name, isDestination);
    const plain = name === host ? exact : this.#matching(host, isDestination);
    const trusted = (entry: Entry) => !entry.revoked;
    const pins = exact.some(trusted) ? exact.filter(trusted) : plain.filter(trusted);
    return {
      keys: pins.map((entry) => entry.key).filter((key) => typeof key !== 'string'),
      fingerprints: pins.map((entry) => entry.key).filter((key) => typeof key === 'string'),
      revoked: [...exact, ...plain].filter((entry) => entry.revoked).map((entry) => entry.key),
    };
  }

  #matching(name: string, isDestination: boolean): Entry[] {
    return this.#entries.filter(({ matches }) =>
      matches === null ? isDestination : matches(name.toLowerCase()),
    );
  }
}

/** `host`, or `[host]:port` for a port other than 22. */
function knownHostsName(host: string, port: number): string {
  return port === 22 ? host : `[${host}]:${port}`;
}

export function judgeHostKey(key: HostKey, pinned: PinnedKeys): HostKeyVerdict {
  const fingerprint = fingerprintOf(key.blob);
  const isThis = (known: HostKey | string) =>
    typeof known === 'string' ? known === fingerprint : known.blob.equals(key.blob);
  if (pinned.revoked.some(isThis)) return 'revoked';
  if ([...pinned.keys, ...pinned.fingerprints].some(isThis)) return 'trusted';
  return pinned.keys.length + pinned.fingerprints.length > 0 ? 'changed' : 'unknown';
}

/** As `ssh-keygen -l` shows it: `SHA256:` and base64 without padding. */
export function fingerprintOf(blob: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}

/** The line that pins `key`. */
export function knownHostsLine(host: string, port: number, key: HostKey): string {
  return `${knownHostsName(host, port)} ${key.type} ${key.blob.toString('base64')}`;
}

/** The key in `blob`, which begins with its type (RFC 4253, 6.6). Null if it doesn't. */
export function parseHostKey(blob: Buffer): HostKey | null {
  if (blob.length < 4) return null;
  const length = blob.readUInt32BE(0);
  const type = blob.toString('latin1', 4, 4 + length);
  return length > 0 && blob.length > 4 + length && /^[\x21-\x7e]+$/.test(type) ? { type, blob } : null;
}

interface Entry {
  /** Null: the destination, whatever its name. Names are in lower case. */
  readonly matches: ((name: string) => boolean) | null;
  readonly revoked: boolean;
  /** Or its fingerprint. */
  readonly key: HostKey | string;
}

const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}=?$/;

/** Or why the line pins nothing. */
function parseLine(line: string): Entry | string {
  const words = line.split(/[ \t]+/);
  const marker = words[0]?.startsWith('@') ? words.shift() : undefined;
  if (marker === '@cert-authority') return '@cert-authority is not supported';
  if (marker !== undefined && marker !== '@revoked') return `unknown marker ${marker}`;
  const revoked = marker === '@revoked';
  const [first = '', second = '', third = ''] = words;
  if (FINGERPRINT.test(first)) return { matches: null, revoked, key: first.replace('=', '') };
  const matches = nameMatcher(first);
  if (matches === null) return 'its hashed name is damaged';
  if (FINGERPRINT.test(second)) return { matches, revoked, key: second.replace('=', '') };
  const key = parseHostKey(Buffer.from(third, 'base64'));
  const isWhole = key?.type === second && key.blob.toString('base64') === third;
  return isWhole ? { matches, revoked, key } : 'it holds no host key';
}

/** Null for a hashed name that can't be one. */
function nameMatcher(names: string): ((name: string) => boolean) | null {
  if (names.startsWith('|')) return hashedNameMatcher(names);
  const patterns = names
    .toLowerCase()
    .split(',')
    .map((pattern) => ({
      negated: pattern.startsWith('!'),
      regExp: globToRegExp(pattern.replace(/^!/, '')),
    }));
  return (name) => {
    const hits = patterns.filter(({ regExp }) => regExp.test(name));
    return hits.length > 0 && !hits.some(({ negated }) => negated);
  };
}

const SHA1_BYTES = 20;

/** `|1|salt|HMAC-SHA1 of the name`, both in base64. */
function hashedNameMatcher(names: string): ((name: string) => boolean) | null {
  const [, version, salt = '', hash = ''] = names.split('|');
  const expected = Buffer.from(hash, 'base64');
  if (version !== '1' || expected.length !== SHA1_BYTES) return null;
  return (name) =>
    timingSafeEqual(createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest(), expected);
}

/** `*` is any characters, `?` any one. */
function globToRegExp(glob: string): RegExp {
  const source = glob
    .replace(/\*+/g, '*')
    .replace(/[^*?]/g, (character) => character.replace(/[\\^$.|+()[\]{}]/, '\\$&'))
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}
