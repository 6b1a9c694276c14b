import { formatBytes, formatCount, formatCounted } from '../../amounts.ts';
import { displayText } from '../../bytestring.ts';
import { shownId } from '../../retention/item.ts';
import type { TargetFacts } from '../facts.ts';
import { type Backup, type ChangedFile, nounOf, type TargetHistory } from '../history.ts';
import { isoMinute, spanText, timeText } from '../span-text.ts';
import { html, type Markup } from './html.ts';

/** Backups that are seen at once: the others are a click away. */
const SHOWN_AT_ONCE = 10;

/** The newest so many, and how many there are beside. */
export function backupsTable(facts: TargetFacts, count: number): Markup {
  const { backups } = facts.history;
  const shown = backups.slice(-count).toReversed();
  const [first, others] = [shown.slice(0, SHOWN_AT_ONCE), shown.slice(SHOWN_AT_ONCE)];
  const more = backups.length - shown.length;
  const noun = nounOf(facts.history);
  const title = noun === 'snapshot' ? 'Snapshots' : 'Archives';
  const note = html`<p class="note">${formatCounted(more, `older ${noun}`)}: <code>holdfast ${noun}s</code> lists all.</p>`;
  return html`<h3>${title}</h3>
${table(facts, first, `${title}, the newest`)}${
  others.length === 0
    ? null
    : html`<details><summary>${formatCounted(others.length, `earlier ${noun}`)}</summary>${table(facts, others, `${title}, earlier ones`)}</details>`
}${more > 0 ? note : null}`;
}

function table({ retention }: TargetFacts, shown: readonly Backup[], label: string): Markup {
  const rows = shown.map(
    ({
      item,
      timeMs,
      durationMs,
      storedBytes,
      details,
    }) => html`<tr><th scope="row"><code>${displayText(shownId(item.id))}</code></th><td>${isoMinute(timeMs)}</td><td class="n">${item.sizeBytes === null ? '' : formatBytes(item.sizeBytes)}</td><td class="n">${storedBytes === null ? '' : formatBytes(Math.round(storedBytes))}</td><td class="n">${durationMs === null ? '' : spanText(durationMs)}</td><td>${notesOf(item, details, retention?.goes.has(item.id) ?? false)}</td></tr>
`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table><thead><tr><th scope="col">ID</th><th scope="col">Time (UTC)</th><th scope="col" class="n">Size</th><th scope="col" class="n">Stored</th><th scope="col" class="n">Took</th><th scope="col">Notes</th></tr></thead><tbody>
${rows}</tbody></table></div>
`;
}

function notesOf(
  { complete, keptBecause, tags }: Backup['item'],
  details: Backup['details'],
  goes: boolean,
): string {
  const own = tags.filter((tag) => !tag.startsWith('holdfast:') && tag !== 'incomplete');
  return [
    complete ? null : 'incomplete',
    details !== null && details.problems > 0
      ? `${formatCounted(details.problems, 'entry', 'entries')} not as on the host`
      : null,
    keptBecause === null ? null : `kept: ${displayText(keptBecause)}`,
    goes ? 'would go' : null,
    own.length === 0 ? null : own.map(displayText).join(', '),
  ]
    .filter((note) => note !== null)
    .join('; ');
}

export function changesPart({ changes }: TargetHistory): Markup | null {
  if (changes === null) return null;
  const { before, after, added, changed, gone } = changes;
  return html`<h3>What changed</h3><p>From <code>${displayText(shownId(before))}</code> to <code>${displayText(shownId(after))}</code>: ${formatCount(added)} added, ${formatCount(changed)} changed, ${formatCount(gone)} gone.</p>
<div class="lists card">${filesList('Largest of them', changes.largest)}${filesList('Last modified', changes.newest)}${filesList('Gone', changes.lost)}</div>`;
}

function filesList(title: string, files: readonly ChangedFile[]): Markup | null {
  if (files.length === 0) return null;
  const items = files.map(
    ({ path, sizeBytes, modifiedMs }) =>
      html`<li><code>${path}</code> <small>${formatBytes(sizeBytes)}, ${timeText(modifiedMs)}</small></li>`,
  );
  return html`<div><h4>${title}</h4><ul>${items}</ul></div>`;
}

/** The tables of the newest dumps, with what they had before. */
export function tablesPart({ backups }: TargetHistory): Markup | null {
  const counted = backups.filter(
    ({ item, details }) => item.complete && details?.dumps.some(({ rows }) => rows !== null),
  );
  const [newest, before] = [counted.at(-1), counted.at(-2)];
  if (newest === undefined) return null;
  const rows = (newest.details?.dumps ?? []).flatMap(({ name, tables }) =>
    tables.map(({ name: table, rows: count }) => {
      const was = before?.details?.dumps
        .find((one) => one.name === name)
        ?.tables.find((one) => one.name === table)?.rows;
      return html`<tr><td>${displayText(name)}</td><th scope="row">${table}</th><td class="n">${formatCount(count)}</td><td class="n">${was === undefined ? '' : formatCount(was)}</td><td class="n">${was === undefined ? '' : differenceText(count - was)}</td></tr>
`;
    }),
  );
  return html`<h3>Table rows</h3><div class="scroll" tabindex="0" role="group" aria-label="Table rows"><table><thead><tr><th scope="col">Dump</th><th scope="col">Table</th><th scope="col" class="n">Rows</th><th scope="col" class="n">Before</th><th scope="col" class="n">Change</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function differenceText(rows: number): string {
  if (rows === 0) return '±0';
  return `${rows < 0 ? '−' : '+'}${formatCount(Math.abs(rows))}`;
}

/** Drills that a page shows of each target: the newest. */
const MAX_DRILLS = 8;

const RESULTS = { passed: '✓ passed', failed: '✕ failed', 'could-not-run': '✕ could not run' } as const;

export function drillsPart({ drills }: TargetHistory): Markup {
  if (drills.length === 0)
    return html`<h3>Drills</h3><p>None: no drill has restored it. <code>holdfast drill</code>, or the workflow for it, makes one.</p>`;
  const parts = drills
    .slice(-MAX_DRILLS)
    .toReversed()
    .map(
      (
        { timeMs, passed, snapshotId, reasons, restoreMs, checks },
        i,
      ) => html`<details${i === 0 ? html` open` : null}><summary>${timeText(timeMs)}: <span class="${passed ? 'good' : 'bad'}">${passed ? '✓ passed' : '✕ failed'}</span></summary>
<p>Snapshot <code>${displayText(shownId(snapshotId))}</code>${restoreMs === null ? null : html`, restored in ${spanText(restoreMs)}`}.</p>${reasons.length === 0 ? null : html`<ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
<div class="scroll" tabindex="0" role="group" aria-label="Checks of ${timeText(timeMs)}"><table><thead><tr><th scope="col">Check</th><th scope="col">Result</th><th scope="col">Expected</th><th scope="col">Found</th></tr></thead><tbody>${checks.map(
        (
          check,
        ) => html`<tr><th scope="row">${check.name}</th><td class="${check.result === 'passed' ? 'good' : 'bad'}">${RESULTS[check.result]}</td><td>${check.expected}</td><td>${check.found}</td></tr>
`,
      )}</tbody></table></div></details>`,
    );
  const more = drills.length - MAX_DRILLS;
  return html`<h3>Drills</h3>${parts}${more > 0 ? html`<p class="note">${formatCounted(more, 'earlier drill')}.</p>` : null}`;
}

/** Restores that a page shows of each target: the newest. */
const MAX_RESTORES = 8;

/** What was put back in earnest; nothing where nothing was. */
export function restoresPart({ restores }: TargetHistory): Markup | null {
  if (restores.length === 0) return null;
  const rows = restores
    .slice(-MAX_RESTORES)
    .toReversed()
    .map(
      ({
        timeMs,
        succeeded,
        snapshotId,
        what,
        to,
        lines,
      }) => html`<tr><th scope="row">${timeText(timeMs)}</th><td>${succeeded ? 'restored' : 'failed'}</td><td>${what}</td><td><code>${displayText(shownId(snapshotId))}</code></td><td>${to}</td><td>${lines.join('; ')}</td></tr>
`,
    );
  const more = restores.length - MAX_RESTORES;
  return html`<h3>Restores</h3><div class="scroll" tabindex="0" role="group" aria-label="Restores"><table><thead><tr><th scope="col">When</th><th scope="col">Result</th><th scope="col">What</th><th scope="col">Snapshot</th><th scope="col">To</th><th scope="col">Done</th></tr></thead><tbody>${rows}</tbody></table></div>${more > 0 ? html`<p class="note">${formatCounted(more, 'earlier restore')}.</p>` : null}`;
}
