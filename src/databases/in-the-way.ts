import { HoldfastError } from '../errors.ts';

/** What is there under the name of the database that is to be restored. */
export type StateThere =
  | { readonly kind: 'absent' | 'empty' }
  | { readonly kind: 'full'; readonly objects: number; readonly sessions: number };

/**
 * @param where Ready to show: `the database "app" on "host"`.
 * @param moved How the engine gets what is there out of the way: `renamed aside`.
 * @throws HoldfastError restore-blocked for a database that holds something, unless it may be moved and nobody uses it.
 */
export function requireNotInTheWay(
  state: StateThere,
  where: string,
  { overwrite, moved }: { overwrite: boolean; moved: string },
): void {
  if (state.kind !== 'full') return;
  if (!overwrite) {
    throw new HoldfastError(
      'restore-blocked',
      `Cannot restore ${where}: it holds ${state.objects} object${state.objects === 1 ? '' : 's'}, expected an empty or no database. Name another one, or ` +
        `say that it may be ${moved} (--overwrite-database).`,
    );
  }
  if (state.sessions === 0) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore ${where}: ${sessionsUseIt(state.sessions)}, expected none while it is ${moved}. Stop what uses it.`,
  );
}

/** `2 sessions use it`. */
export function sessionsUseIt(count: number): string {
  return count === 1 ? '1 session uses it' : `${count} sessions use it`;
}
