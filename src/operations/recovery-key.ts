import { addKey } from '../repository/keys.ts';
import type { OpenRepository } from '../repository/open.ts';
import { newRecoveryCode } from '../repository/recovery-code.ts';

/** How the list of keys names it. */
const RECOVERY_USERNAME = 'recovery';

/** Adds a key with a new recovery code as its password, and gives the code. It is kept nowhere else. */
export async function addRecoveryKey(repository: OpenRepository): Promise<string> {
  const code = newRecoveryCode();
  await addKey(repository, code, { username: RECOVERY_USERNAME });
  return code;
}
