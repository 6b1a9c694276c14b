import { SALT_BYTES } from '../../crypto/kdf.ts';
import type { RepositoryKey } from '../../crypto/seal.ts';
import { decoding, FormatFault, shown } from './fault.ts';
import { asBytes, asText, asTime, asUint } from './fields.ts';
import { quoteJson } from './json-text.ts';
import { asObject, parseObject } from './parse-json.ts';
import { formatTime } from './time.ts';

/** What a file in `keys/` holds: plain JSON, readable without a password. */
export interface KeyFile {
  /** Nanoseconds since 1970. */
  readonly createdNs: bigint;
  readonly username: string;
  readonly hostname: string;
  /** scrypt's parameters. Any positive number up to 2^31 − 1: whether they are bearable is for the KDF to say. */
  readonly N: number;
  readonly r: number;
  readonly p: number;
  /** 64 bytes. */
  readonly salt: Buffer;
  /** The master key's JSON, sealed with the key that the password gives. */
  readonly data: Buffer;
}

const ENCRYPT_BYTES = 32;
const MAC_PART_BYTES = 16;
const MAX_PARAMETER = 2 ** 31 - 1;

export function encodeKeyFile(key: KeyFile): Buffer {
  const hostname = key.hostname === '' ? '' : `"hostname":${quoteJson(key.hostname)},`;
  return Buffer.from(
    `{"created":"${formatTime(key.createdNs)}","username":${quoteJson(key.username)},${hostname}` +
      `"kdf":"scrypt","N":${key.N},"r":${key.r},"p":${key.p},` +
      `"salt":"${key.salt.toString('base64')}","data":"${key.data.toString('base64')}"}`,
    'latin1',
  );
}

/** @throws HoldfastError repository-damaged; repository-unsupported for another KDF than scrypt. */
export function decodeKeyFile(json: Uint8Array, what = 'a key'): KeyFile {
  return decoding(what, () => {
    const { created, username, hostname, kdf, N, r, p, salt, data } = parseObject(json);
    if (kdf !== 'scrypt') throw new FormatFault(`kdf is ${shown(kdf)}`, '"scrypt"', 'repository-unsupported');
    return {
      createdNs: asTime(created, 'created'),
      username: asText(username, 'username'),
      hostname: asText(hostname, 'hostname'),
      N: asParameter(N, 'N'),
      r: asParameter(r, 'r'),
      p: asParameter(p, 'p'),
      salt: ofLength(asBytes(salt, 'salt'), SALT_BYTES, 'salt'),
      data: asBytes(data, 'data'),
    };
  });
}

/** The master key's JSON, to be sealed into a key file: `{"mac":{"k":"…","r":"…"},"encrypt":"…"}`. Secret. */
export function encodeMasterKey(key: RepositoryKey): Buffer {
  const mac = `{"k":"${key.macK.toString('base64')}","r":"${key.macR.toString('base64')}"}`;
  return Buffer.from(`{"mac":${mac},"encrypt":"${key.encrypt.toString('base64')}"}`);
}

/**
 * The master key in an opened key file.
 * @throws HoldfastError repository-damaged, which shows nothing of what was read.
 */
export function decodeMasterKey(json: Uint8Array, what = 'the master key'): RepositoryKey {
  return decoding(what, () => {
    const { mac, encrypt } = parseSecret(json);
    const { k, r } = asObject(mac, 'mac');
    return {
      encrypt: asSecret(encrypt, ENCRYPT_BYTES, 'encrypt'),
      macK: asSecret(k, MAC_PART_BYTES, 'mac.k'),
      macR: asSecret(r, MAC_PART_BYTES, 'mac.r'),
    };
  });
}

function asParameter(value: unknown, field: string): number {
  const parameter = asUint(value, field, MAX_PARAMETER);
  if (parameter === 0) throw new FormatFault(`${field} is 0 or missing`, 'at least 1');
  return parameter;
}

function ofLength(bytes: Buffer, length: number, field: string): Buffer {
  if (bytes.length === length) return bytes;
  throw new FormatFault(`${field} has ${bytes.length} bytes`, `${length}`);
}

/** The message of a SyntaxError quotes its input: here that would be a secret. */
function parseSecret(json: Uint8Array): Record<string, unknown> {
  try {
    return parseObject(json);
  } catch {
    throw new FormatFault('it is not what it should be', 'a JSON object');
  }
}

function asSecret(value: unknown, length: number, field: string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : null;
  if (bytes !== null && bytes.length === length && bytes.toString('base64') === value) return bytes;
  throw new FormatFault(`${field} is not what it should be`, `${length} bytes in base64`);
}
