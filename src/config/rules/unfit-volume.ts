import { HoldfastError } from '../../errors.ts';
import { parseVolume } from '../../files/volume/volume-words.ts';
import { safeText } from '../finding.ts';
import { foreseenOf } from '../foreseen.ts';
import type { Target } from '../targets.ts';
import { type Rule, valueAt } from './rule.ts';

export const unfitVolume: Rule = {
  name: 'unfit-volume',
  severity: 'error',
  advice:
    'Say how the volume’s snapshot is taken on a host that has the volume: docs/how-to/volume-snapshots.md.',
  *check({ source, targets }) {
    for (const target of targets) {
      const fault = faultOf(target);
      if (fault === null) continue;
      const key = VOLUME_KEYS.find((one) => target.settings[one] !== undefined) ?? 'volume';
      yield {
        place: valueAt(source, target.pathOf(key)),
        what: `the target \`${target.name}\`: ${fault}`,
        target: target.name,
      };
    }
  },
};

const VOLUME_KEYS = [
  'volume',
  'volume-size',
  'volume-create',
  'volume-mount',
  'volume-unmount',
  'volume-destroy',
  'volume-keep',
] as const;

function faultOf({ application, settings, host }: Target): string | null {
  if (settings.volume === undefined && foreseenOf({ application, settings })?.needsVolume === true)
    return `the options of ${application} rely on a snapshot of the volume, and no \`volume\` says how it is taken`;
  const words = {
    volume: settings.volume ?? null,
    size: settings['volume-size'] ?? null,
    create: settings['volume-create'] ?? null,
    mount: settings['volume-mount'] ?? null,
    unmount: settings['volume-unmount'] ?? null,
    destroy: settings['volume-destroy'] ?? null,
    keep: settings['volume-keep'] ?? false,
    container: host?.container ?? null,
  };
  try {
    parseVolume(words, (word) => `\`${word}\``);
    return null;
  } catch (error) {
    if (error instanceof HoldfastError) return safeText(error.message).replace(/\.$/, '');
    throw error;
  }
}
