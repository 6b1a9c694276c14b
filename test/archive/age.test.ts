import { randomBytes } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { decrypt, encrypt, type Opening } from '../../src/archive/age.ts';
import { pieces } from '../contract/archive-store.ts';

const CHUNK = 64 * 1024;
const CANNOT = 'Cannot read the archive "a"';
/** Cheap: what is tried here is not how long a password takes. */
const workFactor = 4;

let identity: string;
let recipient: string;
let opening: Opening;

beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  opening = { identities: [identity], passphrase: null };
});

async function sealed(plain: Buffer): Promise<Buffer> {
  return collected(encrypt(pieces(plain), { kind: 'recipients', recipients: [recipient] }));
}

async function opened(bytes: Buffer, by: Opening = opening): Promise<Buffer> {
  return collected(decrypt(pieces(bytes), by, CANNOT));
}

async function collected(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(stream, (part) => Buffer.from(part)));
}

describe('an age file', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_000])(
    'of %d bytes is read by the reference, and read from it',
    async (sizeBytes) => {
      const plain = randomBytes(sizeBytes);
      const ours = await sealed(plain);
      const reader = new Decrypter();
      reader.addIdentity(identity);
      expect(plain.equals(await reader.decrypt(Uint8Array.from(ours)))).toBe(true);
      const writer = new Encrypter();
      writer.addRecipient(recipient);
      const theirs = Buffer.from(await writer.encrypt(Uint8Array.from(plain)));
      expect((await opened(theirs)).equals(plain)).toBe(true);
      expect(ours.length).toBe(theirs.length);
      expect((await opened(ours)).equals(plain)).toBe(true);
    },
  );

  it('is opened by each of its recipients, and by nobody else', async () => {
    const others = await Promise.all([generateX25519Identity(), generateX25519Identity()]);
    const [second, stranger] = others as [string, string];
    const recipients = [recipient, await identityToRecipient(second)];
    const bytes = await collected(encrypt(pieces(Buffer.from('secret')), { kind: 'recipients', recipients }));
    for (const one of [identity, second]) {
      expect((await opened(bytes, { identities: [stranger, one], passphrase: null })).toString()).toBe(
        'secret',
      );
    }
    await expect(opened(bytes, { identities: [stranger], passphrase: 'x' })).rejects.toMatchObject({
      code: 'wrong-password',
      message: expect.stringContaining('none of the identities'),
    });
    await expect(opened(bytes, { identities: [], passphrase: 'x' })).rejects.toMatchObject({
      code: 'wrong-password',
      message: expect.stringContaining('no identity was given'),
    });
  });

  it('is opened by its passphrase alone, which the reference takes too', async () => {
    const sealing = { kind: 'passphrase', passphrase: 'correct horse', workFactor } as const;
    const bytes = await collected(encrypt(pieces(Buffer.from('secret')), sealing));
    const by = (passphrase: string | null) => opened(bytes, { identities: [identity], passphrase });
    expect((await by('correct horse')).toString()).toBe('secret');
    await expect(by('wrong')).rejects.toMatchObject({
      code: 'wrong-password',
      message: expect.stringContaining('the passphrase is wrong'),
    });
    await expect(by(null)).rejects.toMatchObject({
      code: 'wrong-password',
      message: expect.stringContaining('a passphrase, and none was given'),
    });
    const reader = new Decrypter();
    reader.addPassphrase('correct horse');
    expect(await reader.decrypt(Uint8Array.from(bytes), 'text')).toBe('secret');
  });

  it('that is cut off anywhere gives an error', async () => {
    const plain = randomBytes(2 * CHUNK);
    const bytes = await sealed(plain);
    const payload = bytes.length - 2 * (CHUNK + 16);
    for (const length of [
      0,
      10,
      100,
      payload - 1,
      payload,
      payload + 1,
      payload + CHUNK + 16,
      bytes.length - 1,
    ]) {
      await expect(opened(bytes.subarray(0, length)), `${length}`).rejects.toMatchObject({
        code: 'archive-damaged',
        message: expect.stringContaining('cut off'),
      });
    }
  });

  it('with one altered byte anywhere gives an error', async () => {
    const bytes = await sealed(randomBytes(2 * CHUNK + 5));
    const payload = bytes.length - 2 * (CHUNK + 16) - 21;
    for (const at of [
      0,
      5,
      30,
      payload - 30,
      payload - 5,
      payload + 5,
      payload + CHUNK + 20,
      bytes.length - 1,
    ]) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] as number) ^ 1;
      await expect(opened(altered), `${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/archive-damaged|wrong-password/),
      });
    }
  });

  it('with two chunks exchanged gives an error', async () => {
    const bytes = await sealed(randomBytes(3 * CHUNK));
    const start = bytes.length - 3 * (CHUNK + 16);
    const [first, second] = [0, 1].map((i) =>
      bytes.subarray(start + i * (CHUNK + 16), start + (i + 1) * (CHUNK + 16)),
    );
    const exchanged = Buffer.concat([
      bytes.subarray(0, start),
      second as Buffer,
      first as Buffer,
      bytes.subarray(start + 2 * (CHUNK + 16)),
    ]);
    await expect(opened(exchanged)).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  it('is read from pieces far larger than its header, as S3 gives them', async () => {
    const plain = randomBytes(3_000_000);
    const whole = await sealed(plain);
    const inOne = (async function* () {
      yield whole;
    })();
    expect((await collected(decrypt(inOne, opening, CANNOT))).equals(plain)).toBe(true);
  });

  it('whose header has no end is refused before it fills the memory', async () => {
    let given = 0;
    const endless = (async function* () {
      yield Buffer.from('age-encryption.org/v1\n');
      for (; given < 100; given++) yield Buffer.alloc(256 * 1024, 'a');
    })();
    await expect(collected(decrypt(endless, opening, CANNOT))).rejects.toMatchObject({
      code: 'archive-damaged',
    });
    expect(given).toBeLessThan(10);
  });

  it.each(['age1nonsense', 'ssh-ed25519 AAAA', ''])('is not made for %j', async (bad) => {
    const sealing = { kind: 'recipients', recipients: [bad] } as const;
    await expect(collected(encrypt(pieces(Buffer.from('x')), sealing))).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  it('never shows a secret key that was given for a recipient', async () => {
    const sealing = { kind: 'recipients', recipients: [identity] } as const;
    const failure = collected(encrypt(pieces(Buffer.from('x')), sealing));
    await expect(failure).rejects.toMatchObject({ code: 'bad-input' });
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining(identity.slice(20)) });
  });
});
