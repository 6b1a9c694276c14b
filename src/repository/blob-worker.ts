// Entry of a worker thread: hashes, compresses, seals, opens. Started by blob-thread.ts; bundled by itself.
import { parentPort, workerData } from 'node:worker_threads';
import type { RepositoryKey } from '../crypto/seal.ts';
import { openBlob, sealBlobInto } from './blob-sealing.ts';
import {
  type BlobReply,
  type BlobRequest,
  type BlobWorkerData,
  type OpenSpan,
  type SaveSpan,
  type SealedSpan,
  type Span,
  toWire,
  type WireError,
} from './blob-worker-messages.ts';
import { checkWholePack } from './check-pack.ts';
import { type BlobId, idOf } from './format/ids.ts';
import type { Slab } from './slab-pool.ts';

type Request<K extends BlobRequest['kind']> = Extract<BlobRequest, { kind: K }>;

const { compression, ...keyBytes } = workerData as BlobWorkerData;
const key: RepositoryKey = {
  encrypt: Buffer.from(keyBytes.encrypt),
  macK: Buffer.from(keyBytes.macK),
  macR: Buffer.from(keyBytes.macR),
};

/** Hashed batches whose answer hasn't come yet. */
const waiting = new Map<number, Request<'hash'>>();

parentPort?.on('message', async (request: BlobRequest) => {
  parentPort?.postMessage(await answer(request));
});

async function answer(request: BlobRequest): Promise<BlobReply> {
  try {
    return await carryOut(request);
  } catch (error) {
    waiting.delete(request.batch);
    return { kind: 'failed', batch: request.batch, error: toWire(error) };
  }
}

function carryOut(request: BlobRequest): BlobReply | Promise<BlobReply> {
  switch (request.kind) {
    case 'hash':
      return hash(request);
    case 'seal':
      return seal(request);
    case 'open':
      return open(request);
    case 'check':
      return check(request);
  }
}

function hash(request: Request<'hash'>): BlobReply {
  const { batch, slab, blobs } = request;
  waiting.set(batch, request);
  return { kind: 'hashed', batch, ids: blobs.map((blob) => idOf<BlobId>(bytesOf(slab, blob))) };
}

function seal({ batch, wanted }: Request<'seal'>): BlobReply {
  const hashed = waiting.get(batch);
  waiting.delete(batch);
  if (hashed === undefined) throw new Error(`batch ${batch} was never hashed`);
  const blobs = wanted.map((position) => {
    const blob = hashed.blobs[position];
    if (blob === undefined) throw new Error(`batch ${batch} has no blob ${position}`);
    return sealInPlace(hashed, blob);
  });
  return { kind: 'sealed', batch, blobs };
}

function sealInPlace({ slab, type }: Request<'hash'>, blob: SaveSpan): SealedSpan {
  const room = bytesOf(slab, { offset: blob.offset, length: blob.room });
  return sealBlobInto(key, { compression, type, plain: bytesOf(slab, blob) }, room);
}

function open({ batch, slab, blobs }: Request<'open'>): BlobReply {
  return { kind: 'opened', batch, errors: blobs.map((blob) => tryOpen(slab, blob)) };
}

function tryOpen(slab: Slab, blob: OpenSpan): WireError | null {
  try {
    const plain = openBlob(key, bytesOf(slab, blob), blob.expected);
    slab.set(plain, blob.plain.offset);
    return null;
  } catch (error) {
    return toWire(error);
  }
}

async function check({ batch, slab, pack }: Request<'check'>): Promise<BlobReply> {
  const bytes = bytesOf(slab, { offset: 0, length: pack.sizeBytes });
  return { kind: 'checked', batch, problems: await checkWholePack(pack, bytes, key) };
}

function bytesOf({ buffer }: Slab, { offset, length }: Span): Buffer {
  return Buffer.from(buffer, offset, length);
}
