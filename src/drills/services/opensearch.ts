import { parseOpensearch } from '../../databases/databases.ts';
import { isOlder } from '../../databases/versions.ts';
import { HoldfastError } from '../../errors.ts';
import { startDaemon } from './daemon.ts';
import { type EngineService, plainPlace, type RunningService, type ServicePlace, tooOld } from './service.ts';

export const opensearchService: EngineService = {
  role: 'opensearch',
  title: 'OpenSearch',
  engine: 'opensearch',
  accounts: ['opensearch', 'elasticsearch'],
  versionOf: ({ restore }) => restore['server_version'] ?? null,
  start: startOpensearch,
};

/** In a container without a network nobody else is there. */
const PORT = 19200;
const TRANSPORT_PORT = 19300;

/**
 * A node that knows no other, with the image's own configuration but for what would write into the image, and without the
 * security plugin: its accounts are the cluster's, and nobody else can reach it.
 */
const PREPARE = `for home in /usr/share/opensearch /usr/share/elasticsearch; do name=\${home##*/}; [ -x "$home/bin/$name" ] && break; done
[ -x "$home/bin/$name" ] || lacks "opensearch or elasticsearch" 'OpenSearch'
mkdir data logs repositories tmp; cp -r "$home/config" config 2>/dev/null || mkdir -p config
[ ! -f config/jvm.options ] || sed -i '/Xlog:gc/d;/HeapDumpPath/d;/ErrorFile/d' config/jvm.options
{ echo "discovery.type: single-node"; echo "network.host: 127.0.0.1"; echo "http.port: ${PORT}"; echo "transport.port: ${TRANSPORT_PORT}"
  echo "node.store.allow_mmap: false"; echo "path.data: $PWD/data"; echo "path.logs: $PWD/logs"; echo "path.repo: $PWD/repositories"
  [ ! -d "$home/plugins/opensearch-security" ] || echo "plugins.security.disabled: true"
  [ "$name" != elasticsearch ] || echo "xpack.security.enabled: false"; } >"config/$name.yml"
OPENSEARCH_PATH_CONF=$PWD/config ES_PATH_CONF=$PWD/config OPENSEARCH_TMPDIR=$PWD/tmp ES_TMPDIR=$PWD/tmp
OPENSEARCH_JAVA_OPTS='-Xms512m -Xmx512m' ES_JAVA_OPTS='-Xms512m -Xmx512m'
export OPENSEARCH_PATH_CONF ES_PATH_CONF OPENSEARCH_TMPDIR ES_TMPDIR OPENSEARCH_JAVA_OPTS ES_JAVA_OPTS
command -v curl >/dev/null || lacks curl curl
ask() { curl -q -sf "http://127.0.0.1:${PORT}$1"; }`;

async function startOpensearch(place: ServicePlace): Promise<RunningService> {
  const { host, folder } = place;
  const lines = await startDaemon(place, {
    title: 'OpenSearch',
    prepare: PREPARE,
    command: '"$home/bin/$name"',
    isReady: `ask '/_cluster/health?wait_for_status=yellow&timeout=1s'`,
    facts: 'ask /',
  });
  const [, version = ''] = /"number"\s*:\s*"([\d.]+)"/.exec(lines.join('\n')) ?? [];
  return {
    version,
    folder,
    variables: { OPENSEARCH_URL: `http://127.0.0.1:${PORT}` },
    requireFit: (record) => {
      if (record.format === 'reference') {
        throw new HoldfastError(
          'host-unsupported',
          `Cannot restore ${record.name} for the drill: it only says where the cluster’s own snapshot is, which nothing without a ` +
            'network can read. Dump the files (?content=files), or leave it out by its name.',
        );
      }
      const dumped = record.restore['server_version'] ?? '';
      if (isOlder(version, dumped))
        throw tooOld(opensearchService, record, { is: version, expected: dumped });
    },
    open: () => plainPlace(host, parseOpensearch(`opensearch://127.0.0.1:${PORT}/?tls=false`)),
  };
}
