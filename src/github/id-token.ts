import * as core from '@actions/core';
import { HoldfastError } from '../errors.ts';
import { withoutCommands } from './log.ts';

/**
 * A fresh token in which GitHub says what job this is, for one who trusts it (`audience`). Good for some minutes; masked.
 * @throws HoldfastError no-permission when the job may have none; backend-failed when GitHub gives none.
 */
export async function idToken(audience: string): Promise<string> {
  if (!process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] || !process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) {
    throw new HoldfastError(
      'no-permission',
      'Cannot ask GitHub for the token that `aws-role` needs: this job has no right to one, expected ' +
        '`permissions: id-token: write` in the workflow. (Pull requests from forks never get it.)',
    );
  }
  try {
    return await core.getIDToken(audience);
  } catch (cause) {
    const reason = withoutCommands(cause instanceof Error ? cause.message : String(cause));
    throw new HoldfastError(
      'backend-failed',
      `Cannot get GitHub’s token for ${JSON.stringify(audience)}: ${reason}. Run the job again.`,
      { cause },
    );
  }
}
