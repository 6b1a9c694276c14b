import { expect, test } from 'vitest';
import type { RestoreSource } from '../../../src/operations/restore/source.ts';
import { SourceAhead } from '../../../src/operations/restore/source-ahead.ts';

const { signal } = new AbortController();

/** A repository whose index is still there, or isn't; each reading of it gives another source, or fails. */
function readingOf({ isThere = true, failures = 0 }: { isThere?: boolean; failures?: number }) {
  const events: string[] = [];
  const sources: RestoreSource[] = [];
  const repository = {
    hasLoadedIndex: async () => isThere,
    forgetIndex: () => void events.push('forget'),
  };
  const read = async (): Promise<RestoreSource> => {
    events.push('read');
    if (events.filter((event) => event === 'read').length <= failures) throw new Error('gone');
    const source = {} as RestoreSource;
    sources.push(source);
    return source;
  };
  return { ahead: new SourceAhead(repository, read), events, sources };
}

test('what was read while the lock settled serves, if the index is still what it was', async () => {
  const { ahead, events, sources } = readingOf({});
  await ahead.read();
  expect(await ahead.take(signal)).toBe(sources[0]);
  expect(events).toEqual(['read']);
});

test('after a prune that nobody saw all of it is read anew under the lock', async () => {
  const { ahead, events, sources } = readingOf({ isThere: false });
  await ahead.read();
  expect(await ahead.take(signal)).toBe(sources[1]);
  expect(events).toEqual(['read', 'forget', 'read']);
});

test('what could not be read before the lock was got is read under it, and only then an error', async () => {
  const once = readingOf({ failures: 1 });
  await expect(once.ahead.read()).rejects.toThrow('gone');
  expect(await once.ahead.take(signal)).toBe(once.sources[0]);
  const twice = readingOf({ failures: 2 });
  await expect(twice.ahead.read()).rejects.toThrow('gone');
  await expect(twice.ahead.take(signal)).rejects.toThrow('gone');
});

test('what was read for a lock that was not got is forgotten', async () => {
  const { ahead, events, sources } = readingOf({});
  await ahead.read();
  ahead.forget();
  await ahead.read();
  expect(await ahead.take(signal)).toBe(sources[1]);
  expect(events).toEqual(['read', 'forget', 'read']);
});

test('nothing that was begun goes on once it is closed', async () => {
  const { ahead } = readingOf({ failures: 1 });
  const reading = ahead.read();
  await ahead.close();
  await expect(reading).rejects.toThrow('gone');
});
