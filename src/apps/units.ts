import { fromText } from '../bytestring.ts';
import { quote, quoteAll } from '../hosts/quote.ts';
import { z } from '../schema.ts';
import type { Control } from './application.ts';

/** A unit's name, as a word of a command. */
export const unitName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@:\\-]*$/, 'expected a unit’s name');

/**
 * Shell: `unit_state UNIT` prints systemd's word for its state: `active`, `reloading`, `activating`, `deactivating`, `inactive`, `failed`;
 * or `absent`, for which systemd itself says `inactive`: nothing is known by that name; or `unknown`, where nobody answers.
 */
export const UNIT_STATE = `unit_state() {
  said=$(systemctl show -p LoadState -p ActiveState "$1" </dev/null) || said=
  case $said in
    *LoadState=not-found*) echo absent ;;
    *ActiveState=*) said=\${said#*ActiveState=}; echo "\${said%%[!a-z]*}" ;;
    *) echo unknown ;;
  esac
}
`;

/**
 * How an application is stopped and started that systemd's units run. `systemctl is-active` says 3 of a unit that is coming up, goes down, or isn't
 * there: here it runs (0) when all of them do, it is stopped (3) when none does; between them (9) nobody knows.
 * @param units In the order in which they are stopped.
 * @param mayBeAbsent For a restore: a unit that isn't there yet is stopped.
 */
export function unitsControl(
  units: readonly string[],
  { mayBeAbsent }: { mayBeAbsent: boolean },
): Pick<Control, 'stop' | 'start' | 'status'> {
  const command = (verb: string) => (unit: string) => `systemctl ${verb} ${quote(fromText(unit))}`;
  return {
    stop: units.map(command('stop')),
    start: units.toReversed().map(command('start')),
    status: `${UNIT_STATE}up= down= other=
for unit in ${quoteAll(units.map(fromText))}; do
  case $(unit_state "$unit") in
    active | reloading) up=1 ;;
    inactive | failed${mayBeAbsent ? ' | absent' : ''}) down=1 ;;
    *) other=1 ;;
  esac
done
case $up,$down,$other in 1,,) exit 0 ;; ,1,) exit 3 ;; *) exit 9 ;; esac`,
  };
}
