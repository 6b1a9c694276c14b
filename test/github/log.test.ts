import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutCommands } from '../../src/github/log.ts';
import { workflowCommands } from '../e2e/runner.ts';

describe('lines of the log that hold foreign text', () => {
  test.each([
    ['::error::x'],
    ['   ::add-mask::a'],
    ['\t::stop-commands::token'],
    ['saved ##[add-mask]a'],
    ['##[error]x'],
    ['a\n::error::x'],
    ['a\r::error::x'],
    ['::::'],
    ['##[##[error]x'],
    ['###[error]x'],
    ['\u0085::error::x'],
    ['\u200b::error::x'],
    ['\x1b[0m::error::x'],
  ])('%j is no command', (line) => expect(workflowCommands(withoutCommands(line))).toEqual([]));

  test('the check itself sees commands', () => {
    expect(workflowCommands('  ::error title=a::x')).toEqual([
      { name: 'error', properties: { title: 'a' }, message: 'x' },
    ]);
    expect(workflowCommands('x ##[error]y')).toHaveLength(1);
  });

  test('no text whatever makes a command', () => {
    const pieces = fc.constantFrom(
      '::',
      ':',
      '##[',
      '#',
      '[',
      ']',
      'error',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u2028',
      '\u0085',
      '\u3000',
      '\x1b',
      '\0',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        expect(workflowCommands(withoutCommands(parts.join('')))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  test('no text whatever moves a terminal’s cursor or turns its writing about', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(withoutCommands(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 2000 },
    );
  });

  test('ordinary lines stay as they are', () => {
    for (const line of ['[0:10] backing up: 12 files', 'a::b', 'C++ # [x]'])
      expect(withoutCommands(line)).toBe(line);
  });
});
