import { userInfo } from 'node:os';

/** The name of the user that this process runs as, or empty: in a container a uid may have no name. */
export function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
