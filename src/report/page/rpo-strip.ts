import type { TargetFacts } from '../facts.ts';
import { recoverySlots, type SlotState } from '../recovery-point.ts';
import { spanText } from '../span-text.ts';
import { html, type Markup } from './html.ts';

/** Stretches of the period that a strip shows: of the default one, days. */
const SLOTS = 30;
const SLOT_WIDTH = 5;
const BAR_WIDTH = 4;
const HEIGHT = 18;
/** What lasted a part of a stretch is drawn lower: it is told without its colour, too. */
const HEIGHTS: Readonly<Record<SlotState, number>> = {
  kept: HEIGHT,
  partly: HEIGHT,
  missed: HEIGHT,
  unknown: 9,
  before: 2,
};
const WORDS: Readonly<Record<SlotState, string>> = {
  kept: 'kept',
  partly: 'partly missed',
  missed: 'missed',
  unknown: 'unknown',
  before: 'before the first backup',
};
const STATES = Object.keys(WORDS) as SlotState[];

/** When in the period the RPO was kept, as a bar for each stretch of time; null without any backup. */
export function rpoStrip({ recoveryPoints: points }: TargetFacts, periodMs: number): Markup | null {
  if (points === null) return null;
  const slots = recoverySlots(points, { periodMs, count: SLOTS });
  const counts = STATES.map((state) => [state, slots.filter((one) => one === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${WORDS[state]}`);
  const label = `RPO in ${SLOTS} stretches of ${spanText(periodMs / SLOTS)}: ${counts.join(', ')}.`;
  const shapes = STATES.map((state) => {
    const bars = slots.flatMap((one, i) => (one === state ? [barAt(i, HEIGHTS[state])] : []));
    return bars.length === 0 ? null : html`<path class="${state}" d="${bars.join('')}"/>`;
  });
  return html`<svg class="strip" viewBox="0 0 ${SLOTS * SLOT_WIDTH - 1} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${label}">${shapes}</svg>`;
}

function barAt(index: number, height: number): string {
  return `M${index * SLOT_WIDTH} ${HEIGHT - height}h${BAR_WIDTH}v${height}h-${BAR_WIDTH}z`;
}
