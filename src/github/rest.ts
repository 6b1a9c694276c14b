import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { PROGRAM_VERSION } from '../version.ts';
import { ToolkitError } from './toolkit-process.ts';

const SILENCE_MS = 30_000;

/** GitHub's answers are of some hundred KB. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

export interface RestOptions {
  readonly token: string | null;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One request to GitHub's REST interface, through a proxy where the environment names one. Follows no redirection.
 * @param path `/repos/OWNER/NAME`, what is in it already encoded.
 * @param body Sent as JSON.
 * @returns The JSON that came; null where none did.
 * @throws ToolkitError with the status, if it isn't one of success.
 */
export async function askRest(
  method: 'GET' | 'DELETE' | 'POST' | 'PATCH',
  path: string,
  { token, body, signal }: RestOptions,
): Promise<unknown> {
  const url = new URL((process.env['GITHUB_API_URL'] || 'https://api.github.com') + path);
  const answer = await send(method, url, { token, body, signal });
  const text = await textOf(answer);
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return text === '' ? null : JSON.parse(text);
  throw new ToolkitError({
    name: 'RequestError',
    message: `GitHub answered ${status} ${messageIn(text)}`,
    status,
  });
}

function send(method: string, url: URL, { token, body, signal }: RestOptions): Promise<IncomingMessage> {
  const json = body === undefined ? null : Buffer.from(JSON.stringify(body), 'utf8');
  const headers = {
    ...(json === null ? {} : { 'content-type': 'application/json', 'content-length': json.length }),
    accept: 'application/vnd.github+json',
    'user-agent': PROGRAM_VERSION,
    'x-github-api-version': '2022-11-28',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  const proxy = { proxyEnv: process.env };
  const isTls = url.protocol === 'https:';
  const agent = isTls ? new HttpsAgent(proxy) : new HttpAgent(proxy);
  return new Promise<IncomingMessage>((resolve, reject) => {
    const options = {
      method,
      headers,
      agent,
      timeout: SILENCE_MS,
      ...(signal === undefined ? {} : { signal }),
    };
    const sent = (isTls ? requestHttps : requestHttp)(url, options, resolve);
    sent.on('timeout', () => sent.destroy(new Error('ETIMEDOUT: GitHub does not answer')));
    sent.on('error', reject);
    rejectOnAbort(signal, reject);
    sent.end(json ?? undefined);
  });
}

/** Node tells a request nothing of its signal before a proxy has opened the tunnel. The error is as Node's own of a request. */
function rejectOnAbort(signal: AbortSignal | undefined, reject: (error: Error) => void): void {
  const abort = () =>
    reject(
      Object.assign(new Error('The operation was aborted', { cause: signal?.reason }), {
        name: 'AbortError',
      }),
    );
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    sizeBytes += part.length;
    if (sizeBytes > MAX_ANSWER_BYTES) throw new Error('GitHub gave an endless answer');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function messageIn(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}
