import { describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { BackupOptions } from '../../../src/operations/backup/options.ts';
import { Problems } from '../../../src/operations/backup/problems.ts';
import { MAX_PROBLEMS, type ProblemKind } from '../../../src/operations/backup/result.ts';

function isAllowed(kind: ProblemKind, policies: Partial<BackupOptions>): boolean {
  const problems = new Problems(() => undefined);
  problems.add(kind, fromText('/srv/a'), 'x');
  const options = { onUnreadable: 'fail', onChanged: 'auto', before: [], ...policies } as const;
  return problems.allow(options as BackupOptions);
}

const HELD = { before: ['docker stop wiki'] };
const LENIENT = { onUnreadable: 'warn', onChanged: 'warn' } as const;

describe('a snapshot counts as complete', () => {
  test.each<[ProblemKind, Partial<BackupOptions>, boolean]>([
    ['unreadable', {}, false],
    ['unreadable', { onUnreadable: 'warn' }, true],
    ['unreadable', { onUnreadable: 'warn', ...HELD }, true],
    ['changed', {}, true],
    ['changed', HELD, false],
    ['changed', { onChanged: 'fail' }, false],
    ['changed', { onChanged: 'warn', ...HELD }, true],
    ['vanished', {}, true],
    ['vanished', HELD, false],
    ['vanished', { onChanged: 'fail' }, false],
    ['missing', {}, false],
    ['missing', LENIENT, false],
    ['unsupported', HELD, true],
  ])('with something %s, by %j: %s', (kind, policies, expected) => {
    expect(isAllowed(kind, policies)).toBe(expected);
  });
});

test('what is said of one is of sane size', () => {
  const problems = new Problems(() => undefined);
  problems.add('unreadable', fromText(`/${'p'.repeat(100_000)}`), 'w'.repeat(100_000));
  expect(problems.list[0]?.path).toHaveLength(4503);
  expect(problems.list[0]?.message).toHaveLength(4503);
});

test('problems without end are all counted, and named within bounds', () => {
  const warnings: string[] = [];
  const problems = new Problems((message) => warnings.push(message));
  for (let i = 0; i < MAX_PROBLEMS + 50; i++)
    problems.add('vanished', fromText(`/srv/${i}\n::error::x`), 'gone');
  expect(problems.counts.vanished).toBe(MAX_PROBLEMS + 50);
  expect(problems.list).toHaveLength(MAX_PROBLEMS);
  expect(warnings).toHaveLength(MAX_PROBLEMS + 1);
  expect(warnings.join('')).not.toContain('\n');
});
