import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PLANTS } from '../../scripts/demo/scene.ts';
import { fitsItsWidth, startBrowser, violationsOf } from '../services/page-judge.ts';

/** The whole demo on a busy machine. */
const PATIENCE_MS = 600_000;

const CHECKOUT = join(import.meta.dirname, '../..');

interface Told {
  readonly status: number | null;
  readonly lines: readonly string[];
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-demo-test-'));
  await chmod(folder, 0o755); // PostgreSQL, which isn't root, must get in
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts the demo as `npm run demo -- …` does, with the folder of this test as the system's temporary one. */
function startDemo(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  around: readonly string[] = [],
) {
  const [program = '', ...words] = [...around, 'sh', 'scripts/demo.sh', ...args];
  return spawn(program, words, {
    cwd: CHECKOUT,
    env: { ...process.env, CI: 'true', TMPDIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true, // a process group of its own, as at a terminal
  });
}

async function runDemo(...how: Parameters<typeof startDemo>): Promise<Told> {
  const child = startDemo(...how);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const output = await text(child.stdout);
  return { status: await ended, lines: output.trimEnd().split('\n') };
}

function pageOf({ lines }: Told): string {
  const said = lines.find((line) => line.startsWith('The page to look at: '));
  return said?.slice('The page to look at: '.length) ?? '';
}

/** By anybody, in the light and in the dark, on a wide screen and on a narrow one. */
async function expectReadable(file: string): Promise<void> {
  const browser = await startBrowser();
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1280, 320]) {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
        await page.goto(pathToFileURL(file).href);
        expect(await violationsOf(page)).toEqual([]);
        expect(await fitsItsWidth(page)).toBe(true);
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
}

describe('the demo', { timeout: PATIENCE_MS }, () => {
  test('ends with a verified restore, and leaves nothing but a page that needs nothing from outside', async () => {
    const told = await runDemo();
    expect(told.lines.filter((line) => line.includes('FAILED'))).toEqual([]);
    expect(told.lines.at(-1)).toMatch(/^Restored and verified: all \d+ checks passed\.$/);
    expect(told.status).toBe(0);
    const page = pageOf(told);
    expect(await readdir(folder, { recursive: true })).toHaveLength(3); // the demo's folder, and the pages in it
    expect((await readdir(dirname(page))).sort()).toEqual(['drill.html', 'page.html']);
    expect(await readFile(join(dirname(page), 'drill.html'), 'utf8')).toContain('<h2>Checks</h2>');
    const html = await readFile(page, 'utf8');
    expect(html).toContain('Restored and verified.');
    expect(html).not.toMatch(/\b(?:src|href)=|@import|url\(/);
    for (const file of [page, join(dirname(page), 'drill.html')]) await expectReadable(file);
  });

  test('fails and says why when it meets planted faults: a turned bit, a lost order; in a folder of an odd name, without any network', async () => {
    const odd = join(folder, "it's here");
    await mkdir(odd);
    // Without a network of its own only root may make such a process.
    const alone = process.getuid?.() === 0 ? ['unshare', '-n'] : [];
    const planted = ['--short', ...PLANTS.flatMap((plant) => ['--plant', plant])];
    const told = await runDemo(planted, { TMPDIR: odd }, alone);
    const failed = told.lines.filter((line) => line.startsWith('FAILED: '));
    expect(failed).toContainEqual(expect.stringMatching(/Restored tree: .* 2 differ$/));
    expect(failed).toContainEqual(expect.stringMatching(/orders: \d+, promised \d+/));
    expect(told.lines.at(-1)).toMatch(/^The demo failed: /);
    expect(told.status).toBe(1);
    expect(await readFile(pageOf(told), 'utf8')).toContain('Not as it must be.');
  });

  test('takes down what it started when it is interrupted', async () => {
    const child = startDemo(['--short']);
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    let output = '';
    for await (const bytes of child.stdout) {
      output += bytes;
      if (child.pid !== undefined && output.includes('A repository, and a key') && !output.includes('page')) {
        process.kill(-child.pid, 'SIGINT');
      }
    }
    expect(await ended).toBe(1);
    expect(output).toMatch(/The demo failed: .*\n$/);
    expect(await readdir(folder, { recursive: true })).toHaveLength(2);
  });

  test('fails when a command of the program fails', async () => {
    const program = join(folder, 'holdfast');
    await writeFile(program, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const told = await runDemo(['--short', '--program', program]);
    expect(told.lines.at(-1)).toMatch(/^The demo failed: /);
    expect(told.status).toBe(1);
  });
});
