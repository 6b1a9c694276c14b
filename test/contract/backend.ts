import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Backend, FileHandle, FileKind } from '../../src/backends/backend.ts';
import { isMissing, isPassing, isShort } from '../../src/backends/backend.ts';
import { HoldfastError } from '../../src/errors.ts';

export interface BackendUnderTest {
  readonly backend: Backend;
  /** Removes what the backend stored. */
  cleanUp(): Promise<void>;
}

const NAMED_KINDS = ['key', 'lock', 'index', 'snapshot', 'pack'] as const;

/** What every backend promises (src/backends/backend.ts). `make` gives an empty one each time. */
export function backendContract(name: string, make: () => Promise<BackendUnderTest>): void {
  describe(`${name}: backend contract`, () => {
    let under: BackendUnderTest;
    let backend: Backend;

    beforeEach(async () => {
      under = await make();
      backend = under.backend;
      await backend.create();
    });

    afterEach(async () => {
      await backend.close();
      await under.cleanUp();
    });

    it('can be created twice', async () => {
      await expect(backend.create()).resolves.toBeUndefined();
    });

    it('says where it is and how many operations it takes at once', () => {
      expect(backend.location).not.toBe('');
      expect(backend.connections).toBeGreaterThanOrEqual(1);
    });

    it.each(NAMED_KINDS)('gives back a %s as it was saved', async (kind) => {
      const bytes = randomBytes(1000);
      const file = fileOf(kind, bytes);
      await backend.save(file, [bytes]);
      expect(await backend.load(file)).toEqual(bytes);
      expect(await backend.stat(file)).toEqual({ sizeBytes: 1000 });
    });

    it('gives back the config, which has no name', async () => {
      await backend.save({ kind: 'config', name: '' }, [Buffer.from('c')]);
      expect((await backend.load({ kind: 'config', name: '' })).toString()).toBe('c');
    });

    it('joins the parts of a file in order, empty ones and thousands of them included', async () => {
      const parts = Array.from({ length: 3000 }, (_, i) => randomBytes(i % 7));
      const whole = Buffer.concat(parts);
      const file = fileOf('pack', whole);
      await backend.save(file, parts);
      expect(await backend.load(file)).toEqual(whole);
    });

    it('stores an empty file', async () => {
      const file = fileOf('snapshot', Buffer.alloc(0));
      await backend.save(file, []);
      expect(await backend.load(file)).toEqual(Buffer.alloc(0));
      expect(await backend.stat(file)).toEqual({ sizeBytes: 0 });
    });

    it('loads exactly the range that was asked for', async () => {
      const bytes = randomBytes(5000);
      const file = fileOf('pack', bytes);
      await backend.save(file, [bytes]);
      expect(await backend.load(file, { offset: 0, length: 1 })).toEqual(bytes.subarray(0, 1));
      expect(await backend.load(file, { offset: 1234, length: 999 })).toEqual(bytes.subarray(1234, 2233));
      expect(await backend.load(file, { offset: 4000 })).toEqual(bytes.subarray(4000));
      expect(await backend.load(file, { offset: 5000 })).toEqual(Buffer.alloc(0));
      expect(await backend.load(file, { offset: 20, length: 0 })).toEqual(Buffer.alloc(0));
    });

    it.each([
      { offset: 4000, length: 1001 },
      { offset: 5001, length: 0 },
      { offset: 5001 },
      { offset: 9000, length: 10 },
    ])('refuses the range %o past the end instead of giving less', async (range) => {
      const bytes = randomBytes(5000);
      const file = fileOf('pack', bytes);
      await backend.save(file, [bytes]);
      const error = await failureOf(backend.load(file, range));
      expect(isShort(error)).toBe(true);
      expect(isPassing(error)).toBe(false);
    });

    it('tells a missing file from other failures, and never as one that may pass', async () => {
      const file = fileOf('pack', randomBytes(3));
      const error = await failureOf(backend.load(file));
      expect(error.code).toBe('backend-failed');
      expect(isMissing(error)).toBe(true);
      expect(isPassing(error)).toBe(false);
      expect(error.message).toContain(file.name);
      expect(await backend.stat(file)).toBeNull();
    });

    it('saves the same bytes under the same name again', async () => {
      const bytes = randomBytes(100);
      const file = fileOf('index', bytes);
      await backend.save(file, [bytes]);
      await backend.save(file, [bytes.subarray(0, 50), bytes.subarray(50)]);
      expect(await backend.load(file)).toEqual(bytes);
    });

    it('never replaces a file: a second config would cut off all keys', async () => {
      const config: FileHandle = { kind: 'config', name: '' };
      await backend.save(config, [Buffer.from('first')]);
      const error = await failureOf(backend.save(config, [Buffer.from('other')]));
      expect(error.code).toBe('backend-failed');
      expect((await backend.load(config)).toString()).toBe('first');
    });

    it.each(NAMED_KINDS)('lists every %s with its size, and nothing of other kinds', async (kind) => {
      const expected = new Map<string, number>();
      for (const other of NAMED_KINDS) {
        for (let i = 0; i < 5; i++) {
          const bytes = randomBytes(10 + i);
          const file = fileOf(other, bytes);
          await backend.save(file, [bytes]);
          if (other === kind) expected.set(file.name, bytes.length);
        }
      }
      expect(await listed(backend, kind)).toEqual(expected);
    });

    it('lists nothing where nothing was saved', async () => {
      expect(await listed(backend, 'pack')).toEqual(new Map());
    });

    it('removes a file, and one that is gone already', async () => {
      const bytes = randomBytes(10);
      const file = fileOf('lock', bytes);
      await backend.save(file, [bytes]);
      await backend.remove(file);
      await backend.remove(file);
      expect(await backend.stat(file)).toBeNull();
      expect(await listed(backend, 'lock')).toEqual(new Map());
    });

    it('saves many files at once', async () => {
      const all = Array.from({ length: 40 }, () => randomBytes(5000));
      await Promise.all(all.map((bytes) => backend.save(fileOf('pack', bytes), [bytes])));
      for (const bytes of all) expect(await backend.load(fileOf('pack', bytes))).toEqual(bytes);
    });

    it('does nothing once its signal is aborted', async () => {
      const bytes = randomBytes(10);
      const file = fileOf('pack', bytes);
      const { signal } = abortedController();
      expect((await failureOf(backend.save(file, [bytes], signal))).code).toBe('cancelled');
      expect(await backend.stat(file)).toBeNull();
      await backend.save(file, [bytes]);
      expect((await failureOf(backend.load(file, { offset: 0 }, signal))).code).toBe('cancelled');
    });
  });
}

/** The file that holds `bytes`, named as a repository names it. */
export function fileOf(kind: Exclude<FileKind, 'config'>, bytes: Uint8Array): FileHandle {
  return { kind, name: createHash('sha256').update(bytes).digest('hex') };
}

export async function listed(
  backend: Backend,
  kind: Exclude<FileKind, 'config'>,
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for await (const { name, sizeBytes } of backend.list(kind)) found.set(name, sizeBytes);
  return found;
}

/** The HoldfastError that `work` rejects with. */
export async function failureOf(work: Promise<unknown>): Promise<HoldfastError> {
  const outcome = await work.then(
    () => 'it succeeded',
    (error: unknown) => error,
  );
  if (outcome instanceof HoldfastError) return outcome;
  throw new Error('expected a HoldfastError', { cause: outcome });
}

function abortedController(): AbortController {
  const controller = new AbortController();
  controller.abort();
  return controller;
}
