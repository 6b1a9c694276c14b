import { formatCounted } from '../amounts.ts';
import type { Teardown } from './statement.ts';

/** `1 container, 0 volumes, 2 folders`: what was removed. */
export function teardownText({
  containers,
  volumes,
  folders,
}: Pick<Teardown, 'containers' | 'volumes' | 'folders'>): string {
  return [
    formatCounted(containers, 'container'),
    formatCounted(volumes, 'volume'),
    formatCounted(folders, 'folder'),
  ].join(', ');
}
