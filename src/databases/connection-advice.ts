import { PASSWORD_VARIABLE } from './password.ts';

/** What to do when a client can't get in, by what it says of it: a space and sentences, or nothing. */
export type Advice = (said: string) => string;

/** Of servers that aren't reached at all. */
const UNREACHED =
  /connection refused|can't connect|could not connect|no route to host|name or service not known|unknown (mysql )?server host|could not translate|timeout expired|timed out|no such file or directory.*server running/i;

export const PASSWORD_ADVICE = `Name the right user in the URL, and set ${PASSWORD_VARIABLE} (the input database-password), or the variable that ?password-env=NAME names.`;

/** @param own What the engine says in its own words, each with what to do (nothing: it says so itself); the first that fits. */
export function adviceBy(own: readonly (readonly [RegExp, string])[]): Advice {
  const all = [...own, [UNREACHED, NOT_REACHED] as const];
  return (said) => {
    const advice = all.find(([words]) => words.test(said))?.[1];
    return advice === undefined || advice === '' ? '' : ` ${advice}`;
  };
}

const NOT_REACHED =
  'See that the server runs, and that the URL’s host, port or socket is the server’s, as seen from where the tools run.';

/** PostgreSQL's hint names the setting, and no number. */
export const LOCKS_ADVICE: readonly [RegExp, string] = [
  /max_locks_per_transaction/,
  'Each table (of a restore also each index and sequence) takes a lock: set max_locks_per_transaction in postgresql.conf so that, ' +
    'times max_connections, it is more than all of them, and start the server again.',
];
