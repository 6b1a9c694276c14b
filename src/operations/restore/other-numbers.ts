import { displayText } from '../../bytestring.ts';
import type { Accounts } from '../../files/accounts.ts';

/** Numbers of users and groups by their names, as they were saved. */
export interface SavedOwners {
  readonly users: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
}

const MAX_NAMED = 5;

/**
 * The accounts that have another number on a host than what is restored has, in words; null: there are none. By number their files would
 * go to nobody there, or to somebody else.
 */
export function otherNumbers(saved: SavedOwners, there: Accounts): string | null {
  const all = [
    ...othersAmong('user', saved.users, there.users),
    ...othersAmong('group', saved.groups, there.groups),
  ];
  if (all.length === 0) return null;
  const more = all.length > MAX_NAMED ? `, and ${all.length - MAX_NAMED} more` : '';
  return `${all.slice(0, MAX_NAMED).join(', ')}${more}`;
}

function othersAmong(
  kind: string,
  saved: ReadonlyMap<string, number>,
  there: ReadonlyMap<number, string>,
): string[] {
  const numbers = new Map<string, Set<number>>();
  for (const [number, name] of there) numbers.set(name, (numbers.get(name) ?? new Set()).add(number));
  return [...saved].flatMap(([name, number]) => {
    const here = numbers.get(name);
    if (here === undefined || here.has(number)) return [];
    return [`the ${kind} ${displayText(name)} was ${number}, and is ${[...here].join(' or ')} there`];
  });
}
