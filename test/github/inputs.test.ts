import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  booleanInput,
  choiceInput,
  commandsInput,
  listInput,
  requiredInput,
  textInput,
} from '../../src/github/inputs.ts';

const give = (name: string, value: string) => vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
afterEach(() => vi.unstubAllEnvs());

describe('inputs', () => {
  test('one that is not given is null, and said to be missing where it is needed', () => {
    expect(textInput('repository')).toBeNull();
    expect(() => requiredInput('repository', 'Give it.')).toThrow(
      'the input `repository` is missing. Give it.',
    );
  });

  test('a list is one a line, with comments and empty lines left out', () => {
    give('paths', '  /etc \r\n\n# not this\n/srv/a b\n');
    expect(listInput('paths')).toEqual(['/etc', '/srv/a b']);
  });

  test('a command may go on over lines', () => {
    give('before', 'docker stop \\\n  wiki\r\nsync\n');
    expect(commandsInput('before')).toEqual(['docker stop   wiki', 'sync']);
  });

  test('a switch is a YAML boolean and nothing else', () => {
    for (const [text, value] of [
      ['true', true],
      ['False', false],
      ['', false],
    ] as const) {
      give('force', text);
      expect(booleanInput('force')).toBe(value);
    }
    give('force', 'yes');
    expect(() => booleanInput('force')).toThrow('it is "yes", expected `true` or `false`');
  });

  test('a choice is one of those there are, by default the first', () => {
    expect(choiceInput('on-changed', ['auto', 'fail'])).toBe('auto');
    give('on-changed', 'fail');
    expect(choiceInput('on-changed', ['auto', 'fail'])).toBe('fail');
    give('on-changed', 'never');
    expect(() => choiceInput('on-changed', ['auto', 'fail'])).toThrow('expected one of auto, fail');
  });
});
