import { describe, expect, it } from 'vitest';
import {
  looksLikeRecoveryCode,
  newRecoveryCode,
  normalizeRecoveryCode,
} from '../../src/repository/recovery-code.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const badInput = expect.objectContaining({ code: 'bad-input' });

describe('recovery code', () => {
  it('has six groups of six characters, none of which is misread', () => {
    for (let i = 0; i < 100; i++)
      expect(newRecoveryCode()).toMatch(/^[0-9a-hjkmnp-tv-z]{6}(-[0-9a-hjkmnp-tv-z]{6}){5}$/);
  });

  it('is another one each time, in every random character', () => {
    const codes = Array.from({ length: 400 }, newRecoveryCode);
    expect(new Set(codes).size).toBe(400);
    for (let at = 0; at < 41; at++) {
      if (at % 7 < 5) expect(new Set(codes.map((code) => code[at])).size).toBe(32);
    }
  });

  it('is its own normal form: what is printed is the password', () => {
    const code = newRecoveryCode();
    expect(normalizeRecoveryCode(code)).toBe(code);
    expect(looksLikeRecoveryCode(code)).toBe(true);
  });

  it('is understood in capitals, with blanks, without dashes, and with O for 0 and l or I for 1', () => {
    for (let i = 0; i < 50; i++) {
      const code = newRecoveryCode();
      const typed = [
        code.toUpperCase(),
        code.replaceAll('-', ' '),
        code.replaceAll('-', ''),
        ` ${code}\n`,
        code.replaceAll('0', 'O').replaceAll('1', i % 2 === 0 ? 'l' : 'I'),
      ];
      for (const text of typed) expect(normalizeRecoveryCode(text)).toBe(code);
    }
  });

  it('tells every single wrong character, and in which group it is', () => {
    const code = newRecoveryCode();
    for (let at = 0; at < code.length; at++) {
      if (code[at] === '-') continue;
      for (const other of ALPHABET) {
        if (other === code[at]) continue;
        const wrong = code.slice(0, at) + other + code.slice(at + 1);
        expect(() => normalizeRecoveryCode(wrong)).toThrow(`group ${Math.floor(at / 7) + 1} of 6`);
      }
    }
  });

  it('tells two characters of a group in the wrong order', () => {
    for (let i = 0; i < 200; i++) {
      const code = newRecoveryCode();
      for (let at = 0; at < code.length - 1; at++) {
        const [a, b] = [code[at] as string, code[at + 1] as string];
        if (a === b || a === '-' || b === '-') continue;
        const swapped = code.slice(0, at) + b + a + code.slice(at + 2);
        expect(() => normalizeRecoveryCode(swapped)).toThrow(badInput);
      }
    }
  });

  it('tells groups in the wrong order', () => {
    const [first, second, ...rest] = newRecoveryCode().split('-');
    expect(() => normalizeRecoveryCode([second, first, ...rest].join('-'))).toThrow(badInput);
  });

  it.each(['', 'abc', '0'.repeat(35), '0'.repeat(37), `${'u'.repeat(36)}`])('refuses %j', (text) => {
    expect(() => normalizeRecoveryCode(text)).toThrow(badInput);
  });

  it('never shows the code in a message', () => {
    const code = newRecoveryCode();
    const wrong = code.slice(0, -1) + (code.endsWith('0') ? '2' : '0');
    expect(() => normalizeRecoveryCode(wrong)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(code.slice(0, 6)) }),
    );
  });

  it.each(['correct horse battery staple', 'hunter2', 'a'.repeat(36)])('is not taken for %j', (password) => {
    expect(looksLikeRecoveryCode(password)).toBe(false);
  });
});
