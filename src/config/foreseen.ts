import type { Foreseen } from '../apps/application.ts';
import { APPLICATIONS } from '../apps/applications.ts';
import { HoldfastError } from '../errors.ts';
import type { Target } from './targets.ts';

/** What the profile of a target says of its backup by its options alone; null: it doesn't, or they can't be right, which another rule tells. */
export function foreseenOf({
  application,
  settings,
}: Pick<Target, 'application' | 'settings'>): Foreseen | null {
  const known = APPLICATIONS.find(({ name }) => name === application);
  if (known === undefined) return null;
  try {
    return known.configure(settings.options ?? {}, `the options of ${application}`).foreseen;
  } catch (error) {
    if (error instanceof HoldfastError) return null;
    throw error;
  }
}
