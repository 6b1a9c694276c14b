import { fromText } from '../../bytestring.ts';
import { parseDolt } from '../../databases/databases.ts';
import { unpackTar } from '../../databases/folder-tar.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { isOlder } from '../../databases/versions.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import { startDaemon } from './daemon.ts';
import {
  type DumpPlace,
  type EngineService,
  plainPlace,
  type RunningService,
  type ServicePlace,
  tooOld,
} from './service.ts';

export const doltService: EngineService = {
  role: 'dolt',
  title: 'Dolt',
  engine: 'dolt',
  accounts: ['dolt'],
  versionOf: ({ restore }) => restore['server_version'] ?? null,
  start: startDolt,
};

/** In a container without a network nobody else is there. */
const PORT = 13306;

const SETTINGS = `{"user.name":"drill","user.email":"drill@localhost","metrics.disabled":"true","versioncheck.disabled":"true"}`;

const PREPARE = `dolt=$(find_program dolt) || lacks dolt 'Dolt server'
mkdir data work home; mkdir home/.dolt
echo ${quote(fromText(SETTINGS))} >home/.dolt/config_global.json
HOME=$PWD/home DOLT_ROOT_PATH=$PWD/home DOLT_DISABLE_EVENT_FLUSH=1; export HOME DOLT_ROOT_PATH DOLT_DISABLE_EVENT_FLUSH
printf 'log_level: warning\\ndata_dir: %s/data\\ncfg_dir: %s/data/.doltcfg\\nlistener:\\n  host: 127.0.0.1\\n  port: ${PORT}\\n  socket: %s/s\\n' "$PWD" "$PWD" "$PWD" >config.yaml
ask() { DOLT_CLI_PASSWORD='' "$dolt" --host 127.0.0.1 --port ${PORT} --user root --no-tls sql -r csv -q "$1" </dev/null; }`;

async function startDolt(place: ServicePlace): Promise<RunningService> {
  const { host, folder } = place;
  const [toolFolder = '', , version = ''] = await startDaemon(place, {
    title: 'Dolt',
    prepare: PREPARE,
    command: '"$dolt" sql-server --config config.yaml',
    isReady: `[ -S s ] && ask 'SELECT 1'`,
    facts: `dirname "$dolt"\nask 'SELECT dolt_version()'`,
  });
  return {
    version,
    folder,
    variables: { DOLT_PORT: String(PORT) },
    requireFit: (record) => {
      const dumped = record.restore['server_version'] ?? '';
      if (isOlder(version, dumped)) throw tooOld(doltService, record, { is: version, expected: dumped });
    },
    open: (record) => placeOf(host, { folder, toolFolder }, record),
  };
}

/** What users are granted, and branch control, comes after the databases that it names. */
function placeOf(
  host: Host,
  { folder, toolFolder }: { folder: string; toolFolder: string },
  record: DumpRecord,
): DumpPlace {
  if (record.format === 'config') return configPlace(host, folder, record);
  const isGlobals = record.format === 'globals';
  const options = new URLSearchParams({ bin: toolFolder, 'work-folder': `${folder}/work`, tls: 'false' });
  if (isGlobals) options.set('globals', 'only');
  const name = encodeURIComponent(record.database ?? '');
  const database = parseDolt(`dolt://root@127.0.0.1:${PORT}/${name}?${options}`);
  return plainPlace(host, database, { order: isGlobals ? 1 : 0, isData: !isGlobals });
}

/** They are for a person to put back: here they are unpacked beside, and counted. */
function configPlace(host: Host, folder: string, { name, restore }: DumpRecord): DumpPlace {
  const to = `${folder}/config`;
  return {
    order: 2,
    database: null,
    restore: async ({ content }, { signal }) => {
      const what = `unpack ${name}`;
      await unpackTar(host, { folder: to, content: content(), what, signal });
      const count = `find ${quote(fromText(to))} -type f | wc -l`;
      const { stdout } = await runSuccessfully(host, 'count what was unpacked', count, { signal });
      const files = stdout.toString('latin1').trim();
      if (files === restore['files']) return '';
      throw new HoldfastError(
        'restore-mismatch',
        `Cannot count ${name} as restored: it holds ${files} files, expected ${restore['files'] ?? 'another number'}.`,
      );
    },
  };
}
