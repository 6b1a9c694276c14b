import { describe, expect, test } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import type { BackupOptions } from '../../../src/operations/backup/options.ts';
import { Problems } from '../../../src/operations/backup/problems.ts';
import { MAX_PROBLEMS, type ProblemKind } from '../../../src/operations/backup/result.ts';

type Policies = Pick<BackupOptions, 'onUnreadable' | 'onChanged' | 'before'>;
const DEFAULT: Policies = { onUnreadable: 'fail', onChanged: 'auto', before: [] };

function allows(kind: ProblemKind | null, policies: Partial<Policies> = {}): boolean {
  const problems = new Problems(() => {});
  if (kind !== null) problems.add(kind, '/f' as ByteString, 'why');
  return problems.allow({ ...DEFAULT, ...policies } as BackupOptions);
}

describe('a snapshot is incomplete', () => {
  test.each<[ProblemKind | null, Partial<Policies>, boolean]>([
    [null, {}, true],
    ['unreadable', {}, false],
    ['unreadable', { onUnreadable: 'warn' }, true],
    ['changed', {}, true],
    ['vanished', {}, true],
    ['changed', { before: ['stop'] }, false],
    ['vanished', { before: ['stop'] }, false],
    ['changed', { onChanged: 'fail' }, false],
    ['vanished', { onChanged: 'fail' }, false],
    ['changed', { onChanged: 'warn', before: ['stop'] }, true],
    ['unsupported', {}, true],
  ])('by something %s, with %o: %s means it counts as complete', (kind, policies, complete) => {
    expect(allows(kind, policies)).toBe(complete);
  });
});

test('problems without end are counted, told up to a number, and kept in bounded memory', () => {
  const told: string[] = [];
  const problems = new Problems((message) => told.push(message));
  for (let i = 0; i < MAX_PROBLEMS + 5; i++) problems.add('unreadable', `/${i}` as ByteString, 'a\x1b[2J');
  expect(problems.counts.unreadable).toBe(MAX_PROBLEMS + 5);
  expect(problems.list).toHaveLength(MAX_PROBLEMS);
  expect(told).toHaveLength(MAX_PROBLEMS + 1);
  expect(told[0]).toBe('/0: unreadable: a\\x1b[2J');
});
