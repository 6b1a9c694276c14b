import type { TargetFacts } from './facts.ts';

/** Whether the newest is somewhere else, too, so that one fire doesn't take all; empty where there is none. */
export function offSiteText({ copies, newest }: Pick<TargetFacts, 'copies' | 'newest'>): string {
  if (newest === null) return '';
  const elsewhere = copies.filter(({ place, newest: copy }) => place.isOffSite && copy !== null);
  if (elsewhere.some((copy) => copy.newest === newest)) return 'off-site: yes';
  return elsewhere.length > 0 ? 'off-site: older' : 'off-site: none';
}
