import { describe, expect, test } from 'vitest';
import { Output, toJsonLine } from '../../src/cli/output.ts';
import { FakeTerminal } from './terminal.ts';

describe('JSON for a program', () => {
  test('keeps every digit of numbers past 2^53', () => {
    expect(toJsonLine({ inode: 18_446_744_073_709_551_615n })).toBe('{"inode":18446744073709551615}');
  });

  test('holds nothing that a terminal acts on, and reads back the same', () => {
    const name = 'a\x1b[31m\x9b2J\u202egnp\u2028\u{e0001}\n';
    const line = toJsonLine({ name });
    expect(line).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(line)).toEqual({ name });
  });
});

describe('what is said where', () => {
  test('results go to stdout, all else to stderr', async () => {
    const terminal = new FakeTerminal();
    const output = new Output(terminal, 'text', 1);
    await output.line('result');
    await output.json({ not: 'this' });
    output.note('by the way');
    output.warning('beware');
    output.failure('it failed', 1);
    expect(terminal.stdout.text).toBe('result\n');
    expect(terminal.stderr.text).toBe('by the way\nwarning: beware\nFatal: it failed\n');
  });

  test('with --json stdout is JSON alone, and stderr too', async () => {
    const terminal = new FakeTerminal();
    const output = new Output(terminal, 'json', 1);
    await output.line('not this');
    await output.json({ message_type: 'summary' });
    output.note('not this');
    output.failure('it failed', 12);
    expect(terminal.stdout.text).toBe('{"message_type":"summary"}\n');
    expect(terminal.stderr.text).toBe('{"message_type":"exit_error","code":12,"message":"it failed"}\n');
  });

  test('--quiet leaves results and problems', async () => {
    const terminal = new FakeTerminal();
    const output = new Output(terminal, 'text', 0);
    output.note('not this');
    output.warning('beware');
    await output.line('result');
    expect(terminal.stdout.text + terminal.stderr.text).toBe('result\nwarning: beware\n');
  });
});
