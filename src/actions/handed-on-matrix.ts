import { fail } from '../github/annotations.ts';
import { withoutSecrets } from '../github/secrets.ts';

/**
 * Fails where GitHub won't hand `matrix` on to the next job: it drops every output in which a secret stands, with no more
 * than a warning, and then there is no job at all.
 */
export function requireHandedOn(matrix: string): void {
  if (withoutSecrets(matrix) === matrix) return;
  fail(
    'GitHub drops this plan',
    'The name of a target that is due, of its host or of its storage holds the value of a secret, such as a password that is ' +
      'the application’s name. GitHub hands no such output on, so that the next job has no matrix, and does nothing for any ' +
      'target. Change that secret; or, if it is none, write it into the configuration, or rename the target, host or storage.',
  );
}
