import { HoldfastError } from '../errors.ts';
import { readSettings, type z } from '../schema.ts';
import type {
  Application,
  ApplicationRecord,
  BackupPlan,
  Foreseen,
  RestorePlan,
  Saved,
  Site,
} from './application.ts';
import type { Check } from './check.ts';
import { dokku } from './dokku.ts';
import { dolt } from './dolt.ts';
import { dss } from './dss.ts';
import { followLinks } from './follow-links.ts';
import { generic } from './generic.ts';
import { kestra } from './kestra.ts';
import { looker } from './looker.ts';

/** An application with its settings: what they are typed as is its own matter. */
export interface ConfiguredApplication {
  readonly name: string;
  readonly title: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Null: its profile says nothing of it. */
  readonly foreseen: Foreseen;
  planBackup(site: Site): Promise<BackupPlan>;
  planRestore(site: Site, saved: Saved): Promise<RestorePlan>;
  checks(saved: ApplicationRecord): readonly Check[];
}

/** One whose settings are still to be read. */
export interface KnownApplication {
  readonly name: string;
  readonly title: string;
  readonly schema: z.ZodType;
  detect(site: Site): Promise<Readonly<Record<string, unknown>> | null>;
  /**
   * @param show For messages: `the options of looker`.
   * @throws HoldfastError bad-input.
   */
  configure(given: unknown, show: string): ConfiguredApplication;
}

/** Every application that Holdfast knows. One more is one more line here. */
export const APPLICATIONS: readonly KnownApplication[] = [
  known(generic),
  known(looker),
  known(dss),
  known(dokku),
  known(dolt),
  known(kestra),
];

/** @param name Of the flag or input, for the message. @throws HoldfastError bad-input. */
export function findApplication(text: string, name: string): KnownApplication {
  const found = APPLICATIONS.find((application) => application.name === text);
  if (found !== undefined) return found;
  const names = APPLICATIONS.map((application) => application.name).join(', ');
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected one of ${names}. For any other application: generic.`,
  );
}

/**
 * What proves that the application of a snapshot came back: see Check.
 * @throws HoldfastError bad-input for a profile that isn't known here, or settings that it doesn't read any more.
 */
export function checksOf(saved: ApplicationRecord): readonly Check[] {
  const { profile, settings } = saved;
  return findApplication(profile, 'the profile in the snapshot')
    .configure(settings, `the options of ${profile} in the snapshot`)
    .checks(saved);
}

function known<Settings extends object>(application: Application<Settings>): KnownApplication {
  const { name, title, schema } = application;
  return {
    name,
    title,
    schema,
    detect: (site) => application.detect(site),
    configure(given, show) {
      const settings = readSettings(schema, given, show);
      return {
        name,
        title,
        settings: settings as Readonly<Record<string, unknown>>,
        foreseen: application.foresee(settings),
        planBackup: async (site) => followLinks(site, await application.planBackup(site, settings)),
        planRestore: (site, saved) => application.planRestore(site, settings, saved),
        checks: (saved) => application.checks(settings, saved),
      };
    },
  };
}
