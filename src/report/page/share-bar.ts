import { html, type Markup } from './html.ts';

/** How much of what is allowed is used up. The numbers beside it say the same. @param share 1: all. */
export function shareBar(share: number): Markup {
  const width = Math.round(100 * Math.max(0.02, Math.min(1, share)));
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><path class="track" d="M0 0h100v4H0z"/><path class="${share > 1 ? 'missed' : 'kept'}" d="M0 0h${width}v4H0z"/></svg>`;
}
