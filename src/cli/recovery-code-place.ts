import { HoldfastError } from '../errors.ts';
import type { Terminal } from './terminal.ts';

/**
 * A recovery code is shown once, to be printed. A workflow's log keeps what it shows, for everybody who may read it.
 * @throws HoldfastError bad-input in a workflow.
 */
export function requirePlaceForRecoveryCode({ env }: Terminal): void {
  if (env['GITHUB_ACTIONS'] !== 'true') return;
  throw new HoldfastError(
    'bad-input',
    'Cannot show a recovery code: this is a workflow (GITHUB_ACTIONS is set), whose log would keep it, expected a ' +
      'terminal of yours. Run `holdfast key add --recovery` on your own machine.',
  );
}
