import { asHoldfastError, HoldfastError } from '../errors.ts';
import { asUser } from '../hosts/as-user.ts';
import type { Host } from '../hosts/host.ts';
import type { PreparedDump } from './database.ts';
import type { DatabaseUrl } from './database-url.ts';

/** What every engine's class begins with: what a URL says, and as whom its tools run. */
export abstract class Engine<Choices extends { readonly runAs: string | null }> {
  readonly shown: string;
  protected readonly choices: Choices;

  constructor({ shown }: Pick<DatabaseUrl, 'shown'>, choices: Choices) {
    this.shown = shown;
    this.choices = choices;
  }

  /** The host as the account that the tools run as. */
  protected hostOf(login: Host): Host {
    const { runAs } = this.choices;
    return runAs === null ? login : asUser(login, runAs);
  }
}

/** What `prepare` puts into its list; if it throws, those that are in it are closed first. */
export async function preparedOrNone(
  prepare: (prepared: PreparedDump[]) => Promise<void>,
): Promise<PreparedDump[]> {
  const prepared: PreparedDump[] = [];
  try {
    await prepare(prepared);
    return prepared;
  } catch (error) {
    await Promise.all(prepared.map((dump) => dump.close()));
    throw error;
  }
}

/** A command's failure as one of the dump; anything else as it is. @param what Ready to show: `the database "app" on "host"`. */
export function asDumpFailure(error: unknown, what: string): unknown {
  const known = asHoldfastError(error);
  if (known?.code !== 'command-failed') return error;
  return new HoldfastError('dump-failed', `Cannot dump ${what}: ${known.message}`, { cause: error });
}
