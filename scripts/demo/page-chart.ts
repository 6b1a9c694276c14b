import { formatBytes } from '../../src/amounts.ts';
import type { BackupFigures } from './scene.ts';

const WIDTH = 720;
const LABEL_WIDTH = 190;
const VALUE_WIDTH = 90;
const BAR_HEIGHT = 14;
const ROW_HEIGHT = 22;
const GROUP_GAP = 18;
const HEADING_HEIGHT = 24;

const MEASURES = [
  { label: 'in the tree', style: 'tree', bytes: (backup: BackupFigures) => backup.treeBytes },
  { label: 'read from the host', style: 'read', bytes: (backup: BackupFigures) => backup.readBytes },
  {
    label: 'stored in the repository',
    style: 'stored',
    bytes: (backup: BackupFigures) => backup.storedBytes,
  },
];
const GROUP_HEIGHT = HEADING_HEIGHT + MEASURES.length * ROW_HEIGHT + GROUP_GAP;

/** Bars for each backup, all on one linear scale: what there is, what was read of it, what was stored. */
export function bytesChart(backups: readonly BackupFigures[]): string {
  if (backups.length === 0) return '';
  const most = Math.max(1, ...backups.flatMap((backup) => MEASURES.map(({ bytes }) => bytes(backup))));
  const height = backups.length * GROUP_HEIGHT - GROUP_GAP;
  const groups = backups.map((backup, i) => group(backup, most, i * GROUP_HEIGHT));
  return `<div class="scroll" tabindex="0" role="region" aria-label="What a backup costs"><svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Bytes of each backup">
${groups.join('\n')}
</svg></div>`;
}

function group(backup: BackupFigures, most: number, top: number): string {
  const bars = MEASURES.map(({ label, style, bytes }, i) => {
    const y = top + HEADING_HEIGHT + i * ROW_HEIGHT;
    const amount = bytes(backup);
    // A sliver stays visible for what isn't zero.
    const width = amount === 0 ? 0 : Math.max(2, (amount / most) * (WIDTH - LABEL_WIDTH - VALUE_WIDTH));
    const middle = y + BAR_HEIGHT / 2;
    return `<text class="bar-label" x="${LABEL_WIDTH - 10}" y="${middle}">${label}</text>
<rect class="bar ${style}" x="${LABEL_WIDTH}" y="${y}" width="${width.toFixed(1)}" height="${BAR_HEIGHT}" rx="3"/>
<text class="bar-value" x="${(LABEL_WIDTH + width + 8).toFixed(1)}" y="${middle}">${formatBytes(amount)}</text>`;
  });
  return `<text class="bar-heading" x="0" y="${top + 9}">${backup.name}</text>\n${bars.join('\n')}`;
}
