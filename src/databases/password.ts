import { HoldfastError } from '../errors.ts';
import type { DatabaseUrl } from './database-url.ts';

/** Where a password is looked for when the URL names no variable. */
export const PASSWORD_VARIABLE = 'HOLDFAST_DATABASE_PASSWORD';

/**
 * The password of the variable that `?password-env=` names, or of PASSWORD_VARIABLE; null without one.
 * @throws HoldfastError bad-input for a variable that was named and holds nothing, and for more than one line.
 */
export function passwordOf(url: DatabaseUrl, env: NodeJS.ProcessEnv): string | null {
  const named = url.take('password-env');
  const password = env[named ?? PASSWORD_VARIABLE] ?? '';
  if (named !== null && password === '') {
    throw url.bad('password-env', named, 'the name of an environment variable that holds the password');
  }
  if (/[\0\r\n]/.test(password)) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use the password in ${named ?? PASSWORD_VARIABLE}: it holds a line break or a NUL, expected one line. ` +
        'Put no line break at its end.',
    );
  }
  return password === '' ? null : password;
}
