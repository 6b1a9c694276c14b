import { formatBytes } from '../../amounts.ts';
import type { Report, TargetFacts } from '../facts.ts';
import { growthText } from '../growth-text.ts';
import { shareText } from '../share-text.ts';
import { spanText } from '../span-text.ts';
import { html, type Markup } from './html.ts';
import { rpoStrip } from './rpo-strip.ts';
import { shareBar } from './share-bar.ts';

/** The figures that a target is judged by, each against what is expected of it. */
export function tiles(facts: TargetFacts, report: Report): Markup {
  const { newest, ageMs, expectations, lastDrill, lastProof, downtime, growthPerDay } = facts;
  const { rpoMs, rtoMs, proofMs } = expectations;
  const restoreMs = lastProof?.restoreMs ?? null;
  const sizeBytes = newest?.item.sizeBytes ?? null;
  const drillAgeMs = lastDrill === null ? null : report.nowMs - lastDrill.timeMs;
  return html`<dl class="tiles">${[
    tile('Last backup', ageMs === null ? 'none' : `${spanText(ageMs)} ago`, {
      graphic: ageMs === null ? null : shareBar(ageMs / rpoMs),
      note: `RPO ${spanText(rpoMs)}`,
    }),
    tile('RPO kept', shareText(facts), {
      graphic: rpoStrip(facts, report.periodMs),
      note: `${periodText(facts)}${unknownText(facts)}`,
    }),
    tile('Last drill', drillText(facts, drillAgeMs), {
      graphic: lastProof === null ? null : shareBar((report.nowMs - lastProof.timeMs) / proofMs),
      note: `one that passes every ${spanText(proofMs)}`,
    }),
    tile('Restore time', restoreMs === null ? 'not measured' : spanText(restoreMs), {
      graphic: restoreMs === null || rtoMs === null ? null : shareBar(restoreMs / rtoMs),
      note: rtoMs === null ? 'no RTO given' : `RTO ${spanText(rtoMs)}`,
    }),
    tile('Downtime', downtime === null ? 'none' : spanText(downtime.last), {
      graphic: null,
      note: downtime === null ? 'the application is not held' : `longest ${spanText(downtime.longest)}`,
    }),
    tile('Size', sizeBytes === null ? 'not known' : formatBytes(sizeBytes), {
      graphic: null,
      note: growthText(growthPerDay) || 'growth not known yet',
    }),
  ]}</dl>`;
}

function tile(
  title: string,
  value: string,
  { graphic, note }: { graphic: Markup | null; note: string },
): Markup {
  return html`<div><dt>${title}</dt><dd><b>${value}</b>${graphic}<small>${note}</small></dd></div>`;
}

function drillText({ lastDrill }: TargetFacts, ageMs: number | null): string {
  if (lastDrill === null || ageMs === null) return 'none';
  return `${lastDrill.passed ? 'passed' : 'failed'} ${spanText(ageMs)} ago`;
}

function periodText({ recoveryPoints }: TargetFacts): string {
  return recoveryPoints === null
    ? 'no time'
    : `of the last ${spanText(recoveryPoints.toMs - recoveryPoints.fromMs)}`;
}

function unknownText({ recoveryPoints }: TargetFacts): string {
  if (recoveryPoints === null || recoveryPoints.unknownMs === 0) return '';
  return `; of ${spanText(recoveryPoints.unknownMs)} the backups may have been removed`;
}
