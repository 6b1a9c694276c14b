import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import type {
  Database,
  DatabaseContext,
  PreparedDump,
  RestoredDatabase,
  RestoreTerms,
  StoredDump,
} from './database.ts';
import type { DatabaseUrl } from './database-url.ts';
import { type DoltChoices, readDoltChoices } from './dolt/choices.ts';
import { DoltClient } from './dolt/client.ts';
import { DoltConfigDump, listConfigFiles } from './dolt/config-dump.ts';
import { DoltDump } from './dolt/dump.ts';
import { DoltGlobalsDump, readGlobals, requireSomebody } from './dolt/globals.ts';
import { type DoltFacts, readDoltFacts } from './dolt/server.ts';
import { stageBackup } from './dolt/staging.ts';
import { asDumpFailure, Engine, preparedOrNone } from './engine.ts';
import { quoted } from './quoted.ts';

export const DOLT_SCHEMES: readonly string[] = ['dolt'];

/** `dolt://user@host:port/database?staging=/folder&option=value`. @throws HoldfastError bad-input. */
export function doltDatabase(url: DatabaseUrl, env: NodeJS.ProcessEnv): Database {
  return new Dolt(url, readDoltChoices(url, env));
}

class Dolt extends Engine<DoltChoices> implements Database {
  async prepareDumps(login: Host, context: DatabaseContext): Promise<PreparedDump[]> {
    const { globals } = this.choices;
    const client = this.#clientOn(login, context);
    const preparing = preparedOrNone(async (prepared) => {
      const facts = await readDoltFacts(client, this.choices.workFolder);
      const names = this.#chosenDatabases(client, facts);
      if (globals !== 'without') prepared.push(await this.#prepareGlobals(client, facts, context));
      prepared.push(...(await this.#prepareConfig(client, facts, context)));
      if (globals === 'only') return;
      const taken = new Set<string>();
      for (const name of names) prepared.push(await this.#prepare(client, name, { facts, taken }, context));
    });
    return preparing.catch((error: unknown) => {
      throw asDumpFailure(error, JSON.stringify(this.shown));
    });
  }

  async restore(
    login: Host,
    dump: StoredDump,
    terms: RestoreTerms,
    context: DatabaseContext,
  ): Promise<RestoredDatabase> {
    const { restoreDolt } = await import('./dolt/restore.ts');
    return restoreDolt({
      client: this.#clientOn(login, context),
      choices: this.choices,
      dump,
      terms,
      context,
    });
  }

  #clientOn(login: Host, { signal }: DatabaseContext): DoltClient {
    return new DoltClient(this.hostOf(login), this.choices, signal);
  }

  #chosenDatabases(client: DoltClient, { databases: there }: DoltFacts): readonly string[] {
    const { database, globals } = this.choices;
    if (globals === 'only') return [];
    if (database === null) return there;
    if (there.includes(database)) return [database];
    const names = there.map(quoted).join(', ');
    throw new HoldfastError(
      'dump-failed',
      `Cannot dump the database ${quoted(database)} on "${client.host.name}": it is not there, expected one of ${names || 'none'}.`,
    );
  }

  async #prepareGlobals(
    client: DoltClient,
    facts: DoltFacts,
    context: DatabaseContext,
  ): Promise<PreparedDump> {
    const { globals: which, name } = this.choices;
    const globals = await readGlobals(client, facts.databases[0] ?? null);
    requireSomebody(globals);
    return new DoltGlobalsDump(client, globals, facts, { name: which === 'only' ? name : null, context });
  }

  /** What the URL names; with the users also what lies in the folder of the databases, where that is known. */
  async #prepareConfig(
    client: DoltClient,
    facts: DoltFacts,
    context: DatabaseContext,
  ): Promise<PreparedDump[]> {
    const { configFiles, globals } = this.choices;
    const dataFolder = globals === 'without' ? null : this.choices.dataFolder;
    if (configFiles.length === 0 && dataFolder === null) return [];
    const files = await listConfigFiles(client, configFiles, dataFolder, context);
    return files.length === 0 ? [] : [new DoltConfigDump(client, facts, files, context)];
  }

  async #prepare(
    client: DoltClient,
    database: string,
    { facts, taken }: { facts: DoltFacts; taken: Set<string> },
    context: DatabaseContext,
  ): Promise<PreparedDump> {
    const { workFolder, name } = this.choices;
    const where = this.#requireStaging();
    const staged = await stageBackup(client, { database, ...where, taken, workFolder }, context);
    taken.add(staged.folder);
    context.onInfo(
      `${displayText(database)}: backed up by Dolt ${facts.version} in ${displayText(staged.folder)}, which takes ` +
        `${staged.stagingBytes} bytes there for it`,
    );
    return new DoltDump({ client, facts, staged, name, context });
  }

  #requireStaging(): Pick<DoltChoices, 'staging' | 'namedBackup'> {
    const { staging, namedBackup } = this.choices;
    if (staging !== null || namedBackup !== null) return { staging, namedBackup };
    throw new HoldfastError(
      'bad-input',
      `Cannot dump ${JSON.stringify(this.shown)}: Dolt backs up into a folder of the host, which is kept for the next time. Name one ` +
        'with room for as much as the databases take, which the server’s account may write: ?staging=/var/backups/dolt.',
    );
  }
}
