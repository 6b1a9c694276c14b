import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { displayText } from '../bytestring.ts';
import { systemCode } from '../system-error.ts';
import { PROGRAM_VERSION } from '../version.ts';

/** What is sent by POST. The URL is a secret: only its origin is ever shown. */
export interface Message {
  readonly url: URL;
  readonly body: string | null;
  readonly contentType: string;
}

export interface DeliveryLimits {
  /** Of one try. */
  readonly timeoutMs: number;
  readonly tries: number;
  /** Between two tries: doubled each time, and up to half of it by chance, so that many don't come back at once. */
  readonly pauseMs: number;
}

export const PATIENT: DeliveryLimits = { timeoutMs: 10_000, tries: 3, pauseMs: 1000 };
/** Where the run is being cancelled, and has seconds. */
export const HURRIED: DeliveryLimits = { timeoutMs: 1500, tries: 1, pauseMs: 0 };

/**
 * Sends `message`, again where that may help. Redirects aren't followed: they would take a secret elsewhere.
 * @returns Null when it was taken, or why it wasn't, ready to show. Never throws.
 */
export async function deliver(message: Message, limits: DeliveryLimits): Promise<string | null> {
  for (let attempt = 1; ; attempt++) {
    const refusal = await send(message, limits.timeoutMs);
    if (refusal === null) return null;
    if (!refusal.mayPass || attempt >= limits.tries)
      return attempt === 1 ? refusal.text : `${refusal.text} (tried ${attempt} times)`;
    await sleep(limits.pauseMs * 2 ** (attempt - 1) * (1 + Math.random() / 2));
  }
}

interface Refusal {
  readonly text: string;
  readonly mayPass: boolean;
}

async function send(message: Message, timeoutMs: number): Promise<Refusal | null> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return refusalOf(await post(message, { signal, timeoutMs }));
  } catch (error) {
    return faultOf(error, { timeoutMs, isLate: signal.aborted });
  }
}

/** Through a proxy where the environment names one. @returns The status: what else is answered isn't read. */
function post(
  { url, body, contentType }: Message,
  { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<number> {
  const isTls = url.protocol === 'https:';
  const proxy = { proxyEnv: process.env };
  const agent = isTls ? new HttpsAgent(proxy) : new HttpAgent(proxy);
  const text = body ?? '';
  const headers = {
    'content-length': Buffer.byteLength(text),
    'user-agent': PROGRAM_VERSION,
    ...(body === null ? {} : { 'content-type': contentType }),
  };
  return new Promise<number>((resolve, reject) => {
    // Before a proxy has opened the tunnel Node tells a request nothing of its signal: its socket ends by its own time.
    const options = { method: 'POST', headers, agent, signal, timeout: 2 * timeoutMs };
    const request = (isTls ? requestHttps : requestHttp)(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.on('error', reject);
    request.on('timeout', () => request.destroy());
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    request.end(text);
  }).finally(() => agent.destroy());
}

function refusalOf(status: number): Refusal | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return {
      text: `it answered ${status}, a redirect, which is not followed: give the address that it leads to`,
      mayPass: false,
    };
  return { text: `it answered ${status}, expected 2xx`, mayPass: status >= 500 || status === 429 };
}

/** What OpenSSL says of certificates, by Node's codes for it. */
const TLS_FAULTS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'an authority that this machine does not know signed its certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'an authority that this machine does not know signed its certificate, or it leaves out one between',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'an authority that this machine does not know signed its certificate',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet: is this machine’s clock right?',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};
const TLS_ADVICE = 'For an authority of your own set NODE_EXTRA_CA_CERTS to its certificate’s file';

function faultOf(error: unknown, { timeoutMs, isLate }: { timeoutMs: number; isLate: boolean }): Refusal {
  if (isLate) return { text: `it did not answer within ${timeoutMs / 1000} s`, mayPass: true };
  const code = systemCode(error);
  const tls = TLS_FAULTS[code];
  if (tls !== undefined) return { text: `${tls} (${code}). ${TLS_ADVICE}`, mayPass: false };
  // Node's own messages may name more than the server.
  return {
    text: code === '' ? 'the connection failed' : `the connection failed (${displayText(code)})`,
    mayPass: true,
  };
}
