import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/config/rules/all.ts';
import { STRUCTURE_RULES } from '../../src/config/rules/structure.ts';
import { type File, UNUSED_SILENCE, validate } from '../../src/config/validate.ts';
import { RULE_PAGES, RULE_TABLE } from './pages.ts';

const SEVERITIES = new Map<string, string>([
  ...Object.keys(STRUCTURE_RULES).map((name) => [name, 'error'] as const),
  ...RULES.map(({ name, severity }) => [name, severity] as const),
  [UNUSED_SILENCE, 'warning'],
]);

function findingsOf(files: readonly File[]) {
  const [config, ...workflows] = files;
  if (config === undefined) throw new Error('the page has no example');
  return validate(config, workflows).findings;
}

test('each rule has a page and a row, and there are no others', () => {
  expect(RULE_PAGES.map(({ rule }) => rule).sort()).toEqual([...SEVERITIES.keys()].sort());
  const rows = [...RULE_TABLE.matchAll(/^\| \[([\w-]+)\]\(([\w-]+)\.md\) \| (\w+) \|/gm)];
  expect(rows.map(([, name, file, severity]) => [name, file, severity]).sort()).toEqual(
    [...SEVERITIES].map(([name, severity]) => [name, name, severity]).sort(),
  );
});

describe.each(RULE_PAGES)('$rule', ({ rule, wrong, right, expected }) => {
  test('finds what its page says is wrong, on that line of that file', () => {
    const found = findingsOf(wrong).filter((finding) => finding.rule === rule);
    expect(found.map(({ file, at, severity }) => ({ file, line: at.line, severity }))).toEqual([
      { ...expected, severity: SEVERITIES.get(rule) },
    ]);
    expect(found[0]?.advice).toMatch(/\.$/);
    expect(found[0]?.what).not.toMatch(/\.$/);
  });

  test('finds nothing in what its page says is right, which is no error in any way', () => {
    const found = findingsOf(right);
    expect(found.filter((finding) => finding.rule === rule)).toEqual([]);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
