import type { Health } from '../health.ts';
import { HEALTH_NAMES } from '../names.ts';
import { html, type Markup } from './html.ts';

/** Never by colour alone. */
const SIGNS: Readonly<Record<Health, string>> = {
  failing: '✕',
  stale: '◷',
  'never-proved': '?',
  protected: '✓',
};

export function healthMark(health: Health): Markup {
  return html`<span class="mark ${health}"><span aria-hidden="true">${SIGNS[health]}</span> ${HEALTH_NAMES[health]}</span>`;
}
