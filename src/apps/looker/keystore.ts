import { fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully, runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { Facts, Site } from '../application.ts';
import { linesOf, realPath } from '../host-look.ts';
import { type KeyFile, parseKeyFile } from './key-file.ts';
import { type KeptKey, keepKey } from './key-store.ts';
import { folderOf, type LookerSettings } from './settings.ts';

const MAX_KEY_FILE_BYTES = 64 * 1024;
const CLEAN_WITHIN_MS = 5000;

/**
 * Makes the stopped Looker's database independent of its keystore: a key file is generated, kept encrypted in a place of its
 * own, and only then the database is encrypted anew with it. The key file never lies where it could be saved, and is gone
 * from the host when this ends.
 *
 * @param own The host as Looker's account.
 * @param paths What is saved: the key must not be in it.
 * @throws HoldfastError command-failed, application-unfit; what the key's place throws. Nothing was encrypted then, unless the message
 *   says so.
 */
export async function makeIndependent(
  own: Host,
  settings: LookerSettings,
  { paths, signal }: { paths: readonly string[]; signal: AbortSignal },
): Promise<Facts> {
  const site = { host: own, signal };
  const folder = await secretFolder(site, paths);
  try {
    const file = `${folder}/keyfile`;
    await runKeystoreCommand(site, settings, 'generate_keyfile_for_backup', file);
    const output = await runSuccessfully(
      own,
      'read the key file that Looker generated',
      `cat <${quote(fromText(file))}`,
      {
        signal,
        limitBytes: MAX_KEY_FILE_BYTES,
      },
    );
    const key = parseKeyFile(output.stdout);
    const kept: KeptKey = await keepKey(key, settings, signal);
    const before = await databaseSum(site, settings);
    await runKeystoreCommand(site, settings, 'keystore_independent_recrypt', file);
    if (before !== null && before === (await databaseSum(site, settings)))
      throw didNothing('keystore_independent_recrypt', 'its database is as it was');
    return { backup_uid: key.backupUid, key_place: kept.location, key_name: kept.name };
  } finally {
    await removeSecretFolder(own, folder);
  }
}

/** Gives the restored, stopped Looker its keys back from a key file that its backup was made with. */
export async function restoreKeys(
  own: Host,
  settings: LookerSettings,
  { key, signal }: { key: KeyFile; signal: AbortSignal },
): Promise<void> {
  const site = { host: own, signal };
  const folder = await secretFolder(site, []);
  try {
    const file = `${folder}/keyfile`;
    await runSuccessfully(own, 'put the key file on the host', `umask 077; cat >${quote(fromText(file))}`, {
      signal,
      stdin: key.json,
    });
    await runKeystoreCommand(site, settings, 'restore_dr_backup', file);
  } finally {
    await removeSecretFolder(own, folder);
  }
}

/**
 * A key file that somebody left where it is saved with the data that it opens.
 * @throws HoldfastError application-unfit that names it.
 */
export async function refuseStrayKeys(
  own: Pick<Site, 'host' | 'signal'>,
  folders: readonly string[],
): Promise<void> {
  const words = folders.map((folder) => quote(fromText(folder))).join(' ');
  // A key file is tiny; Looker's jar is not, and isn't read.
  const script = `find -H ${words} -maxdepth 1 -type f -size -8 -exec grep -lE '^[[:space:]]*([{].*)?"dbmk"[[:space:]]*:' {} + 2>/dev/null; true`;
  const [stray = ''] = await linesOf(own, 'look for key files', script);
  if (stray === '') return;
  throw new HoldfastError(
    'application-unfit',
    `Cannot back up Looker on "${own.host.name}": the key file ${JSON.stringify(stray)} lies with the data that it opens, expected it ` +
      'in a place of its own. Move it away from this host.',
  );
}

/**
 * Runs one of the start script's commands for keys, with the variables that it is started with. They exit 0 whatever they
 * were told, so what they print is looked at: their own words for success aren't documented, those for failure are plain.
 */
async function runKeystoreCommand(
  { host, signal }: Pick<Site, 'host' | 'signal'>,
  settings: LookerSettings,
  command: string,
  file: string,
): Promise<void> {
  const variables = settings['environment-files']
    .map((name) => quote(fromText(name)))
    .map((name) => `if [ -r ${name} ]; then set -a; . ${name}; set +a; fi\n`);
  const script = `umask 077
HOME=${quote(fromText(settings.home))}; export HOME
cd ${quote(fromText(folderOf(settings)))} || exit 1
${variables.join('')}./looker ${command} ${quote(fromText(file))} </dev/null 2>&1`;
  const { stdout } = await runSuccessfully(host, `run ./looker ${command}`, script, { signal });
  const complaint =
    /^.*\b(usage|unknown|unrecogni[sz]ed|invalid|error|exception|fail(ed|ure)?|cannot|denied)\b.*$/im.exec(
      stdout.toString('utf8'),
    );
  if (complaint !== null) throw didNothing(command, `it says ${JSON.stringify(complaint[0].trim())}`);
}

function didNothing(command: string, what: string): HoldfastError {
  return new HoldfastError(
    'command-failed',
    `Cannot make a backup that is independent of the keystore: ./looker ${command} exits 0, but ${what}, expected it to have worked. ` +
      'See that the master key is set where Looker is started, and that this version knows the command.',
  );
}

/** Of the HSQLDB's files; null where there is none. */
async function databaseSum(
  site: Pick<Site, 'host' | 'signal'>,
  settings: LookerSettings,
): Promise<string | null> {
  const script = `cd ${quote(fromText(folderOf(settings)))}/.db 2>/dev/null || exit 0
for file in looker.script looker.log looker.data; do [ ! -e "$file" ] || cksum <"$file"; done`;
  const lines = await linesOf(site, 'look at Looker’s database', script);
  return lines.join('\n') || null;
}

/** A folder that Looker's account alone may enter, in memory where there is such a place. */
async function secretFolder(site: Pick<Site, 'host' | 'signal'>, paths: readonly string[]): Promise<string> {
  const script = `umask 077
for base in /dev/shm "\${TMPDIR:-/tmp}"; do
  [ -d "$base" ] && [ -w "$base" ] && mktemp -d "$base/holdfast-key-XXXXXXXX" && exit 0
done
exit 1`;
  const [folder = ''] = await linesOf(site, 'make a folder for the key file', script);
  const real = (await realPath(site, folder)) ?? folder;
  const within = paths.find((path) => path === '/' || real === path || real.startsWith(`${path}/`));
  if (within === undefined) return folder;
  await removeSecretFolder(site.host, folder);
  throw new HoldfastError(
    'bad-input',
    `Cannot make a key file in ${JSON.stringify(folder)}: it is below ${JSON.stringify(within)}, which is saved, expected the key never to be ` +
      'with the data that it opens. Save less, or set another TMPDIR.',
  );
}

/** Also when the run is cancelled: a key must not stay. */
async function removeSecretFolder(host: Host, folder: string): Promise<void> {
  const name = quote(fromText(folder));
  const script = `[ ! -e ${name}/keyfile ] || shred -u ${name}/keyfile 2>/dev/null; rm -rf ${name}`;
  await runToEnd(host, script, { signal: AbortSignal.timeout(CLEAN_WITHIN_MS) });
}
