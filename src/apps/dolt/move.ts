import { displayText, fromText } from '../../bytestring.ts';
import { toolVersion } from '../../databases/dolt/server.ts';
import { isOlder } from '../../databases/versions.ts';
import { asHoldfastError, HoldfastError } from '../../errors.ts';
import type { ApplicationRecord, Control, Site } from '../application.ts';
import { asAccount, hasAccount, literalPattern } from '../host-look.ts';
import { clientOf, type DoltAccount, folderUrl } from './access.ts';
import { controlOf } from './control.ts';
import type { DoltSettings } from './settings.ts';

/** Where it was, and where it goes. */
export interface DoltMove {
  readonly from: string;
  readonly to: string;
  readonly account: DoltAccount;
  readonly userBefore: string;
  readonly server: string;
  /** In whose `.dolt` the account's credentials are. */
  readonly root: string;
  readonly control: Control;
  /** The folders in the data directory that are databases. */
  readonly folders: readonly string[];
}

/** @throws HoldfastError restore-blocked with what is missing: a way to stop it, the account, a Dolt that is new enough. */
export async function moveOf(
  site: Site,
  settings: DoltSettings,
  record: ApplicationRecord,
): Promise<DoltMove> {
  const { facts, version } = record;
  const from = facts['data_dir'] ?? '';
  const to = settings['data-dir'] ?? from;
  const userBefore = facts['user'] ?? '';
  const user = settings.user ?? userBefore;
  if (!(await hasAccount(site, user))) {
    throw blocked(
      site,
      `there is no account ${JSON.stringify(displayText(user))}`,
      'expected the one that the server runs as. Make it, or name another by user',
    );
  }
  const control = controlOf(settings, to, user);
  if (control === null) {
    throw blocked(
      site,
      'nothing says how the server is stopped and started',
      'expected that: the files of a running one can’t be replaced. Give service=dolt, or stop and start',
    );
  }
  const account = { user, settings };
  const own = { ...site, host: await asAccount(site, user, 'Dolt') };
  await refuseOlder(own, account, version);
  if (to !== from) {
    site.onInfo(
      `Dolt's databases and what lies beside them go to ${displayText(to)}. What is outside of ${displayText(from)} stays in the snapshot: the server there has its own configuration.`,
    );
  }
  const server = settings.server ?? facts['server'] ?? '';
  const root = settings.root ?? facts['root'] ?? '/';
  return { from, to, account, userBefore, server, root, control, folders: listOf<string>(facts['folders']) };
}

async function refuseOlder(own: Site, account: DoltAccount, version: string | null): Promise<void> {
  const url = folderUrl('/', account, { options: { globals: 'only' } });
  const { 'work-folder': workFolder } = account.settings;
  const there = await toolVersion(clientOf(own, url), workFolder).catch((error: unknown) => {
    if (asHoldfastError(error)?.message.includes('dolt is not there') !== true) throw error;
    return null;
  });
  if (there !== null && (version === null || !isOlder(there, version))) return;
  const expected = `expected ${version ?? 'some version'} or newer, which was saved`;
  if (there === null)
    throw blocked(own, 'there is no dolt', `${expected}. Install it, or name its folder: bin`);
  throw blocked(
    own,
    `dolt is version ${there} there`,
    `${expected}: an older one may not read it. Install that`,
  );
}

export function blocked({ host }: Pick<Site, 'host'>, what: string, expected: string): HoldfastError {
  return new HoldfastError('restore-blocked', `Cannot restore Dolt to "${host.name}": ${what}, ${expected}.`);
}

/** Of a part that is put back: where the data directory's files come from, and go. */
export function placeOf({ from, to }: DoltMove) {
  return from === to ? { folder: null, target: null } : { folder: fromText(from), target: fromText(to) };
}

/** A name in the data directory, as the snapshot has it. */
export function patternIn({ from, to }: DoltMove, name: string): string {
  return `${from === to ? literalPattern(from) : ''}/${literalPattern(name)}`;
}

/** A list that the record has as JSON. */
export function listOf<T>(json: string | undefined): T[] {
  const list: unknown = JSON.parse(json ?? '[]');
  return Array.isArray(list) ? (list as T[]) : [];
}
