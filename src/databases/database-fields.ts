import { parseContainerAddress } from '../hosts/container-address.ts';
import { checked, each, line, lines, secret, shownKey } from '../section.ts';
import { parseDatabase } from './databases.ts';
import { passwordVariablesIn } from './password-variables.ts';
import { isPlaceOfOurs } from './tunnelled.ts';

/** Which databases are dumped. */
export const databaseFields = {
  databases: each(
    lines(
      'Databases to dump into the same snapshot.',
      '`postgresql://user@host/name?option=value`, or `command:NAME=SHELL COMMAND`.',
    ),
    (url) => parseDatabase(url, shownKey('databases'), variablesNamedIn(url)),
  ).optional(),
};

/** By which tools, and with which password. */
export const databaseAccessFields = {
  'database-on': checked(
    line(
      'Where their tools run: on the `host` (default), `here` on the runner, there through a `tunnel` over SSH, or in a container (`docker:NAME`).',
    ),
    (place) => isPlaceOfOurs(place) || parseContainerAddress(place),
  ).optional(),
  'database-password': secret('Their password.').optional(),
};

/** What a run finds in its environment: whether it does, only the run knows. */
function variablesNamedIn(url: string): NodeJS.ProcessEnv {
  return Object.fromEntries(passwordVariablesIn(url).map((variable) => [variable, 'set']));
}
