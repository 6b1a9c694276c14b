import type { ConfigFile } from './schema/file.ts';
import { secretsOf } from './secret-references.ts';

/** What the workflows name in `secrets`, and what for. */
export interface NeededSecret {
  readonly name: string;
  /** The variable of `backup.yml` that it is of; null: of none. */
  readonly variable: string | null;
  readonly use: 'backup' | 'drill';
}

/** What the environment of a job keeps for it alone: one `HOLDFAST_ENV`, which takes the place of what a caller hands on. */
export interface EnvironmentSecret {
  readonly environment: 'restore' | 'retention';
  /** All variables that it holds: it replaces the other as a whole. */
  readonly variables: readonly string[];
  /** Those of them whose value is another than the backup's. */
  readonly own: readonly string[];
}

/** The secrets that these workflows name, in the order in which a person makes them. */
export function secretsFor(config: ConfigFile): NeededSecret[] {
  return [
    ...variablesNamedIn(config).map(
      (variable): NeededSecret => ({ name: variable, variable, use: 'backup' }),
    ),
    { name: SIGNING_KEY, variable: null, use: 'drill' },
  ];
}

/** The secrets that no workflow names, so that nobody else's job has them: those of environments. */
export function environmentSecretsFor(config: ConfigFile): EnvironmentSecret[] {
  const { hosts, storage, retention } = config;
  // A key that logs in to a host may read there; one that a restore uses may write.
  const logins = variablesNamedIn(Object.values(hosts).map(({ identity }) => identity));
  // A storage's own key adds; retention's deletes.
  const keys = variablesNamedIn(
    Object.values(storage).flatMap((one) => [
      one['aws-access-key-id'],
      one['aws-secret-access-key'],
      one['aws-session-token'],
    ]),
  );
  const all: EnvironmentSecret[] = [
    { environment: 'restore', variables: variablesNamedIn(config), own: logins },
    ...(retention === undefined
      ? []
      : [{ environment: 'retention', variables: variablesNamedIn(storage), own: keys } as const]),
  ];
  return all.filter(({ own }) => own.length > 0);
}

export const SIGNING_KEY = 'DRILL_SIGNING_KEY';

/** The variables of the environment that `value` refers to, each once. */
export function variablesNamedIn(value: unknown): string[] {
  return [...new Set(secretsOf(value).map(({ name }) => name))].sort();
}
