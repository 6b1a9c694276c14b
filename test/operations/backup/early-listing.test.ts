import { afterEach, describe, expect, test, vi } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { GNU_READER } from '../../../src/files/file-reader.ts';
import type { ListedBatch } from '../../../src/files/listed-batch.ts';
import type { ListedEntry } from '../../../src/files/listing.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { EarlyListing, mayListEarly } from '../../../src/operations/backup/early-listing.ts';
import type { BackupOptions } from '../../../src/operations/backup/options.ts';
import {
  MAX_WAITING_ENTRIES,
  MAX_WAITING_WHILE_TAKEN,
  pullAhead,
} from '../../../src/operations/backup/pull-ahead.ts';

const PLAIN = { before: [], after: [], paths: [fromText('/etc')] } as unknown as BackupOptions;

describe('files are listed early', () => {
  test('unless something is held still for them, or a dump must be older', () => {
    expect(mayListEarly(PLAIN)).toBe(true);
    const held = [
      { before: ['true'] },
      { after: ['true'] },
      { quiesce: {} },
      { application: {} },
      { volume: {} },
      { dumps: [{}] },
    ] as unknown as Partial<BackupOptions>[];
    for (const options of held) expect(mayListEarly({ ...PLAIN, ...options })).toBe(false);
  });
});

describe('an early listing', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    [29_000, true],
    [30_000, false],
  ])('counts %i ms later: %s', async (laterMs, counts) => {
    const host = localHost();
    vi.useFakeTimers({ toFake: ['performance'] });
    const early = EarlyListing.begin({
      host,
      options: PLAIN,
      reader: GNU_READER,
      hostClockNs: () => 7n,
      signal: new AbortController().signal,
    });
    vi.advanceTimersByTime(laterMs);
    const listing = await early.take();
    expect(listing?.startedNs ?? null).toBe(counts ? 7n : null);
    const paths: string[] = [];
    for await (const { entries } of listing?.batches ?? []) paths.push(...entries.map(({ path }) => path));
    expect(paths.includes('/etc/passwd')).toBe(counts);
    await host.close(); // ends what still runs
  });
});

describe('what is pulled ahead', () => {
  const batch: ListedBatch = { entries: Array.from<ListedEntry>({ length: 1024 }), problems: [] };

  async function rest(): Promise<void> {
    for (let i = 0; i < 300; i++) await Promise.resolve();
  }

  test('is bounded, by less once it is taken, and goes on then', async () => {
    let given = 0;
    const source = (async function* () {
      for (; given < 100; given++) yield batch;
    })();
    const batches = pullAhead(source)[Symbol.asyncIterator]();
    await rest();
    const ahead = MAX_WAITING_ENTRIES / 1024;
    expect(given).toBe(ahead);
    let taken = 0;
    for (; ahead + 1 - taken > MAX_WAITING_WHILE_TAKEN / 1024; taken++) {
      await rest();
      expect(given).toBe(ahead);
      await batches.next();
    }
    for (let more = 1; more <= 3; more++) {
      await rest();
      expect(given).toBe(ahead + more);
      await batches.next();
      taken++;
    }
    while (!(await batches.next()).done) taken++;
    expect(taken).toBe(100);
  });

  test('tells how much of it has changed since, as far as it waits', async () => {
    const of = (...times: bigint[]): ListedBatch => ({
      entries: times.map((ctimeNs) => ({ ctimeNs }) as ListedEntry),
      problems: [],
    });
    const ahead = pullAhead(
      (async function* () {
        yield of(1n, 5n);
        yield of();
        yield of(9n, 6n, 5n);
      })(),
    );
    expect(ahead.countChanged(0n, 10)).toBe(0);
    await rest();
    expect([5n, 6n, 10n].map((sinceNs) => ahead.countChanged(sinceNs, 10))).toEqual([4, 2, 0]);
    expect(ahead.countChanged(1n, 3)).toBe(3);
    await ahead[Symbol.asyncIterator]().next();
    expect(ahead.countChanged(5n, 10)).toBe(3);
  });

  test('ends as the source does, with what came before', async () => {
    const source = (async function* () {
      yield batch;
      throw new Error('gone');
    })();
    const batches = pullAhead(source)[Symbol.asyncIterator]();
    await rest();
    expect((await batches.next()).value).toBe(batch);
    await expect(batches.next()).rejects.toThrow('gone');
  });

  test('ends the source when nobody takes any more', async () => {
    let ended = false;
    const source = (async function* () {
      try {
        for (;;) yield batch;
      } finally {
        ended = true;
      }
    })();
    for await (const _ of pullAhead(source)) break;
    await rest();
    expect(ended).toBe(true);
  });
});
