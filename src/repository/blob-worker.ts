// Entry of a worker thread: hashes, compresses, seals, opens. Started by blob-thread.ts; bundled by itself.
import { parentPort, workerData } from 'node:worker_threads';
import type { RepositoryKey } from '../crypto/seal.ts';
import { openBlob, sealBlob } from './blob-sealing.ts';
import {
  type BlobReply,
  type BlobRequest,
  type BlobWorkerData,
  packBlobs,
  toWire,
  unpackBlobs,
  type WireError,
} from './blob-worker-messages.ts';
import { type BlobId, idOf } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';

type Request<K extends BlobRequest['kind']> = Extract<BlobRequest, { kind: K }>;

const { compression, ...keyBytes } = workerData as BlobWorkerData;
const key: RepositoryKey = {
  encrypt: Buffer.from(keyBytes.encrypt),
  macK: Buffer.from(keyBytes.macK),
  macR: Buffer.from(keyBytes.macR),
};

/** Hashed batches whose answer hasn't come yet. */
const waiting = new Map<number, { readonly type: BlobType; readonly plains: readonly Buffer[] }>();

parentPort?.on('message', (request: BlobRequest) => {
  try {
    reply(answer(request));
  } catch (error) {
    waiting.delete(request.batch);
    reply({ kind: 'failed', batch: request.batch, error: toWire(error) });
  }
});

function answer(request: BlobRequest): BlobReply {
  switch (request.kind) {
    case 'hash':
      return hash(request);
    case 'seal':
      return seal(request);
    case 'open':
      return open(request);
  }
}

function reply(message: BlobReply): void {
  parentPort?.postMessage(message, 'blobs' in message ? [message.blobs.bytes.buffer] : []);
}

function hash({ batch, type, blobs }: Request<'hash'>): BlobReply {
  const plains = unpackBlobs(blobs);
  waiting.set(batch, { type, plains });
  return { kind: 'hashed', batch, ids: plains.map((plain) => idOf<BlobId>(plain)) };
}

function seal({ batch, wanted }: Request<'seal'>): BlobReply {
  const hashed = waiting.get(batch);
  waiting.delete(batch);
  if (hashed === undefined) throw new Error(`batch ${batch} was never hashed`);
  const sealed = wanted.map((position) => {
    const plain = hashed.plains[position];
    if (plain === undefined) throw new Error(`batch ${batch} has no blob ${position}`);
    return sealBlob(key, compression, hashed.type, plain);
  });
  return {
    kind: 'sealed',
    batch,
    blobs: packBlobs(sealed.map(({ bytes }) => bytes)),
    compressed: sealed.map(({ compressed }) => compressed),
  };
}

function open({ batch, blobs, expected }: Request<'open'>): BlobReply {
  const sealed = unpackBlobs(blobs);
  const errors: (WireError | null)[] = [];
  const plains = expected.map((blob, position) => {
    try {
      const plain = openBlob(key, sealed[position] ?? Buffer.alloc(0), blob);
      errors.push(null);
      return plain;
    } catch (error) {
      errors.push(toWire(error));
      return Buffer.alloc(0);
    }
  });
  return { kind: 'opened', batch, blobs: packBlobs(plains), errors };
}
