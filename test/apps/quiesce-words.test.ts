import { expect, test } from 'vitest';
import { parseQuiesce, type QuiesceWords } from '../../src/apps/quiesce-words.ts';

const NONE: QuiesceWords = {
  stop: [],
  start: [],
  status: null,
  lease: null,
  maxQuiesce: null,
  container: null,
};
const SOME = { ...NONE, stop: ['systemctl stop wiki'], start: ['systemctl start wiki'] };
const parse = (words: QuiesceWords) => parseQuiesce(words, (word) => `--${word}`);

test('nothing is stopped where nobody says how', () => {
  expect(parse(NONE)).toBeUndefined();
  expect(parse({ ...NONE, container: 'docker:db' })).toBeUndefined();
});

test('by default a run may be silent for two minutes, and the application may stand for an hour', () => {
  expect(parse(SOME)).toMatchObject({ leaseMs: 120_000, longestMs: 3_600_000 });
});

test.each([
  ['--stop without --start', { ...NONE, stop: ['x'] }],
  ['--start without --stop', { ...NONE, start: ['x'] }],
  ['--status without --stop', { ...NONE, status: 'x' }],
  ['--lease without --stop', { ...NONE, lease: '2m' }],
  ['--max-quiesce without --stop', { ...NONE, maxQuiesce: '2h' }],
  ['--stop with --container', { ...SOME, container: 'docker:db' }],
  ['an empty command', { ...SOME, start: [' '] }],
  ['an empty command', { ...SOME, status: '' }],
  ['--lease: it is "5s"', { ...SOME, lease: '5s' }],
  ['--max-quiesce: it is 60 s, and --lease 120 s', { ...SOME, maxQuiesce: '1m' }],
])('refused: %s', (says, words) => {
  expect(() => parse(words)).toThrow(says);
});
