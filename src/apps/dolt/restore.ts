import { displayText, fromText } from '../../bytestring.ts';
import { parseDatabase } from '../../databases/databases.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { asUser } from '../../hosts/as-user.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import type { ApplicationRecord, RestorePlan, RestoreStep, Saved, Site } from '../application.ts';
import { ownerStep, shellStep, startStep, stopStep } from '../control.ts';
import { present } from '../host-look.ts';
import { clientOf, folderUrl, serverUrl } from './access.ts';
import { BEFORE } from './backup.ts';
import { cloneStep } from './clone.ts';
import { DoltConfigPlace } from './config-place.ts';
import { blocked, type DoltMove, listOf, moveOf, patternIn, placeOf } from './move.ts';
import type { Pushed } from './pushes.ts';
import { requireRestoreRoom } from './room.ts';
import type { DoltSettings } from './settings.ts';
import { type FolderState, fsckAll, readFolderState, requireFolderState, requireStopped } from './stopped.ts';
import { answerStep, compareStep } from './verify.ts';

/**
 * The server is stopped; its configuration takes its place before its first start, for without its users Dolt makes a root without a
 * password; each database is brought in by Dolt itself, checked and compared; then it is started, and asked.
 */
export async function planDoltRestore(
  site: Site,
  settings: DoltSettings,
  { record, dumps }: Saved,
): Promise<RestorePlan> {
  const move = await moveOf(site, settings, record);
  const way = record.facts['way'] ?? 'backup';
  const isWhole = way === 'files' || way === 'volume';
  const backups = dumps.filter(({ format }) => format === 'backup');
  if (settings['check-room']) await requireRoom(site, move, backups);
  const pushed = listOf<Pushed>(record.facts['pushed']);
  if (way === 'push') await refuseStanding(site, move, pushed);
  const globals = dumps.filter(({ format }) => format === 'globals');
  const config = move.from === move.to ? dumps.filter(({ format }) => format === 'config') : [];
  return {
    steps: [
      stopStep('Dolt', move.control),
      seeStoppedStep(move),
      ...(isWhole ? wholeSteps(move, record) : partSteps(move, record, backups)),
      ...config.map((dump) => configStep(move, dump)),
      ...(way === 'push' ? [cloneStep(move, pushed)] : []),
      startStep('Dolt', move.control),
      answerStep(move),
      ...globals.map((dump) => globalsStep(site, move, dump)),
      ...(backups.length === 0 ? [] : [compareStep(move, backups)]),
    ],
  };
}

async function requireRoom(
  site: Site,
  { to, account }: DoltMove,
  dumps: readonly DumpRecord[],
): Promise<void> {
  if (dumps.length === 0) return;
  const sizes = dumps.map((dump) => dump.size_bytes);
  await requireRestoreRoom(site, [
    { folder: account.settings['work-folder'], bytes: Math.max(...sizes) },
    { folder: to, bytes: sizes.reduce((sum, size) => sum + size, 0) },
  ]);
}

/** A clone makes a database, and never replaces one. */
async function refuseStanding(site: Site, { to }: DoltMove, pushed: readonly Pushed[]): Promise<void> {
  const names = [...new Set(pushed.map(({ database }) => database))];
  const [there] = await present(
    site,
    names.map((name) => `${to}/${name}`),
  );
  if (there === undefined) return;
  throw blocked(
    site,
    `${displayText(there)} is there`,
    'expected no database of that name, for it is cloned from its remote. Move it away',
  );
}

function seeStoppedStep({ control, to, account }: DoltMove): RestoreStep {
  return {
    kind: 'run',
    title: 'see that nobody has the databases open',
    run: (site) => requireStopped({ ...site, host: asUser(site.host, account.user) }, control, to),
  };
}

/** The configuration; each database from Dolt's own backup; what lies in its folder beside the data. */
function partSteps(move: DoltMove, record: ApplicationRecord, backups: readonly DumpRecord[]): RestoreStep[] {
  const names = [
    ...move.folders.filter((name) => name !== '.'),
    ...backups.map(({ database }) => database ?? ''),
  ];
  const left = [...names, ...(move.folders.includes('.') ? ['.dolt'] : [])];
  const restored = backups
    .map(({ database }) => database ?? '')
    .filter((name) => move.folders.includes(name));
  const beside = restored.flatMap((name) =>
    ['config.json', 'repo_state.json'].map((file) => patternIn(move, `${name}/.dolt/${file}`)),
  );
  return [
    folderStep(move),
    {
      kind: 'files',
      title: 'put the configuration back, and the users’ files',
      part: {
        ...placeOf(move),
        includes: [],
        excludes: [...new Set(left)].map((name) => patternIn(move, name)),
      },
    },
    ...ownerSteps(move),
    ...backups.map((dump): RestoreStep => {
      const database = dump.database ?? '';
      const url = folderUrl(move.to, move.account, { database });
      return {
        kind: 'database',
        title: `bring the database ${displayText(database)} back`,
        dump: dump.name,
        into: parseDatabase(url, 'the data directory', {}),
        overwrite: true,
      };
    }),
    ...(beside.length === 0 || record.facts['way'] === 'push'
      ? []
      : [
          {
            kind: 'files',
            title: 'put back what each database is told of its remotes and backups',
            part: { ...placeOf(move), includes: beside, excludes: [] },
          } as const,
          ...ownerSteps(move),
        ]),
  ];
}

/** All files as they were, checked and compared before it is started. */
function wholeSteps(move: DoltMove, record: ApplicationRecord): RestoreStep[] {
  const { to, account, folders } = move;
  const url = folderUrl(to, account, { options: { globals: 'only' } });
  const state = record.facts['state'];
  return [
    folderStep(move),
    asideStep(move),
    { kind: 'files', title: 'put the files back', part: { ...placeOf(move), includes: [], excludes: [] } },
    ...ownerSteps(move),
    {
      kind: 'run',
      title: 'have Dolt check every database, and compare what they hold',
      run: async (site) => {
        const client = clientOf({ ...site, host: asUser(site.host, account.user) }, url);
        await fsckAll(client, to, folders, site.onInfo);
        const is = await readFolderState(client, account.settings['work-folder']);
        if (state !== undefined) requireFolderState(JSON.parse(state) as FolderState, is, site.onInfo);
      },
    },
  ];
}

function folderStep({ to, account }: DoltMove): RestoreStep {
  const folder = quote(fromText(to));
  const owner = quote(fromText(`${account.user}:`));
  return shellStep(
    'make the data directory, if it isn’t there',
    `[ -d ${folder} ] || { mkdir -p -m 700 ${folder} && chown -h ${owner} ${folder}; }`,
  );
}

/** A journal that was left beside older files could be taken for theirs. */
function asideStep({ to, folders }: DoltMove): RestoreStep {
  const folder = quote(fromText(to));
  const words = quoteAll(folders.filter((name) => name !== '.').map(fromText));
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  return shellStep(
    `put the databases that are there aside (${BEFORE}${stamp})`,
    `cd ${folder} || exit 1
for one in ${words}; do
  [ -e "$one" ] || continue
  mkdir -p ${BEFORE}${stamp} && mv "$one" ${BEFORE}${stamp}/ || exit 1
done
${folders.includes('.') ? asideItself(stamp) : ''}`,
  );
}

/** A folder with `.dolt` in it would be taken for a database. */
function asideItself(stamp: string): string {
  const into = `${BEFORE}${stamp}/data`;
  return `[ ! -e .dolt ] || { mkdir -p ${into} && mv .dolt ${into}/; } || exit 1`;
}

function ownerSteps({ to, account, userBefore }: DoltMove): RestoreStep[] {
  return account.user === userBefore ? [] : [ownerStep(account.user, to)];
}

function configStep({ account }: DoltMove, dump: DumpRecord): RestoreStep {
  return {
    kind: 'database',
    title: 'put back what lies outside of the volume',
    dump: dump.name,
    into: new DoltConfigPlace(account.settings['work-folder']),
    overwrite: true,
  };
}

function globalsStep({ env }: Site, { server, account }: DoltMove, dump: DumpRecord): RestoreStep {
  const url = serverUrl(server, account, { options: { globals: 'only' } });
  return {
    kind: 'database',
    title: 'see that every user, grant and rule of branch control is there',
    dump: dump.name,
    into: parseDatabase(url, 'the option server', env),
    overwrite: true,
  };
}
