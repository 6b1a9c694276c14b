import { beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { checkRepository, parseReadDataSubset } from '../../src/repository/check.ts';
import { openRepository } from '../../src/repository/open.ts';
import { failureOf } from '../contract/backend.ts';
import { watched } from './backend-doubles.ts';
import { type SmallRepository, smallRepository } from './broken-repositories.ts';
import { PASSWORD } from './fast-key.ts';
import { loadFiles } from './sample-files.ts';

describe('bytes that are altered on their way', () => {
  let small: SmallRepository;

  beforeEach(async () => {
    small = await smallRepository();
  });

  /** Gives another bit in the first `times` answers to each question. */
  function altering(backend: Backend, times: number): Backend {
    const asked = new Map<string, number>();
    const load: Backend['load'] = async (file, range, signal) => {
      const question = JSON.stringify([file.kind, file.name, range?.offset, range?.length]);
      asked.set(question, (asked.get(question) ?? 0) + 1);
      const bytes = Buffer.from(await backend.load(file, range, signal));
      if ((asked.get(question) ?? 0) > times || bytes.length === 0) return bytes;
      const middle = bytes.length >> 1;
      bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
      return bytes;
    };
    return { ...watched(backend, () => {}), load };
  }

  test('once are read again: nothing is damaged', async () => {
    const repository = await openRepository(altering(small.backend, 1), PASSWORD, { threads: 0 });
    await repository.loadIndex();
    expect((await loadFiles(repository, small.root)).size).toBeGreaterThan(0);
    await repository.close();
    const again = await openRepository(altering(small.backend, 1), PASSWORD, { threads: 0 });
    const findings = await Array.fromAsync(checkRepository(again, { readData: parseReadDataSubset('100%') }));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    await again.close();
  });

  test('twice are damage', async () => {
    const error = await failureOf(openRepository(altering(small.backend, 2), PASSWORD, { threads: 0 }));
    expect(error.code).toBe('repository-damaged');
  });
});
