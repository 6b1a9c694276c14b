import { createHash } from 'node:crypto';
import type { Check } from './check.ts';
import type { RecoveryKeyFacts } from './recovery-trial.ts';
import type { DrillStatement, WitnessFacts } from './statement.ts';
import { teardownText } from './teardown-text.ts';
import { timeText } from './time-text.ts';

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; background: light-dark(#fff, #121212); color: light-dark(#16181b, #f2f2f2); }
body { max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
.verdict { display: inline-block; padding: .2rem .8rem; border-radius: .4rem; color: #fff; font-weight: 600; }
.passed { background: #1a7f37; } .failed { background: #b42318; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; } dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-top: 1px solid #8884; overflow-wrap: anywhere; }
thead th { font-weight: 600; opacity: .75; border-top: 0; } .time { white-space: nowrap; text-align: right; font-variant-numeric: tabular-nums; }
td:first-child { white-space: nowrap; color: light-dark(#1a7f37, #4ac26b); font-weight: 600; } tr.bad td:first-child { color: light-dark(#b42318, #ff8a80); } td:nth-child(2) { min-width: 9rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .4rem; } table, tbody { display: block; } thead { position: absolute; clip-path: inset(50%); } tr { display: grid; grid-template-columns: max-content 1fr max-content; border-top: 1px solid #8884; padding: .4rem 0; } td { border: 0; padding: .1rem .4rem .1rem 0; } td:nth-child(3), td:nth-child(4) { grid-column: 1 / -1; grid-row: auto; } td.time { grid-column: 3; grid-row: 1; } }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #8881; padding: 1rem; border-radius: .4rem; }
`;

/**
 * One drill as a page by itself: no script, nothing loaded, and by its own policy nothing that could be. What stands in it
 * is all escaped, wherever it came from.
 * @param sheet The recovery sheet, or null.
 */
export function drillPage({ predicate, subject }: DrillStatement, sheet: string | null): string {
  const title = `Restore drill ${predicate.result}: ${predicate.snapshot.target ?? 'files'} of ${predicate.snapshot.hostname}`;
  const hash = createHash('sha256').update(STYLE).digest('base64');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p><span class="verdict ${predicate.result === 'passed' ? 'passed' : 'failed'}">${escaped(predicate.result)}</span></p>
${list(predicate.reasons)}
${facts(factsOf(predicate))}
<h2>Checks</h2>
${checksTable(predicate.checks)}
<h2>How long the steps took</h2>
${facts(Object.entries(predicate.steps_ms).map(([name, ms]) => [name, timeText(ms)]))}
<h2>What it is about</h2>
${facts(subject.map(({ name, digest }) => [name, `sha256:${digest.sha256}`]))}
${sheet === null ? '' : `<h2>Recovery sheet</h2>\n<pre>${escaped(sheet)}</pre>`}
</main>
</body>
</html>
`;
}

/** What a person wants to know first. */
export function factsOf(predicate: DrillStatement['predicate']): [string, string][] {
  const { snapshot, recovery_time: time, recovery_point: point, environment, teardown, choice } = predicate;
  const most = (ms: number | null) => (ms === null ? '' : ` (at most ${timeText(ms)} wanted)`);
  const images = environment.images.map(({ role, name, id }) => `${role}: ${name} ${id}`);
  return [
    ['Snapshot', `${snapshot.id.slice(0, 8)} of ${snapshot.time}, chosen by ${choice.how}`],
    [
      'Restored, proofs and all, in',
      `${time.restore_ms === null ? 'never' : timeText(time.restore_ms)}${most(time.target_ms)}`,
    ],
    [
      'Age of the newest snapshot',
      `${point.age_ms === null ? 'there is none' : timeText(point.age_ms)}${most(point.target_ms)}`,
    ],
    ['Where', [environment.kind, environment.engine, ...images].filter((text) => text !== null).join('; ')],
    ['Removed afterwards', `${teardownText(teardown)}${teardown.clean ? '' : ': NOT ALL'}`],
    ...(predicate.left_out.length === 0
      ? []
      : ([['Not drilled', predicate.left_out.join(', ')]] as [string, string][])),
    ...(predicate.witness === undefined
      ? []
      : ([['Stock restic as a witness', WITNESSES[predicate.witness] ?? '?']] as [string, string][])),
    ...(predicate.recovery_key === undefined
      ? []
      : ([['Recovery key', recoveryText(predicate.recovery_key)]] as [string, string][])),
    ...(snapshot.downtime_ms === null
      ? []
      : ([['The backup held the application for', timeText(snapshot.downtime_ms)]] as [string, string][])),
    ['When', `${predicate.started} to ${predicate.finished}`],
    [
      'By',
      Object.entries(predicate.who)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    ],
    ['Drill', `${predicate.drill_id}, by ${predicate.program_version}`],
  ];
}

const WITNESSES: Readonly<Record<WitnessFacts, string>> = {
  restored: 'checked and restored it',
  checked: 'checked it',
  'not-installed': 'NOT CALLED: it isn’t installed there',
  'not-asked': 'not called: as asked',
};

function recoveryText({ state, key, drills_since: since }: RecoveryKeyFacts): string {
  const known =
    since === null ? 'no drill has opened the repository by it' : `${since} drills ago one opened it`;
  switch (state) {
    case 'opened':
      return `opens the repository (key ${key?.slice(0, 8) ?? '?'})`;
    case 'failed':
      return 'does not open the repository';
    case 'not-due':
      return `not tried this time; ${known}`;
    case 'not-given':
      return `NOT TRIED: no recovery code was given; ${known}`;
  }
}

/** Never by colour alone. */
const MARKS: Readonly<Record<Check['result'], string>> = { passed: '✓', failed: '✕', 'could-not-run': '✕' };

function checksTable(checks: readonly Check[]): string {
  const rows = checks.map(
    ({ name, result, expected, found, duration_ms: took }) =>
      `<tr${result === 'passed' ? '' : ' class="bad"'}><td>${MARKS[result]} ${escaped(result)}</td><td>${escaped(name)}</td><td>${escaped(expected)}</td>` +
      `<td>${escaped(found)}</td><td class="time">${escaped(timeText(took))}</td></tr>`,
  );
  return `<table><thead><tr><th>Result</th><th>Check</th><th>Expected</th><th>Found</th><th class="time">Took</th></tr></thead>\n<tbody>${rows.join('\n')}</tbody></table>`;
}

function facts(pairs: readonly (readonly [string, string])[]): string {
  return `<dl>${pairs.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('\n')}</dl>`;
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
