import { createCipheriv, randomBytes, scrypt } from 'node:crypto';
import type { Recipient } from 'age-encryption';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { openPayload, sealPayload } from './age-payload.ts';

/**
 * How an archive is sealed.
 * - `recipients`: for the holders of these keys (`age1…`); who writes it can't read it
 * - `passphrase`: by one that both have
 * - `none`: not at all, by an explicit word of the user alone
 */
export type Sealing =
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] }
  | { readonly kind: 'passphrase'; readonly passphrase: string; readonly workFactor?: number }
  | { readonly kind: 'none' };

/** What opens one: age identities (`AGE-SECRET-KEY-1…`), a passphrase, or both. */
export interface Opening {
  readonly identities: readonly string[];
  readonly passphrase: string | null;
}

/**
 * The scrypt work of a passphrase: 2^17, which takes 128 MiB for half a second. age's own 2^18 would be most of the memory
 * that an archive may take; whoever reads takes what the file says.
 */
const WORK_FACTOR = 17;
const SCRYPT_BLOCK = 8;

/** @throws HoldfastError bad-input at a recipient that is none. */
export async function assertRecipients(recipients: readonly string[]): Promise<void> {
  const { Encrypter } = await import('age-encryption');
  for (const recipient of recipients) {
    try {
      new Encrypter().addRecipient(recipient);
    } catch (cause) {
      throw new HoldfastError(
        'bad-input',
        `Cannot encrypt for ${shownRecipient(recipient)}: it is no recipient of age, expected one such as age1…. ` +
          'Print it from the identity with `age-keygen -y FILE`.',
        { cause },
      );
    }
  }
}

/** Somebody may have taken the one for the other, and a secret key must not be shown. */
function shownRecipient(recipient: string): string {
  return /secret/i.test(recipient)
    ? 'a secret key'
    : displayText(JSON.stringify(recipient.slice(0, MAX_SHOWN)));
}

const MAX_SHOWN = 70;

/** `plain` as an age file, as it streams. */
export async function* encrypt(
  plain: AsyncIterable<Uint8Array>,
  sealing: Exclude<Sealing, { kind: 'none' }>,
): AsyncGenerator<Buffer> {
  const { Encrypter, Stanza } = await import('age-encryption');
  const encrypter = new Encrypter();
  let fileKey: Uint8Array | null = null;
  const take = (key: Uint8Array) => {
    fileKey = Uint8Array.from(key);
  };
  if (sealing.kind === 'passphrase') {
    encrypter.addRecipient(passphraseRecipient(sealing, Stanza, take));
  } else {
    await assertRecipients(sealing.recipients);
    for (const recipient of sealing.recipients) encrypter.addRecipient(recipient);
    // Is given the file's key as each recipient is, and leaves nothing in the header.
    encrypter.addRecipient({
      wrapFileKey(key) {
        take(key);
        return [];
      },
    });
  }
  // An empty file: its header is ours, too.
  const empty = Buffer.from(await encrypter.encrypt(new Uint8Array(0)));
  if (fileKey === null) throw new HoldfastError('internal', 'age encrypted without a key.');
  yield empty.subarray(0, headerBytes(empty) ?? 0);
  yield* sealPayload(fileKey, plain);
}

/** age's own scrypt recipient, by Node's scrypt: in another thread, and its memory is free again at once. */
function passphraseRecipient(
  { passphrase, workFactor = WORK_FACTOR }: Extract<Sealing, { kind: 'passphrase' }>,
  Stanza: typeof import('age-encryption').Stanza,
  onKey: (fileKey: Uint8Array) => void,
): Recipient {
  return {
    async wrapFileKey(fileKey) {
      onKey(fileKey);
      const salt = randomBytes(16);
      const key = await stretched(
        passphrase,
        Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]),
        2 ** workFactor,
      );
      const cipher = createCipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: 16 });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      const saltText = salt.toString('base64').replaceAll('=', '');
      return [new Stanza(['scrypt', saltText, String(workFactor)], body)];
    },
  };
}

function stretched(passphrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  const maxmem = 2 * 128 * SCRYPT_BLOCK * cost;
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salt, 32, { N: cost, r: SCRYPT_BLOCK, p: 1, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** Longest header that is taken in: some hundred recipients of the largest kind. */
const MAX_HEADER_BYTES = 1024 * 1024;
const FIRST_LINE = 'age-encryption.org/v1\n';

/**
 * What an age file holds, as it streams.
 *
 * @param cannot For messages: `Cannot read the archive "…"`.
 * @throws HoldfastError wrong-password if nothing given opens it; archive-damaged if it is altered, cut off or no age file:
 *   what came before that is right. Whatever `sealed` throws.
 */
export async function* decrypt(
  sealed: AsyncIterable<Uint8Array>,
  opening: Opening,
  cannot: string,
): AsyncGenerator<Buffer> {
  const source = sealed[Symbol.asyncIterator]();
  try {
    const { header, rest } = await readHeader(source, cannot);
    const fileKey = await fileKeyOf(header, opening, cannot);
    yield* openPayload(fileKey, behind(rest, source), cannot);
  } finally {
    await source.return?.();
  }
}

async function* behind(first: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}

async function readHeader(source: AsyncIterator<Uint8Array>, cannot: string) {
  let head = Buffer.alloc(0);
  for (;;) {
    const known = head.subarray(0, FIRST_LINE.length).toString('latin1');
    // A piece may hold far more than the header: of S3 the first has 8 MiB.
    const length = headerBytes(head.subarray(0, MAX_HEADER_BYTES));
    if (!FIRST_LINE.startsWith(known) || (length === null && head.length > MAX_HEADER_BYTES)) {
      throw damaged(cannot, "it doesn't begin as a file of age does");
    }
    if (length !== null) return { header: head.subarray(0, length), rest: head.subarray(length) };
    const next = await source.next();
    if (next.done === true) throw damaged(cannot, "it is cut off in age's header");
    head = Buffer.concat([head, next.value]);
  }
}

/** Up to the line of the MAC, that one included; null if that isn't there yet. */
function headerBytes(bytes: Buffer): number | null {
  const mac = bytes.indexOf('\n--- ');
  const end = mac < 0 ? -1 : bytes.indexOf('\n', mac + 1);
  return end < 0 ? null : end + 1;
}

async function fileKeyOf(header: Buffer, opening: Opening, cannot: string): Promise<Uint8Array> {
  const isByPassphrase = header.includes('\n-> scrypt ');
  if (isByPassphrase && opening.passphrase === null) {
    throw wrongKey(cannot, 'it is encrypted with a passphrase, and none was given', 'Give the passphrase.');
  }
  if (!isByPassphrase && opening.identities.length === 0) {
    throw wrongKey(
      cannot,
      'it is encrypted for recipients, and no identity was given',
      'Give the identity (AGE-SECRET-KEY-1…) of one of them.',
    );
  }
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  if (isByPassphrase) decrypter.addPassphrase(opening.passphrase ?? '');
  else for (const identity of opening.identities) addIdentity(decrypter, identity);
  try {
    return await decrypter.decryptHeader(Uint8Array.from(header));
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : '';
    if (!/no identity matched/.test(said)) {
      throw damaged(cannot, `age's header is altered (${displayText(said)})`, cause);
    }
    throw isByPassphrase
      ? wrongKey(cannot, 'the passphrase is wrong', 'Give the one that it was made with.', cause)
      : wrongKey(
          cannot,
          'none of the identities given is of a recipient that it was encrypted for',
          'Its manifest names the recipients; `age-keygen -y FILE` says which one an identity is.',
          cause,
        );
  }
}

function addIdentity(decrypter: { addIdentity(identity: string): void }, identity: string): void {
  try {
    decrypter.addIdentity(identity);
  } catch (cause) {
    throw new HoldfastError(
      'bad-input',
      'Cannot use an identity: it is no secret key of age, expected AGE-SECRET-KEY-1…. Give the file that age-keygen made.',
      { cause },
    );
  }
}

function wrongKey(cannot: string, actual: string, advice: string, cause?: unknown): HoldfastError {
  return new HoldfastError('wrong-password', `${cannot}: ${actual}. ${advice}`, { cause });
}

function damaged(cannot: string, actual: string, cause?: unknown): HoldfastError {
  return new HoldfastError(
    'archive-damaged',
    `${cannot}: ${actual}. Take another copy of it, or another archive.`,
    { cause },
  );
}
