import { createHash } from 'node:crypto';
import type { RestoreOptions } from './options.ts';

/** How a restore places what it restores: it stands in its workspace, for whoever restores with others later. */
export interface RestoreSettings {
  /** Digest of what is restored and where to. */
  readonly parts: string;
  readonly overwrite: string;
  readonly delete: boolean;
  readonly owners: string;
}

const PARTS_DIGITS = 16;
/** What is longer was not written by us. */
export const MAX_SETTINGS_BYTES = 1024;

export function settingsOf(options: RestoreOptions): RestoreSettings {
  const { folder, target, includes, excludes, iincludes, iexcludes, includeOwn } = options;
  const parts = JSON.stringify([folder, target, includes, excludes, iincludes, iexcludes, includeOwn]);
  return {
    parts: createHash('sha256').update(parts).digest('hex').slice(0, PARTS_DIGITS),
    overwrite: options.overwrite,
    delete: options.delete,
    owners: options.owners,
  };
}

export function encodeSettings(settings: RestoreSettings): string {
  return JSON.stringify(settings);
}

/** @returns Null if `text` is none that `encodeSettings` writes. */
export function decodeSettings(text: string): RestoreSettings | null {
  try {
    const json = JSON.parse(text) as Record<string, unknown>;
    const { parts, overwrite, owners } = json;
    const isOurs = [parts, overwrite, owners].every((value) => typeof value === 'string');
    if (!isOurs || typeof json['delete'] !== 'boolean') return null;
    return json as unknown as RestoreSettings;
  } catch {
    return null;
  }
}

/** In what `then` differs from `now`: `overwrite: if-changed (now: always)`. Words of flags and inputs alike. */
export function differenceOf(then: RestoreSettings | null, now: RestoreSettings): string {
  if (then === null) return 'with other settings';
  if (then.parts !== now.parts) return 'of other parts, or to another place';
  const words = (['overwrite', 'delete'] as const)
    .filter((name) => then[name] !== now[name])
    .map((name) => `${name}: ${then[name]} (now: ${now[name]})`);
  if (then.owners !== now.owners) {
    words.push(`ownership-by-name: ${then.owners === 'names'} (now: ${now.owners === 'names'})`);
  }
  return words.length === 0 ? 'with other settings' : `with ${words.join(', ')}`;
}
