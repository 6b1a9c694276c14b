import { fromText } from '../../bytestring.ts';
import { AS_A_PERSON } from '../../hosts/as-a-person.ts';
import { quote } from '../../hosts/quote.ts';
import type { VolumeKind } from './volume-kind.ts';

/** A user's own commands, for any volume that can be snapshotted. */
export interface VolumeCommands {
  readonly create: string;
  readonly mount: string;
  readonly unmount: string;
  readonly destroy: string;
}

const VARIABLES = `
export HOLDFAST_SNAPSHOT="$name" HOLDFAST_TARGET="$target" HOLDFAST_VOLUME="$origin" HOLDFAST_SOURCE="$source"
export HOLDFAST_MOUNT="$at" HOLDFAST_CREATED="$created"
`;

/** They find what they need in variables, `HOLDFAST_…`; nothing that we know is read as shell. */
export function commandKind({ create, mount, unmount, destroy }: VolumeCommands): VolumeKind {
  const run = (command: string) =>
    `${VARIABLES}(${AS_A_PERSON}; cd / && eval ${quote(fromText(command))}) </dev/null`;
  return {
    word: 'command',
    refused: [],
    look: ':',
    create: run(create),
    mount: `${run(mount)} >&2`,
    check: ':',
    unmount: `${run(unmount)} >&2`,
    destroy: `${run(destroy)} >&2`,
    list: null,
  };
}
