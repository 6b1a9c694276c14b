import { expect, test } from 'vitest';
import { fromText } from '../../src/bytestring.ts';
import { GNU_READER } from '../../src/files/file-reader.ts';
import { FindProblems } from '../../src/files/find-problems.ts';
import { listerOf } from '../../src/files/listers.ts';
import { TarProblems } from '../../src/files/tar-problems.ts';

// A host may print messages without end, and never an entry or a member.

const LINES = 1_000_000;

function grownBytes(work: () => void): number {
  const before = process.memoryUsage().heapUsed;
  work();
  return process.memoryUsage().heapUsed - before;
}

test('of find are counted from some number on, and told to be missing', () => {
  const problems = new FindProblems([], listerOf(GNU_READER));
  const grown = grownBytes(() => {
    for (let i = 0; i < LINES; i++) problems.add(fromText(`find: '/${i}': Permission denied`));
  });
  expect(grown).toBeLessThan(150 * 1024 * 1024);
  const told = problems.take();
  expect(told).toHaveLength(100_001);
  expect(told.at(-1)).toEqual({
    kind: 'unreadable',
    path: null,
    message: `and ${LINES - 100_000} more messages`,
  });
  expect(problems.take()).toEqual([]);
  expect(problems.explains(1)).toBe(true);
});

test('of tar are forgotten from some number of files on', () => {
  const problems = new TarProblems();
  const grown = grownBytes(() => {
    for (let i = 0; i < LINES; i++) problems.add(fromText(`tar: "./${i}": Cannot open: Permission denied`));
  });
  expect(grown).toBeLessThan(150 * 1024 * 1024);
  expect(problems.about(fromText('/7'))).toMatchObject({ kind: 'unreadable' });
});
