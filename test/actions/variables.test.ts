import { expect, test } from 'vitest';
import { parseVariables } from '../../src/actions/variables.ts';

test('variables are an object of texts; what a job may not have is empty, and isn’t set', () => {
  expect(parseVariables('{"A":"x\\ny","B_2":"","_c":"1"}')).toEqual({ A: 'x\ny', _c: '1' });
});

test.each([
  ['no JSON', '{"A": hunter2'],
  ['a list', '["hunter2"]'],
  ['a number', '{"A": 5}'],
  ['a name that no shell has', '{"a-b": "hunter2"}'],
  ['what the runner tells the step', '{"GITHUB_TOKEN": "hunter2"}'],
  ['what would be another input', '{"INPUT_TARGET": "hunter2"}'],
  ['where programs are found', '{"Path": "hunter2"}'],
])('%s is refused without a word of a value', (_, text) => {
  const parsed = () => parseVariables(text);
  expect(parsed).toThrow(/^Cannot use the input `variables`: /);
  expect(parsed).not.toThrow(/hunter2/);
});
