import { randomBytes } from 'node:crypto';
import { ListMultipartUploadsCommand, PutObjectLockConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { decrypt, encrypt } from '../../src/archive/age.ts';
import type { ArchiveStore } from '../../src/archive/archive-store.ts';
import { openArchiveStore } from '../../src/archive/open-store.ts';
import { archiveStoreContract, pieces } from '../contract/archive-store.ts';
import { type S3Proxy, type S3Request, startS3Proxy } from '../services/s3-proxy.ts';
import { S3_MAKES, type S3Server, startS3Server } from '../services/s3-server.ts';

const NAME = 'wiki-host.20261121T104754Z.1f0c2a3b.tar.zst.age';
/** As small as S3 takes them. */
const PART = 5 * 1024 * 1024;
const LARGE = 2 * PART + 1000;

describe.each(S3_MAKES)('%s', (make) => {
  let server: S3Server;
  let proxy: S3Proxy;
  let bucket: string;

  beforeAll(async () => {
    server = await startS3Server(make);
    proxy = await startS3Proxy(server.port);
    bucket = await server.makeBucket();
    for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await proxy.stop();
    await server.stop();
  });

  archiveStoreContract(make, async () => {
    const prefix = randomBytes(4).toString('hex');
    return {
      store: await openAt(server.port, bucket, prefix),
      cleanUp: async () => {},
      leftovers: () => uploadsOf(server, bucket, `${prefix}/${NAME}`),
    };
  });

  it('hides nothing that the default of its bucket still locks', async () => {
    const locking = await server.makeBucket({ locks: true });
    const client = clientOf(server);
    await client.send(
      new PutObjectLockConfigurationCommand({
        Bucket: locking,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } },
        },
      }),
    );
    client.destroy();
    const store = await openAt(server.port, locking, 'a');
    await store.put(NAME, pieces(Buffer.from('kept')));
    // versitygw doesn't say of the object until when, and refuses the removal itself.
    const code = make === 'minio' ? 'retained' : 'no-permission';
    await expect(store.remove(NAME)).rejects.toMatchObject({ code });
    expect(Buffer.concat(await Array.fromAsync(store.get(NAME))).toString()).toBe('kept');
    await store.remove('other.20261121T104754Z.1f0c2a3b.tar.zst');
    await store.close();
  });

  describe('an upload in parts', () => {
    let prefix: string;
    let store: ArchiveStore;
    let seen: string[];

    beforeEach(async () => {
      prefix = randomBytes(4).toString('hex');
      store = await openAt(proxy.port, bucket, prefix);
      seen = [];
    });

    afterEach(async () => {
      proxy.fault = () => null;
      await store.close();
    });

    const watch = (fault: (request: S3Request, kind: string) => ReturnType<S3Proxy['fault']>) => {
      proxy.fault = (request) => {
        seen.push(request.method);
        return fault(request, request.method);
      };
    };

    it('comes whole through requests that fail and are tried again', async () => {
      const bytes = randomBytes(LARGE);
      watch(({ method, times }) => (method === 'PUT' && times === 1 ? { kind: 'reset' } : null));
      await store.put(NAME, pieces(bytes));
      expect(proxy.faults).toBeGreaterThanOrEqual(3);
      expect(Buffer.concat(await Array.fromAsync(store.get(NAME))).equals(bytes)).toBe(true);
    });

    it('is done when only the answer to its end was lost', async () => {
      const bytes = randomBytes(LARGE);
      let ends = 0;
      watch(({ method }) => (method === 'POST' && ++ends === 2 ? { kind: 'lose-answer' } : null));
      await store.put(NAME, pieces(bytes));
      expect(ends).toBeGreaterThanOrEqual(3);
      expect(Buffer.concat(await Array.fromAsync(store.get(NAME))).equals(bytes)).toBe(true);
    });

    it('leaves no part when the storage refuses one', async () => {
      let parts = 0;
      watch(({ method }) =>
        method === 'PUT' && ++parts > 1 ? { kind: 'answer', status: 403, code: 'AccessDenied' } : null,
      );
      await expect(store.put(NAME, pieces(randomBytes(LARGE)))).rejects.toMatchObject({
        code: 'no-permission',
      });
      proxy.fault = () => null;
      expect(await Array.fromAsync(store.list())).toEqual([]);
      expect(await uploadsOf(server, bucket, `${prefix}/${NAME}`)).toBe(0);
    });

    it('leaves no part when the storage refuses to make them one', async () => {
      let posts = 0;
      watch(({ method }) =>
        method === 'POST' && ++posts > 1 ? { kind: 'answer', status: 403, code: 'AccessDenied' } : null,
      );
      let during = 0;
      const counted = async function* () {
        yield randomBytes(LARGE);
        during = await uploadsOf(server, bucket, `${prefix}/${NAME}`);
      };
      await expect(store.put(NAME, counted())).rejects.toMatchObject({ code: 'no-permission' });
      expect(during).toBe(1);
      proxy.fault = () => null;
      expect(await Array.fromAsync(store.list())).toEqual([]);
      expect(await uploadsOf(server, bucket, `${prefix}/${NAME}`)).toBe(0);
    });

    it('goes on for a credential that may not list what others left', async () => {
      watch(({ method, path }) =>
        method === 'GET' && !path.includes(NAME) && seen.filter((one) => one === 'GET').length === 2
          ? { kind: 'answer', status: 403, code: 'AccessDenied' }
          : null,
      );
      await store.put(NAME, pieces(Buffer.from('x')));
      expect((await Array.fromAsync(store.list())).length).toBe(1);
    });

    it('opens with its key, though the first piece that is read of it is far larger than its header', async () => {
      const identity = await generateX25519Identity();
      const sealing = { kind: 'recipients', recipients: [await identityToRecipient(identity)] } as const;
      const plain = randomBytes(LARGE);
      await store.put(NAME, encrypt(pieces(plain), sealing));
      const opened = decrypt(store.get(NAME), { identities: [identity], passphrase: null }, 'Cannot');
      expect(Buffer.concat(await Array.fromAsync(opened, Buffer.from)).equals(plain)).toBe(true);
    });

    it('is read through an answer that was cut off', async () => {
      const bytes = randomBytes(LARGE);
      await store.put(NAME, pieces(bytes));
      let gets = 0;
      watch(({ path }) =>
        path.endsWith(NAME) && ++gets % 2 === 1 && gets < 4 ? { kind: 'truncate' } : null,
      );
      expect(Buffer.concat(await Array.fromAsync(store.get(NAME))).equals(bytes)).toBe(true);
      expect(gets).toBeGreaterThan(3);
    });
  });
});

function openAt(port: number, bucket: string, prefix: string): Promise<ArchiveStore> {
  return openArchiveStore(`s3:http://127.0.0.1:${port}/${bucket}/${prefix}`, {
    firstDelayMs: 20,
    smallPartBytes: PART,
  });
}

/** MinIO lists the uploads of one name alone. */
async function uploadsOf(server: S3Server, bucket: string, key: string): Promise<number> {
  const client = clientOf(server);
  const { Uploads = [] } = await client.send(
    new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: key }),
  );
  client.destroy();
  return Uploads.length;
}

function clientOf({ port, env }: S3Server): S3Client {
  return new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
    },
  });
}
