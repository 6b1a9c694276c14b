import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteString, fromBytes, fromText, toBytes } from '../../src/bytestring.ts';
import { quote, quoteAll } from '../../src/hosts/quote.ts';

const nonZeroByte = fc.integer({ min: 1, max: 255 });
const word = fc.array(nonZeroByte, { maxLength: 40 }).map((bytes) => fromBytes(Buffer.from(bytes)));
const shellish = fc
  .array(fc.constantFrom(...'\'"\\$`!*?~#;&|<>(){}[]= \n\t-%a'))
  .map((c) => fromText(c.join('')));

describe('quote', () => {
  it('leaves plain words as they are', () => {
    expect(quoteAll(['/srv/data-1', 'a.b,c:d@e%f+g'].map(fromText))).toBe('/srv/data-1 a.b,c:d@e%f+g');
  });

  it('makes an empty word a word', () => {
    expect(quote(fromText(''))).toBe(`''`);
  });

  it('quotes what a shell would read something into at a beginning', () => {
    expect(quoteAll(['~root', 'A=1', '{a,b}', '#x'].map(fromText))).toBe(`'~root' 'A=1' '{a,b}' '#x'`);
  });

  it('gives ASCII, so that a script means the same bytes wherever it goes', () => {
    fc.assert(fc.property(word, (any) => /^[\n\x20-\x7e]*$/.test(quote(any))));
  });

  it('refuses NUL, at which a shell would cut the word', () => {
    expect(() => quote(fromText('/etc\0/passwd'))).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  it('is read back by sh as the same bytes, hostile ones too', () => {
    const words = [...fc.sample(word, 300), ...fc.sample(shellish, 300)];
    const script = `for w in ${quoteAll(words)}; do printf '%s\\0' "$w"; done`;
    expect(shellOutput(script)).toEqual(words);
  });

  it('keeps one word one word, whichever character is in its midst', () => {
    const words = Array.from({ length: 255 }, (_, i) => fromBytes(Buffer.of(0x61, i + 1, 0x62)));
    for (const word of words) {
      if (!/^a[A-Za-z0-9_./:@%+,-]b$/.test(word)) expect(quote(word)).not.toBe(word);
    }
    expect(shellOutput(`for w in ${quoteAll(words)}; do printf '%s\\0' "$w"; done`)).toEqual(words);
  });

  it('survives being quoted within a quoted script', () => {
    const inner = fromText(`it's "$HOME" \\ \`x\` é\n`);
    const script = `sh -c ${quote(fromText(`printf '%s\\0' ${quote(inner)}`))}`;
    expect(shellOutput(script)).toEqual([inner]);
  });
});

/** The NUL-ended words that `script` prints. */
function shellOutput(script: string): ByteString[] {
  const output = execFileSync('/bin/sh', { input: script });
  return fromBytes(output)
    .split('\0')
    .slice(0, -1)
    .map((printed) => fromBytes(toBytes(printed as ByteString)));
}
