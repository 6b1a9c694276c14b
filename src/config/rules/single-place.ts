import type { StorageSection } from '../schema/storage.ts';
import { type Rule, valueAt } from './rule.ts';

export const singlePlace: Rule = {
  name: 'single-place',
  severity: 'warning',
  advice: 'Add a `copy-to` that is somewhere else, or say `off-site: true` if this is.',
  *check({ source, targets }) {
    for (const { name, settings, storage, copyTo, pathOf } of targets) {
      if (storage === null || isOffSite(storage) || (copyTo !== null && isOffSite(copyTo))) continue;
      const what = `no backup of the target \`${name}\` is off-site: what takes the building takes \`${settings.storage}\`, too`;
      yield { place: valueAt(source, pathOf('storage')), what, target: name };
    }
  },
};

/** A folder may be anywhere, and is likely here. */
function isOffSite(storage: StorageSection): boolean {
  const location = storage.repository ?? storage.archives ?? '';
  return storage['off-site'] ?? /^(?:s3|artifact):/.test(location);
}
