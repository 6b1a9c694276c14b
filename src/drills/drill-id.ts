import { randomBytes } from 'node:crypto';

/** A new drill's: `20261126T041500Z-1a2b3c4d`, the time it began and something of its own. */
export function newDrillId(nowMs: number): string {
  const time = new Date(nowMs).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  return `${time}-${randomBytes(4).toString('hex')}`;
}
