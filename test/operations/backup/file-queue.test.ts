import { describe, expect, test } from 'vitest';
import { FileQueue, type ReadingBatch, type Wanted } from '../../../src/operations/backup/file-queue.ts';

/** Half of BATCH_BYTES: two of them are a batch. */
const HALF = { entry: { sizeBytes: 512n * 1024n * 1024n } } as Wanted;

/** A reader whose batches the test receives and settles. */
function reader() {
  const batches: { received: PromiseWithResolvers<void>; settled: PromiseWithResolvers<void> }[] = [];
  const read = async (): Promise<ReadingBatch> => {
    const batch = { received: Promise.withResolvers<void>(), settled: Promise.withResolvers<void>() };
    batch.settled.promise.catch(() => {});
    batches.push(batch);
    await batch.received.promise;
    return { settled: batch.settled.promise };
  };
  return { batches, queue: new FileQueue(read) };
}

async function addBatch(queue: FileQueue): Promise<void> {
  await queue.add(HALF);
  await queue.add(HALF);
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
