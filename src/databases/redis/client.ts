import { type ByteString, display, fromBytes, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import { adviceBy, PASSWORD_ADVICE } from '../connection-advice.ts';
import { ToolMessages } from '../tool-output.ts';
import type { RedisChoices } from './choices.ts';

const NAMES = ['redis-cli', 'valkey-cli', 'keydb-cli'];

export interface Client {
  readonly path: string;
  /** As it names itself, ready to show: `redis-cli 7.0.15`. */
  readonly version: string;
}

/** @throws HoldfastError host-unsupported without one. */
export async function findClient(
  host: Host,
  { toolFolder: folder }: RedisChoices,
  signal: AbortSignal,
): Promise<Client> {
  const candidates = NAMES.map((name) =>
    folder === null ? `"$(command -v ${name})"` : quote(fromText(`${folder}/${name}`)),
  );
  const script = `for t in ${candidates.join(' ')}; do [ -x "$t" ] && printf '%s\\0' "$t" && exec "$t" --version; done; exit 127`;
  const { stdout, exit } = await runToEnd(host, script, { signal });
  const end = stdout.indexOf(0);
  if (end < 0 || !isSuccess(exit)) {
    const where = folder === null ? 'on PATH' : `in ${JSON.stringify(folder)}`;
    throw new HoldfastError(
      'host-unsupported',
      `Cannot find ${NAMES.join(' or ')} on "${host.name}": none that works is ${where}. Install the server's tools there ` +
        '(the package redis-tools, or valkey), or name their folder: ?bin=/folder.',
    );
  }
  const said = fromBytes(stdout.subarray(end + 1)).trim();
  return { path: stdout.toString('utf8', 0, end), version: display(said.slice(0, 100) as ByteString) };
}

/** The password goes over stdin into the client's own variable: no command line and no file has it. */
export function clientCall(
  choices: RedisChoices,
  client: Client,
  args: readonly string[],
): { script: string; input: Buffer } {
  const { host, port, socket, user, password, tls, tlsCa } = choices;
  const connection = [
    ...(host === null ? [] : ['-h', host]),
    ...(port === null ? [] : ['-p', port]),
    ...(socket === null ? [] : ['-s', socket]),
    ...(user === null ? [] : ['--user', user]),
    ...(tls ? ['--tls'] : []),
    ...(tlsCa === null ? [] : ['--cacert', tlsCa]),
    '--no-auth-warning',
  ];
  const setup =
    password === null
      ? ''
      : 'IFS= read -r REDISCLI_AUTH || exit 1\nVALKEYCLI_AUTH=$REDISCLI_AUTH\nexport REDISCLI_AUTH VALKEYCLI_AUTH\n';
  return {
    script: `${setup}exec ${quoteAll([client.path, ...connection, ...args].map(fromText))}`,
    input: password === null ? Buffer.alloc(0) : Buffer.from(`${password}\n`, 'utf8'),
  };
}

const ADVICE = adviceBy([
  [/NOAUTH|WRONGPASS|AUTH failed/, PASSWORD_ADVICE],
  [/NOPERM/, 'Give the user the right to: ACL SETUSER.'],
]);

const ANSWER_LIMIT_BYTES = 16 * 1024 * 1024;

/** What a command answers. @throws HoldfastError dump-failed with the server's own words. */
export async function askServer(
  host: Host,
  choices: RedisChoices,
  { client, command, signal }: { client: Client; command: readonly string[]; signal: AbortSignal },
): Promise<string> {
  const { script, input } = clientCall(choices, client, command);
  const output = await runToEnd(host, script, { stdin: input, limitBytes: ANSWER_LIMIT_BYTES, signal });
  const answer = output.stdout.toString('utf8');
  // The client ends well when the server answers an error.
  const refusal = /^(NOAUTH|WRONGPASS|NOPERM|ERR|LOADING|MASTERDOWN|AUTH failed)\b.*/.exec(answer)?.[0];
  if (
    isSuccess(output.exit) &&
    refusal === undefined &&
    !/AUTH failed/.test(output.stderr.toString('latin1'))
  )
    return answer;
  const messages = new ToolMessages([choices.password ?? '']).addAll(output.stderr);
  if (refusal !== undefined) messages.add(fromText(refusal));
  throw new HoldfastError(
    'dump-failed',
    `Cannot ask Redis on "${host.name}": the client ${endedWith(output.exit)}${messages.shown}, expected an answer to ${command[0]}.` +
      ADVICE(messages.shown),
  );
}

export interface ServerFacts {
  /** `Redis 7.0.15`, `Valkey 8.0.1`. */
  readonly version: string;
  /** As the server counts them now, by database: `db0`. */
  readonly keyspace: Readonly<Record<string, { readonly keys: number; readonly expires: number }>>;
  readonly isCluster: boolean;
}

export function parseInfo(text: string): ServerFacts {
  const fields = new Map(
    text.split(/\r?\n/).map((line) => [line.split(':', 1)[0] ?? '', line.slice(line.indexOf(':') + 1)]),
  );
  const valkey = fields.get('valkey_version');
  const version = valkey === undefined ? `Redis ${fields.get('redis_version') ?? '?'}` : `Valkey ${valkey}`;
  const counts = [...fields].flatMap(([name, value]) => {
    const [, keys, expires] = /^keys=(\d+),expires=(\d+)/.exec(value) ?? [];
    return /^db\d+$/.test(name) && keys !== undefined
      ? [[name, { keys: Number(keys), expires: Number(expires) }]]
      : [];
  });
  return {
    version: display(fromText(version)),
    keyspace: Object.fromEntries(counts),
    isCluster: fields.get('cluster_enabled') === '1',
  };
}
