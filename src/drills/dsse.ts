import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { HoldfastError } from '../errors.ts';

/** https://github.com/secure-systems-lab/dsse/blob/master/envelope.md: JSON. */
export interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  /** Empty: nobody has signed it. */
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** @param key Null: it is left unsigned. */
export function envelop(payloadType: string, payload: Uint8Array, key: KeyObject | null): Envelope {
  const signatures =
    key === null
      ? []
      : [
          {
            keyid: keyIdOf(createPublicKey(key)),
            sig: signBytes(null, preAuthEncoding(payloadType, payload), key).toString('base64'),
          },
        ];
  return { payloadType, payload: Buffer.from(payload).toString('base64'), signatures };
}

/** Keys any of which may have signed: the one that does, and those that it took the place of. */
export type VerifyingKeys = readonly KeyObject[];

/** Whether one of the signatures is one of the keys'. Whose they say they are isn't asked. */
export function isSignedBy({ payloadType, payload, signatures }: Envelope, keys: VerifyingKeys): boolean {
  const bytes = preAuthEncoding(payloadType, Buffer.from(payload, 'base64'));
  return signatures.some(({ sig }) =>
    keys.some((key) => verifyBytes(null, bytes, key, Buffer.from(sig, 'base64'))),
  );
}

/** What is signed, byte by byte (DSSE's PAE): the type is bound to the payload, and no two pairs give the same bytes. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Buffer {
  const type = Buffer.from(payloadType, 'utf8');
  const head = `DSSEv1 ${type.length} ${payloadType} ${payload.length} `;
  return Buffer.concat([Buffer.from(head, 'utf8'), payload]);
}

/** SHA-256 of the public key as it is encoded in DER, in hex. */
export function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/**
 * An Ed25519 private key as `openssl genpkey -algorithm ed25519` writes it (PEM).
 * @param where For the message: what it was read from. @throws HoldfastError bad-input, without the text.
 */
export function parseSigningKey(pem: string, where: string): KeyObject {
  return requireEd25519(() => createPrivateKey(pem), `the signing key in ${where}`);
}

/**
 * The public half, as `openssl pkey -pubout` writes it, or several one after the other; a private key serves as well.
 * @throws HoldfastError bad-input.
 */
export function parseVerifyingKeys(pem: string, where: string): VerifyingKeys {
  const blocks = pem.match(PEM_BLOCK) ?? [pem];
  return blocks.map((block) => requireEd25519(() => createPublicKey(block), `the evidence key in ${where}`));
}

const PEM_BLOCK = /-----BEGIN [A-Z ]+-----[^-]*-----END [A-Z ]+-----/g;

function requireEd25519(read: () => KeyObject, what: string): KeyObject {
  let key: KeyObject | null = null;
  try {
    key = read();
  } catch {
    // What Node says of it may quote it.
  }
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${what}: it is ${key === null ? 'no key in PEM' : `of type ${key.asymmetricKeyType}`}, expected an Ed25519 key. ` +
      'Make one with `openssl genpkey -algorithm ed25519`.',
  );
}
