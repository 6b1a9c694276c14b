import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { File } from '../../src/config/validate.ts';

/** A rule's page, whose examples are its tests. */
export interface RulePage {
  readonly rule: string;
  readonly text: string;
  readonly wrong: readonly File[];
  readonly right: readonly File[];
  /** Where the finding must be: where `# ←` stands in the wrong example. */
  readonly expected: { readonly file: string; readonly line: number } | null;
}

const FOLDER = join(import.meta.dirname, '../../docs/rules');
export const MARK = '# ←';

export const RULE_PAGES: readonly RulePage[] = readdirSync(FOLDER)
  .filter((name) => name !== 'README.md')
  .map((name) => pageOf(name.replace(/\.md$/, ''), readFileSync(join(FOLDER, name), 'utf8')));

export const RULE_TABLE = readFileSync(join(FOLDER, 'README.md'), 'utf8');

function pageOf(rule: string, text: string): RulePage {
  const [, wrongPart = '', rightPart = ''] = /## Wrong\n(.*)## Right\n(.*)/s.exec(text) ?? [];
  const wrong = filesIn(wrongPart);
  const marked = wrong.flatMap(({ name, text }) =>
    text.split('\n').flatMap((line, i) => (line.includes(MARK) ? [{ file: name, line: i + 1 }] : [])),
  );
  return {
    rule,
    text,
    wrong,
    right: filesIn(rightPart),
    expected: marked.length === 1 ? (marked[0] ?? null) : null,
  };
}

export function filesIn(markdown: string): File[] {
  return [...markdown.matchAll(/^```yaml (\S+)\n(.*?)^```$/gms)].map(([, name = '', text = '']) => ({
    name,
    text,
  }));
}
