import { formatCounted } from '../../amounts.ts';
import type { Report } from '../facts.ts';
import { countByHealth } from '../facts.ts';
import { HEALTHS, type Health } from '../health.ts';
import { spanText, timeText } from '../span-text.ts';
import { healthMark } from './health-mark.ts';
import { html, type Markup } from './html.ts';

/** What a team lead wants to know first: is all well, of how many targets, and as of when. */
export function verdict(report: Report): Markup {
  const { nowMs, periodMs, places, targets } = report;
  const worst = targets[0]?.judgement.health ?? 'failing';
  return html`<header class="verdict ${worst}"><h1 id="overview">${sentence(report)}</h1>
<p class="lead">As of ${timeText(nowMs)}; figures over time are of the last ${spanText(periodMs)}. Read from ${places.map(({ shown }) => shown).join(', ')}.</p>
${proportions(report)}</header>
<ul class="counts">${HEALTHS.map((health) => count(health, countByHealth(report)[health]))}</ul>
`;
}

function count(health: Health, targets: number): Markup {
  return html`<li class="${health}${targets === 0 ? ' zero' : ''}" data-h="${health}"><b>${targets}</b> ${healthMark(health)}</li>`;
}

function sentence(report: Report): string {
  const counts = countByHealth(report);
  const all = report.targets.length;
  const bad = counts.failing + counts.stale;
  if (all === 0) return 'There is no backup of anything';
  if (bad > 0) return `${bad} of ${formatCounted(all, 'target')} ${bad === 1 ? 'needs' : 'need'} attention`;
  if (all === 1)
    return counts.protected === 1 ? 'The target is protected' : 'The backup is fresh, but never proved';
  if (counts['never-proved'] > 0)
    return `Backups are fresh; ${counts['never-proved']} of ${formatCounted(all, 'target')} never proved`;
  return `All ${all} targets are protected`;
}

/** The counts as lengths, the worst first. */
function proportions(report: Report): Markup | null {
  const counts = countByHealth(report);
  const all = report.targets.length;
  if (all === 0) return null;
  let at = 0;
  const parts = HEALTHS.map((health) => {
    const width = (counts[health] / all) * 1000;
    const part = html`<path class="${health}" d="M${Math.round(at)} 0h${Math.round(width)}v8h-${Math.round(width)}z"/>`;
    at += width;
    return width === 0 ? null : part;
  });
  return html`<svg class="proportions" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}
