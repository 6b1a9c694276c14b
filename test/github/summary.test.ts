import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addSummary, escapeMarkdown, MAX_SUMMARY_BYTES, markdownCode } from '../../src/github/summary.ts';

describe('the job summary', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-summary-'));
    await writeFile(join(folder, 'summary'), '');
    vi.stubEnv('GITHUB_STEP_SUMMARY', join(folder, 'summary'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  test('is cut at a line’s end below the limit past which the runner drops it whole', async () => {
    addSummary('é — a line\n'.repeat(100_000));
    const summary = await readFile(join(folder, 'summary'), 'utf8');
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES);
    expect(summary).toMatch(/é — a line\n\n_Cut here: the rest stands in the log\._\n$/);
  });

  test('is nothing where the server has none', () => {
    vi.stubEnv('GITHUB_STEP_SUMMARY', '');
    expect(() => addSummary('x')).not.toThrow();
  });
});

describe('foreign text in Markdown', () => {
  test('begins no markup, no HTML, no link, no mention, no cell', () => {
    expect(escapeMarkdown('<img src=x> [a](b) | **x** @me https://x `y`')).toBe(
      '&lt;img src=x\\> \\[a\\](b) \\| \\*\\*x\\*\\* &#64;me https:&#47;&#47;x \\`y\\`',
    );
  });

  test('as code it can’t get out of its fence', () => {
    expect(markdownCode('a')).toBe('`a`');
    expect(markdownCode('a``b|c')).toBe('``` a``b\\|c ```');
    expect(markdownCode('a\n\n<img src=x>')).toBe('`a\\n\\n<img src=x>`');
    expect(markdownCode('')).toBe('`""`');
  });
});
