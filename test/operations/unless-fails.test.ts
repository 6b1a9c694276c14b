import { expect, test, vi } from 'vitest';
import { unlessFails } from '../../src/operations/unless-fails.ts';

const never = new Promise<never>(() => {});

test('gives what the work comes to, while the other goes on', async () => {
  const discard = vi.fn();
  expect(await unlessFails(never, Promise.resolve('host'), discard)).toBe('host');
  expect(discard).not.toHaveBeenCalled();
});

test('throws what the other fails with at once, and discards what the work comes to later', async () => {
  const work = Promise.withResolvers<string>();
  const discard = vi.fn(async () => {});
  await expect(
    unlessFails(Promise.reject(new Error('wrong password')), work.promise, discard),
  ).rejects.toThrow('wrong password');
  expect(discard).not.toHaveBeenCalled();
  work.resolve('host');
  await vi.waitFor(() => expect(discard).toHaveBeenCalledWith('host'));
});

test('throws what the work fails with, and discards nothing', async () => {
  const discard = vi.fn();
  await expect(unlessFails(never, Promise.reject(new Error('no host')), discard)).rejects.toThrow('no host');
  expect(discard).not.toHaveBeenCalled();
});
