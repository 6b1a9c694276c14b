import { expect, test } from 'vitest';
import { splitShellWords } from '../../src/cli/shell-words.ts';

test.each([
  ['pass show backup', ['pass', 'show', 'backup']],
  [`sh -c 'echo "a b"'`, ['sh', '-c', 'echo "a b"']],
  ['a"b c"d\\ e \'\' ""', ['ab cd e', '', '']],
  ['"a\\"b" "a\\nb"', ['a"b', 'a\\nb']],
  ['a\tb\nc', ['a', 'b', 'c']],
])('%s', (line, words) => expect(splitShellWords(line, 'x')).toEqual(words));

test.each(["'open", '"open', 'open\\', '', '  '])('%j is refused', (line) => {
  expect(() => splitShellWords(line, 'the command')).toThrow('Cannot use the command');
});
