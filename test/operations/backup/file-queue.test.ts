import { describe, expect, test } from 'vitest';
import { FileQueue, type ReadingBatch, type Wanted } from '../../../src/operations/backup/file-queue.ts';

/** BATCH_BYTES: a batch by itself. */
const LARGE = { entry: { sizeBytes: 1024n * 1024n * 1024n } } as Wanted;
const SMALL = { entry: { sizeBytes: 1n } } as Wanted;
/** IDLE_BATCH_FILES. */
const FEW = 128;

/** A reader whose batches the test receives and settles. */
function reader() {
  const batches: {
    files: number;
    received: PromiseWithResolvers<void>;
    settled: PromiseWithResolvers<void>;
  }[] = [];
  const read = async ({ length: files }: readonly Wanted[]): Promise<ReadingBatch> => {
    const batch = {
      files,
      received: Promise.withResolvers<void>(),
      settled: Promise.withResolvers<void>(),
    };
    batch.settled.promise.catch(() => {});
    batches.push(batch);
    await batch.received.promise;
    return { settled: batch.settled.promise };
  };
  return { batches, queue: new FileQueue(read) };
}

async function addBatch(queue: FileQueue): Promise<void> {
  await queue.add(LARGE);
}

async function addSmall(queue: FileQueue, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await queue.add(SMALL);
}

/** Lets everything happen that can. */
async function rest(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

describe('FileQueue', () => {
  test('reads the next batch while the host accounts for the one before', async () => {
    const { batches, queue } = reader();
    await addBatch(queue);
    const second = addBatch(queue);
    await rest();
    expect(batches).toHaveLength(1);
    batches[0]?.received.resolve();
    await second;
    expect(batches).toHaveLength(2);
  });

  test('holds no fourth batch: a third is begun only when the first is settled', async () => {
    const { batches, queue } = reader();
    await addBatch(queue);
    batches[0]?.received.resolve();
    await addBatch(queue);
    batches[1]?.received.resolve();
    const third = addBatch(queue);
    await rest();
    expect(batches).toHaveLength(2);
    batches[0]?.settled.resolve();
    await third;
    expect(batches).toHaveLength(3);
  });

  test('begins with few while nothing is read, and gathers more meanwhile', async () => {
    const { batches, queue } = reader();
    await addSmall(queue, FEW - 1);
    expect(batches).toHaveLength(0);
    await addSmall(queue, 1);
    expect(batches.map(({ files }) => files)).toEqual([FEW]);
    await addSmall(queue, 3 * FEW);
    expect(batches).toHaveLength(1);
    batches[0]?.received.resolve();
    await rest();
    await addSmall(queue, 1);
    expect(batches.map(({ files }) => files)).toEqual([FEW, 3 * FEW + 1]);
  });

  test('is finished when every batch is settled', async () => {
    const { batches, queue } = reader();
    await addBatch(queue);
    let finished = false;
    const end = queue.finish().then(() => {
      finished = true;
    });
    batches[0]?.received.resolve();
    await rest();
    expect(finished).toBe(false);
    batches[0]?.settled.resolve();
    await end;
  });

  test.each(['received', 'settled'] as const)(
    'a batch that fails before it is %s ends the queue',
    async (step) => {
      const { batches, queue } = reader();
      await addBatch(queue);
      if (step === 'settled') batches[0]?.received.resolve();
      batches[0]?.[step].reject(new Error('gone'));
      await expect(queue.finish()).rejects.toThrow('gone');
    },
  );

  test('a batch that could not be settled is told when the next has come', async () => {
    const { batches, queue } = reader();
    await addBatch(queue);
    batches[0]?.received.resolve();
    await addBatch(queue);
    batches[0]?.settled.reject(new Error('gone'));
    batches[1]?.received.resolve();
    batches[1]?.settled.resolve();
    await expect(queue.finish()).rejects.toThrow('gone');
  });
});
