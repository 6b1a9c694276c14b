// Entry of a worker thread: hashes, compresses, seals, opens, writes. Started by blob-thread.ts; bundled by itself.
import { parentPort, workerData } from 'node:worker_threads';
import type { RepositoryKey } from '../crypto/seal.ts';
import { openBlobInto, plainLengthOf, sealBlobInto, unsealBlobInto, verifyBlob } from './blob-sealing.ts';
import { type OpenSpan, OpenTable, SaveTable, type Span } from './blob-tables.ts';
import {
  type BlobReply,
  type BlobRequest,
  type BlobWorkerData,
  type OpenFailure,
  toWire,
} from './blob-worker-messages.ts';
import { checkWholePack } from './check-pack.ts';
import { faultOfFile } from './compare-file.ts';
import { type BlobId, idOf } from './format/ids.ts';
import { makeEntries } from './make-entries.ts';
import type { Slab } from './slab-pool.ts';
import { writeFiles } from './write-files.ts';

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
    case 'open-ahead':
      return openAhead(request);
    case 'verify':
      return verify(request);
    case 'check':
      return check(request);
    case 'compare':
      return compare(request);
    case 'write':
      return write(request);
    case 'make':
      return make(request);
  }
}

function hash(request: Request<'hash'>): BlobReply {
  const { batch, slab, count } = request;
  waiting.set(batch, request);
  const table = new SaveTable(slab);
  for (let row = 0; row < count; row++) table.setId(row, idOf<BlobId>(bytesOf(slab, table.span(row))));
  return { kind: 'hashed', batch };
}

function seal({ batch }: Request<'seal'>): BlobReply {
  const hashed = waiting.get(batch);
  waiting.delete(batch);
  if (hashed === undefined) throw new Error(`batch ${batch} was never hashed`);
  const { slab, count, type } = hashed;
  const table = new SaveTable(slab);
  for (let row = 0; row < count; row++) {
    if (!table.isWanted(row)) continue;
    const span = table.span(row);
    const room = bytesOf(slab, { offset: span.offset, length: span.room });
    table.putSealed(row, sealBlobInto(key, { compression, type, plain: bytesOf(slab, span) }, room));
  }
  return { kind: 'sealed', batch };
}

function open({ batch, slab, count }: Request<'open'>): BlobReply {
  return { kind: 'opened', batch, failures: openAll(slab, count, openBlobInto) };
}

/** Opens what nobody has taken, one after the other. What can't be opened is told by who wants it and tries it in turn. */
function openAhead({ batch, slab, count }: Request<'open-ahead'>): BlobReply {
  const table = new OpenTable(slab, count);
  for (let row = 0; row < count; row++) {
    if (!table.take(row)) continue;
    try {
      openInPlace(slab, table.span(row), openBlobInto);
      table.setOpened(row);
    } catch {}
  }
  return { kind: 'opened-ahead', batch };
}

/** Opens each blob of the table in its place, and tells of those that can't be. */
function openAll(slab: Slab, count: number, openInto: typeof openBlobInto): OpenFailure[] {
  const table = new OpenTable(slab);
  const failures: OpenFailure[] = [];
  for (let row = 0; row < count; row++) {
    try {
      openInPlace(slab, table.span(row), openInto);
    } catch (error) {
      failures.push({ row, error: toWire(error) });
    }
  }
  return failures;
}

function openInPlace(
  slab: Slab,
  { plainOffset, expected, ...span }: OpenSpan,
  openInto: typeof openBlobInto,
) {
  const room = { offset: plainOffset, length: Math.max(plainLengthOf(span.length, expected), 0) };
  openInto(key, { sealed: bytesOf(slab, span), expected }, bytesOf(slab, room));
}

function verify({ batch, slab, blobs }: Request<'verify'>): BlobReply {
  const failures: OpenFailure[] = [];
  for (const [row, blob] of blobs.entries()) {
    try {
      verifyBlob(key, bytesOf(slab, blob), blob.expected);
    } catch (error) {
      failures.push({ row, error: toWire(error) });
    }
  }
  return { kind: 'verified', batch, failures };
}

async function check({ batch, slab, pack }: Request<'check'>): Promise<BlobReply> {
  const bytes = bytesOf(slab, { offset: 0, length: pack.sizeBytes });
  return { kind: 'checked', batch, problems: await checkWholePack(pack, bytes, key) };
}

function compare({ batch, folder, files }: Request<'compare'>): BlobReply {
  return { kind: 'compared', batch, faults: files.map((file) => faultOfFile(folder, file)) };
}

function write({ batch, slab, count, target, files, isReadAgain }: Request<'write'>): BlobReply {
  const failedRows = openAll(slab, count, isReadAgain ? unsealBlobInto : openBlobInto).map(({ row }) => row);
  const refusal = failedRows.length > 0 ? null : writeFiles(target, files, (span) => bytesOf(slab, span));
  return { kind: 'written', batch, failedRows, refusal };
}

function make({ batch, folder, entries }: Request<'make'>): BlobReply {
  return { kind: 'made', batch, refusal: makeEntries(folder, entries) };
}

function bytesOf({ buffer, byteOffset }: Slab, { offset, length }: Span): Buffer {
  return Buffer.from(buffer, byteOffset + offset, length);
}
