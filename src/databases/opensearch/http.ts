import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { ToolMessages } from '../tool-output.ts';
import type { OpensearchAccess } from './choices.ts';

/** A cluster with thousands of indexes answers that much of their mappings; more isn't what we asked for. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
const CONNECT_TIMEOUT_SECONDS = 30;
/** An answer that takes longer than this doesn't come; what takes hours is asked after again and again instead. */
const ANSWER_TIMEOUT_SECONDS = 300;

const COULD_NOT_CONNECT = 7;
const BAD_TLS = 35;

export interface HttpRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'HEAD';
  /** From the first slash on, encoded. */
  readonly path: string;
  readonly body?: unknown;
  readonly timeoutSeconds?: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** Null when it isn't JSON. Whatever a server may say: look before you believe. */
  readonly json: unknown;
}

/** Asks a cluster, by `curl` on a host. No command line shows the password, nor what is asked: both go over stdin. */
export class OpensearchClient {
  readonly host: Host;
  readonly #access: OpensearchAccess;
  readonly #signal: AbortSignal;

  constructor(host: Host, access: OpensearchAccess, signal: AbortSignal) {
    this.host = host;
    this.#access = access;
    this.#signal = signal;
  }

  /** The same cluster, asked under another signal: what is to be cleaned up after a cancelled run. */
  under(signal: AbortSignal): OpensearchClient {
    return new OpensearchClient(this.host, this.#access, signal);
  }

  get signal(): AbortSignal {
    return this.#signal;
  }

  /** Any answer, also one that refuses. @throws HoldfastError command-failed without one; what the host throws. */
  async ask(request: HttpRequest): Promise<HttpAnswer> {
    const { stdout, stderr, exit } = await runToEnd(this.host, SCRIPT, {
      stdin: Buffer.from(curlConfig(this.#access, request)),
      limitBytes: MAX_ANSWER_BYTES,
      signal: this.#signal,
    });
    const text = stdout.toString('utf8');
    const end = text.lastIndexOf('\n');
    const status = Number(text.slice(end + 1));
    if ('code' in exit && exit.code === 0 && status >= 100)
      return { status, json: parse(text.slice(0, end)) };
    const messages = new ToolMessages([this.#access.password ?? '']).addAll(stderr);
    const code = 'code' in exit ? exit.code : null;
    if (code === NO_CURL) throw this.#hasNoCurl();
    const advice =
      code === COULD_NOT_CONNECT
        ? ' Look whether it runs there, and listens on this port.'
        : code === BAD_TLS
          ? ' If it speaks plain HTTP: ?tls=false.'
          : '';
    throw new HoldfastError(
      'command-failed',
      `Cannot ask ${this.#access.origin} from "${this.host.name}": curl ${endedWith(exit)}${messages.shown}.${advice}`,
    );
  }

  /** wget can't do it: busybox's knows neither PUT nor DELETE, GNU's takes no password but on its command line or in a file. */
  #hasNoCurl(): HoldfastError {
    return new HoldfastError(
      'host-unsupported',
      `Cannot ask ${this.#access.origin} from "${this.host.name}": there is no curl on PATH, which alone can do it (wget can't). Install ` +
        'the package curl there, or run where there is one and the cluster can be reached: --database-on here.',
    );
  }

  /**
   * An answer of status 2xx.
   * @throws HoldfastError command-failed with the server's own reason; `what`: to do, ready to show: `take a snapshot`.
   */
  async require(what: string, request: HttpRequest): Promise<Record<string, unknown>> {
    const { status, json } = await this.ask(request);
    if (status >= 200 && status < 300 && isObject(json)) return json;
    throw this.refused(what, { status, json });
  }

  refused(what: string, { status, json }: HttpAnswer): HoldfastError {
    const advice =
      status === 401
        ? ' Name the user in the URL, and set HOLDFAST_DATABASE_PASSWORD.'
        : status === 403
          ? ' Give the user the right to do that.'
          : '';
    return new HoldfastError(
      'command-failed',
      `Cannot ${what} at ${this.#access.origin}: it answers ${status}${reasonOf(json)}.${advice}`,
    );
  }
}

/** The names of `segments` in a path. @throws HoldfastError bad-input for one that would be another path: curl takes `..` for the one above. */
export function pathOf(...segments: readonly string[]): string {
  const other = segments.find((segment) => /^\.{0,2}$/.test(segment));
  if (other !== undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot ask a cluster about ${JSON.stringify(other)}, expected the name of an index, a repository or a snapshot.`,
    );
  }
  return segments.map((segment) => `/${encodeURIComponent(segment).replaceAll('%2C', ',')}`).join('');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whatever of `value` is an object of objects, by name. */
export function objectsIn(value: unknown): [string, Record<string, unknown>][] {
  if (!isObject(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, Record<string, unknown>] =>
    isObject(entry[1]),
  );
}

export function objectIn(value: unknown, key: string): Record<string, unknown> {
  const found = isObject(value) ? value[key] : null;
  return isObject(found) ? found : {};
}

export function listIn(value: unknown, key: string): unknown[] {
  const found = isObject(value) ? value[key] : null;
  return Array.isArray(found) ? found : [];
}

export function textIn(value: unknown, key: string): string {
  const found = isObject(value) ? value[key] : null;
  return typeof found === 'string' ? found : '';
}

export function numberIn(value: unknown, key: string): number {
  const found = isObject(value) ? value[key] : null;
  return typeof found === 'number' ? found : Number.NaN;
}

const NO_CURL = 127;
const SCRIPT = `command -v curl >/dev/null || exit ${NO_CURL}
exec curl -q --config -`;

function curlConfig(
  { user, password, origin, caCertificate }: OpensearchAccess,
  request: HttpRequest,
): string {
  const { method, path, body, timeoutSeconds = ANSWER_TIMEOUT_SECONDS } = request;
  const lines: (readonly [string, string])[] = [
    ['url', origin + path],
    ...(method === 'HEAD' ? [] : [['request', method] as const]),
    ['proto', '=http,https'],
    ['noproxy', '*'],
    ['write-out', '\n%{http_code}'],
    ['connect-timeout', String(CONNECT_TIMEOUT_SECONDS)],
    ['max-time', String(timeoutSeconds)],
  ];
  if (user !== null) lines.push(['user', `${user}:${password ?? ''}`]);
  if (caCertificate !== null) lines.push(['cacert', caCertificate]);
  if (body !== undefined) {
    lines.push(['header', 'content-type: application/json'], ['data-binary', JSON.stringify(body)]);
  }
  const flags = ['silent', 'show-error', 'globoff', ...(method === 'HEAD' ? ['head'] : [])];
  return [...flags, ...lines.map(([name, value]) => `${name} = ${inConfig(value)}`), ''].join('\n');
}

/** As curl's manual says of --config: in quotes these five are escaped. */
function inConfig(value: string): string {
  if (value.includes('\0')) throw new HoldfastError('bad-input', 'Cannot send a NUL to curl: remove it.');
  const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v' };
  return `"${value.replace(/[\\"\n\r\t\v]/g, (character) => escapes[character] ?? `\\${character}`)}"`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const MAX_REASON_CHARACTERS = 500;

/** `: type: reason`, as OpenSearch and Elasticsearch explain a refusal; else nothing. */
function reasonOf(json: unknown): string {
  const error = isObject(json) ? json['error'] : undefined;
  if (typeof error === 'string') return `: ${displayText(error).slice(0, MAX_REASON_CHARACTERS)}`;
  const words = [
    textIn(error, 'type'),
    textIn(error, 'reason'),
    textIn(objectIn(error, 'caused_by'), 'reason'),
  ];
  const reason = words.filter((word) => word !== '').join(': ');
  return reason === '' ? '' : `: ${displayText(reason).slice(0, MAX_REASON_CHARACTERS)}`;
}
