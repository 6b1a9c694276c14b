import type { Site } from '../apps/application.ts';
import { APPLICATIONS } from '../apps/applications.ts';
import { detectDatabases } from '../databases/detect.ts';
import { asHoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';

/** Something on a host that can be saved as it is. */
export type Found =
  | {
      readonly kind: 'application';
      readonly name: string;
      readonly title: string;
      readonly options: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'databases';
      readonly name: string;
      readonly title: string;
      readonly urls: readonly string[];
      /** What is to be done first; null: nothing. */
      readonly note: string | null;
    };

/**
 * What of the applications and databases that Holdfast knows is on a host, as far as the login sees it. Changes nothing.
 * @throws cancelled, and what makes the host unreachable; that one profile can't look is told by `site.onWarning`.
 */
export async function lookForApplications(site: Site): Promise<Found[]> {
  const found: Found[] = [];
  for (const application of APPLICATIONS) {
    const { name, title } = application;
    const options = await unlessUnknown(site, title, () => application.detect(site));
    if (options !== null) found.push({ kind: 'application', name, title, options });
  }
  const databases = await unlessUnknown(site, 'a database', () => detectDatabases(site.host, site.signal));
  return [
    ...found,
    ...(databases ?? []).map(
      ({ engine, title, urls, note }): Found => ({ kind: 'databases', name: engine, title, urls, note }),
    ),
  ];
}

/** Null, and a warning, where a look fails that others needn't. */
async function unlessUnknown<T>(site: Site, title: string, look: () => Promise<T>): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    const code = asHoldfastError(error)?.code;
    if (code !== 'command-failed' && code !== 'no-permission' && code !== 'host-unsupported') throw error;
    site.onWarning(
      `Nobody knows whether ${title} is there: ${failureText(error)} If it is, write its target into backup.yml yourself.`,
    );
    return null;
  }
}
