import { formatBytes } from '../amounts.ts';

/** `+1.2 GiB a day`; empty where it isn't known. */
export function growthText(bytesPerDay: number | null): string {
  if (bytesPerDay === null) return '';
  return `${bytesPerDay < 0 ? '−' : '+'}${formatBytes(Math.round(Math.abs(bytesPerDay)))} a day`;
}
