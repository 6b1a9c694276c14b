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
    /** Whether it may take contents. */
    hasTurn: boolean;
    received: PromiseWithResolvers<void>;
    settled: PromiseWithResolvers<void>;
  }[] = [];
  const read = async ({ length: files }: readonly Wanted[], turn: Promise<void>): Promise<ReadingBatch> => {
    const batch = {
      files,
      hasTurn: false,
      received: Promise.withResolvers<void>(),
      settled: Promise.withResolvers<void>(),
    };
    batch.settled.promise.catch(() => {});
    batches.push(batch);
    await turn;
    batch.hasTurn = true;
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
  test('asks for the next batch while one is read, and reads it while the host accounts for that one', async () => {
    const { batches, queue } = reader();
    await addBatch(queue);
    await addBatch(queue);
    await rest();
    expect(batches.map(({ hasTurn }) => hasTurn)).toEqual([true, false]);
    batches[0]?.received.resolve();
    await rest();
    expect(batches.map(({ hasTurn }) => hasTurn)).toEqual([true, true]);
  });

  test('holds no fifth batch: while one waits for its turn no other is begun', async () => {
    const { batches, queue } = reader();
    for (let i = 0; i < 2; i++) await addBatch(queue);
    const third = addBatch(queue);
    await rest();
    expect(batches).toHaveLength(2);
    batches[0]?.received.resolve();
    await third;
    expect(batches.map(({ hasTurn }) => hasTurn)).toEqual([true, true, false]);
    batches[1]?.received.resolve();
    const fourth = addBatch(queue);
    await rest();
    // The first isn't settled yet.
    expect(batches.map(({ hasTurn }) => hasTurn)).toEqual([true, true, false]);
    batches[0]?.settled.resolve();
    await fourth;
    expect(batches.map(({ hasTurn }) => hasTurn)).toEqual([true, true, true, false]);
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

  test('a batch that waits for its turn is given up when the one before it fails', async () => {
    const given = Promise.withResolvers<unknown>();
    const queue = new FileQueue(async ([wanted], turn) => {
      if (wanted === LARGE) throw new Error('gone');
      await turn.catch(given.resolve);
      throw new Error('another');
    });
    await addBatch(queue);
    await addSmall(queue, FEW);
    expect(String(await given.promise)).toContain('gone');
    await expect(queue.finish()).rejects.toThrow('gone');
  });

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
