import { displayText, fromText } from '../../bytestring.ts';
import { parseDatabase } from '../../databases/databases.ts';
import { HoldfastError } from '../../errors.ts';
import { scriptAs } from '../../hosts/as-user.ts';
import { quote } from '../../hosts/quote.ts';
import type { FilesPart, RestorePlan, RestoreStep, Saved, Site } from '../application.ts';
import { ownerStep, shellStep, startStep, stopStep } from '../control.ts';
import { databaseSteps } from '../dump-places.ts';
import { followed, linksBelow } from '../follow-links.ts';
import { asAccount, hasAccount, literalPattern, readText } from '../host-look.ts';
import { compareVersions } from '../version.ts';
import { REQUIREMENTS } from './backup.ts';
import { controlOf } from './control.ts';
import type { DssSettings } from './settings.ts';
import { hasSomethingToStop, machineOf, productVersion } from './state.ts';

/** Where a data directory was, and where it goes. */
interface Move {
  readonly from: string;
  /** Where its files stand in the snapshot: elsewhere, where `from` is a symlink. */
  readonly saved: string;
  readonly to: string;
  readonly installDir: string;
  readonly user: string;
  readonly userBefore: string;
  /** The same place, version and account: what was saved fits as it is. Else its programs are installed anew. */
  readonly isPristine: boolean;
  /** What of it lay on another disk. */
  readonly moved: readonly { readonly name: string; readonly end: string }[];
}

export async function planDssRestore(
  site: Site,
  settings: DssSettings,
  { record, dumps }: Saved,
): Promise<RestorePlan> {
  const move = await moveOf(site, settings, record);
  const { to, user, isPristine } = move;
  const own = quote(fromText(to));
  const control = controlOf(settings, user);
  const isThere = await hasSomethingToStop(site, settings, user);
  const { 'restore-into': into, database = record.facts['database_url'] } = settings;
  const data = dumps.filter(({ name }) => name !== REQUIREMENTS);
  const urls = { into: into === undefined ? [] : [into], from: database === undefined ? [] : [database] };
  const hasPackages = dumps.some(({ name }) => name === REQUIREMENTS);
  const isOwned = user === move.userBefore;
  const starts =
    settings.start === 'yes' ||
    (settings.start === 'auto' && isPristine && (await isSavedMachine(site, record)));
  if (!starts) {
    site.onInfo(
      'DSS is not started: a restored copy runs all its scenarios again. Isolate it first; start=yes starts it.',
    );
  }
  return {
    steps: [
      ...(isThere ? [stopStep('DSS', control)] : []),
      ...filesSteps(move),
      ...(isOwned ? [] : [ownerStep(user, to)]),
      // What was left out, and what a start may take for granted.
      shellStep('make the folders that it runs with', scriptAs(user, `cd ${own} && mkdir -p run tmp caches`)),
      ...databaseSteps(data, urls, site),
      ...(isPristine
        ? []
        : installSteps(move, settings, {
            hasPackages,
            hasUif: record.facts['impersonation'] === 'yes',
            env: site.env,
          })),
      ...(starts ? [startStep('DSS', control)] : []),
    ],
  };
}

/** Of a snapshot that doesn't say, it is taken for that one. */
async function isSavedMachine(site: Site, { facts }: Saved['record']): Promise<boolean> {
  const machine = facts['machine'];
  return machine === undefined || machine === (await machineOf(site));
}

/** @throws HoldfastError restore-blocked with what is missing: DSS itself, its account, or a version that is new enough. */
async function moveOf(
  site: Site,
  settings: DssSettings,
  { settings: saved, facts, version }: Saved['record'],
): Promise<Move> {
  const from = String(saved['data-dir']);
  const place = followed(facts, from);
  const installDir = settings['install-dir'] ?? facts['install_dir'];
  if (installDir === undefined) {
    throw blocked(
      site,
      'nothing says where DSS is installed',
      'expected its INSTALL_DIR. Give install-dir=/opt/dataiku-dss-VERSION',
    );
  }
  const there = productVersion(await readText(site, `${installDir}/dss-version.json`));
  if (there === null) {
    throw blocked(
      site,
      `there is no DSS in ${installDir}`,
      `expected version ${version} or newer. Unpack its distribution there, or give install-dir`,
    );
  }
  const order = version === null ? 0 : compareVersions(there, version);
  if (order < 0) {
    throw blocked(
      site,
      `version ${there} is in ${installDir}`,
      `expected ${version} or newer, which was saved: DSS can't go back. Unpack that version, and name it by install-dir`,
    );
  }
  const userBefore = facts['user'] ?? '';
  const user = settings.user ?? userBefore;
  if (!(await hasAccount(site, user))) {
    throw blocked(
      site,
      `there is no account ${JSON.stringify(displayText(user))}`,
      'expected the one that DSS runs as. Make it, or name another by user',
    );
  }
  await asAccount(site, user, 'DSS');
  const to = settings['data-dir'];
  const isPristine = to === from && installDir === facts['install_dir'] && order === 0 && user === userBefore;
  const moved = linksBelow(facts, place);
  return { from, saved: place, to, installDir, user, userBefore, isPristine, moved };
}

/**
 * Elsewhere, what belongs to the old place stays in the snapshot: the installer makes it anew. What lay on another disk lies in the data directory
 * itself then: links to the old disk would lead to nothing, or into the data of the one that was saved.
 */
function filesSteps({ from, saved, to, isPristine, moved }: Move): RestoreStep[] {
  const all = { folder: null, target: null, includes: [], excludes: [] };
  const files = (title: string, part: Partial<FilesPart>): RestoreStep => {
    return { kind: 'files', title, part: { ...all, ...part } };
  };
  if (isPristine) return [files('put the files back', {})];
  const title = `put the data directory to ${to}`;
  if (from === to) {
    const places = [...new Set([from, saved, ...moved.map(({ end }) => end)])];
    return [files(title, { includes: places.map(literalPattern) })];
  }
  const links = moved.map(({ name }) => `/${literalPattern(name)}`);
  return [
    files(title, { folder: fromText(saved), target: fromText(to), likeFolder: true, excludes: links }),
    ...moved.map(({ name, end }) =>
      files(`put its ${displayText(name)} there, which lay on another disk`, {
        folder: fromText(end),
        target: fromText(`${to}/${name}`),
        likeFolder: true,
      }),
    ),
  ];
}

/** As the vendor's page has it: the installer, as DSS's account; what it had; and as root what impersonates. */
function installSteps(
  { to, installDir, user }: Move,
  { integrations }: DssSettings,
  { hasPackages, hasUif, env }: { hasPackages: boolean; hasUif: boolean; env: NodeJS.ProcessEnv },
): RestoreStep[] {
  const folder = quote(fromText(to));
  const list = `${to}/tmp/holdfast-${REQUIREMENTS}`;
  const file = quote(fromText(list));
  const here = `cd ${folder} || exit 1\n`;
  const asOwner = (title: string, script: string) => shellStep(title, scriptAs(user, script));
  const take = scriptAs(user, `mkdir -p ${folder}/tmp && cat >${file}`);
  const packages: RestoreStep[] = [
    {
      kind: 'database',
      title: 'take the list of its Python packages',
      dump: REQUIREMENTS,
      into: parseDatabase(`command:${REQUIREMENTS}=${take}`, 'the list of packages', env),
      overwrite: true,
    },
    asOwner('install its Python packages', `${here}bin/pip install -r ${file} </dev/null && rm -f ${file}`),
  ];
  const commands = {
    R: 'install-R-integration',
    hadoop: 'install-hadoop-integration',
    spark: 'install-spark-integration',
  };
  return [
    asOwner('put its Python environment aside', `${here}[ ! -e pyenv ] || mv pyenv pyenv.backup`),
    asOwner(
      'run its installer',
      `cd / && ${quote(fromText(`${installDir}/installer.sh`))} -d ${folder} -u -y </dev/null`,
    ),
    ...(hasPackages ? packages : []),
    ...integrations.map((name) =>
      asOwner(`install its integration with ${name}`, `${here}bin/dssadmin ${commands[name]} </dev/null`),
    ),
    ...(hasUif
      ? [
          shellStep(
            'install impersonation',
            `${here}bin/dssadmin install-impersonation ${quote(fromText(user))} </dev/null`,
          ),
        ]
      : []),
  ];
}

function blocked({ host }: Site, what: string, expected: string): HoldfastError {
  return new HoldfastError('restore-blocked', `Cannot restore DSS to "${host.name}": ${what}, ${expected}.`);
}
