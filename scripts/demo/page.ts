import { cpus, release, type as systemName } from 'node:os';
import { formatBytes, formatCount } from '../../src/amounts.ts';
import { bytesChart } from './page-chart.ts';
import { PAGE_STYLE } from './page-style.ts';
import type { Scene } from './scene.ts';
import { formatSeconds, type Line, type Step } from './story.ts';

/** What the demo did, as one HTML page that needs nothing from outside. `broken`: what the story broke off with. */
export function demoPage(scene: Scene, broken: string | null): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Holdfast: a backup, a disaster and a restore</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
${header(scene, broken)}
${tiles(scene)}
<section>
<h2>What a backup costs</h2>
<p>The second backup reads and stores only what changed since the first. Bars share one scale.</p>
${bytesChart(scene.figures.backups)}
</section>
${comparisons(scene)}
${timings(scene)}
${story(scene)}
<footer>${escapeHtml(`${new Date().toISOString()} · ${systemName()} ${release()} · ${cpus().length} cores · Node ${process.version}`)}</footer>
</main>
</body>
</html>
`;
}

function header({ story }: Scene, broken: string | null): string {
  const { checks, failures } = story;
  const good = broken === null && failures === 0;
  const verdict = good ? 'Restored and verified' : 'Not as it must be';
  const detail = good
    ? `All ${checks.length} checks passed.`
    : (broken ?? `${failures} of ${checks.length} checks failed.`);
  return `<header>
<p class="eyebrow">Holdfast demo</p>
<h1>A backup, a disaster and a restore</h1>
<p class="verdict ${good ? 'good' : 'bad'}"><span class="mark" aria-hidden="true">${good ? '✓' : '✗'}</span>
<span><strong>${verdict}.</strong> ${escapeHtml(detail)}</span></p>
</header>`;
}

function tiles({ figures }: Scene): string {
  const [first, next] = figures.backups;
  const restored = figures.comparisons[0]?.comparison;
  const restore = figures.timings.find(({ name }) => name === 'Restore');
  const all = [
    first &&
      tile(
        'First backup',
        formatSeconds(first.milliseconds),
        `${formatCount(first.files)} files, ${formatBytes(first.treeBytes)}`,
      ),
    next && tile('Next backup', formatSeconds(next.milliseconds), `${formatBytes(next.addedBytes)} added`),
    restore &&
      tile('Restore', formatSeconds(restore.milliseconds), 'read again and compared before it is moved in'),
    restored &&
      tile(
        'Compared',
        formatCount(restored.entries),
        `entries, ${formatCount(restored.differences.length)} differ`,
      ),
  ];
  return `<div class="tiles">${all.filter((html) => html !== undefined).join('\n')}</div>`;
}

function tile(label: string, value: string, note: string): string {
  return `<div class="tile"><div class="label">${escapeHtml(label)}</div><div class="value">${escapeHtml(value)}</div><div class="note">${escapeHtml(note)}</div></div>`;
}

function comparisons({ figures }: Scene): string {
  const rows = figures.comparisons.map(({ name, comparison: { entries, files, fileBytes, differences } }) => {
    const outcome =
      differences.length === 0 ? status(true, 'all as saved') : status(false, `${differences.length} differ`);
    return `<tr><td>${escapeHtml(name)}</td><td class="number">${formatCount(entries)}</td><td class="number">${formatCount(files)}</td><td class="number">${formatBytes(fileBytes)}</td><td>${outcome}</td></tr>`;
  });
  return `<section>
<h2>What was compared</h2>
<p>Every entry’s bytes (SHA-256), type, mode, owner, hard links and modification time to the nanosecond, read by code
that shares nothing with Holdfast.</p>
<div class="scroll" tabindex="0" role="region" aria-label="What was compared"><table>
<thead><tr><th>Tree</th><th class="number">Entries</th><th class="number">Files</th><th class="number">Bytes</th><th>Outcome</th></tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table></div>
</section>`;
}

function timings({ figures }: Scene): string {
  const rows = figures.timings.map(
    ({ name, milliseconds }) =>
      `<tr><td>${escapeHtml(name)}</td><td class="number">${formatSeconds(milliseconds)}</td></tr>`,
  );
  return `<section>
<h2>How long it took</h2>
<p>Whole commands as a person waits for them, start of the program included.</p>
<div class="scroll" tabindex="0" role="region" aria-label="How long it took"><table class="narrow"><thead><tr><th>Command</th><th class="number">Time</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>
</section>`;
}

function story({ story: { steps } }: Scene): string {
  let number = 0;
  const items = steps.map((step) => {
    if (step.shown) number++;
    return stepHtml(step, step.shown ? String(number) : '–');
  });
  return `<section>
<h2>Step by step</h2>
<p>Every command as it was typed, and what it printed.</p>
${items.join('\n')}
</section>`;
}

function stepHtml({ title, why, lines, shown }: Step, number: string): string {
  const failed = lines.some((line) => line.kind === 'check' && !line.passed);
  const passed = lines.filter((line) => line.kind === 'check' && line.passed).length;
  const outcome = failed
    ? status(false, 'failed')
    : passed > 0
      ? status(true, `${passed} ${passed === 1 ? 'check' : 'checks'}`)
      : shown
        ? ''
        : '<span class="status">not shown here</span>';
  const transcript = shown ? `<div class="terminal">${lines.map(lineHtml).join('')}</div>` : '';
  return `<details${failed ? ' open' : ''}>
<summary><span class="step">${number}</span><span class="title">${escapeHtml(title)}</span>${outcome}</summary>
<p>${escapeHtml(why)}</p>
${transcript}
</details>`;
}

function lineHtml(line: Line): string {
  switch (line.kind) {
    case 'command':
      return `<div class="command">${escapeHtml(line.text)}</div>`;
    case 'output':
      return `<div class="output">${escapeHtml(line.text) || ' '}</div>`;
    case 'took':
      return `<div class="took">${formatSeconds(line.milliseconds)}</div>`;
    case 'measured':
      return `<div class="measured">${escapeHtml(line.text)}</div>`;
    case 'check':
      return `<div class="check">${status(line.passed, line.text)}</div>`;
  }
}

function status(good: boolean, text: string): string {
  return `<span class="status ${good ? 'good' : 'bad'}"><span aria-hidden="true">${good ? '✓' : '✗'}</span> ${escapeHtml(text)}</span>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
