import { setTimeout as sleep } from 'node:timers/promises';
import { displayText } from '../bytestring.ts';
import { systemCode } from '../system-error.ts';

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

async function send({ url, body, contentType }: Message, timeoutMs: number): Promise<Refusal | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: body === null ? {} : { 'content-type': contentType },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return refusalOf(response);
  } catch (error) {
    return faultOf(error, timeoutMs);
  }
}

function refusalOf({ status, ok }: Response): Refusal | null {
  if (ok) return null;
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

function faultOf(error: unknown, timeoutMs: number): Refusal {
  if (error instanceof Error && error.name === 'TimeoutError')
    return { text: `it did not answer within ${timeoutMs / 1000} s`, mayPass: true };
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = systemCode(cause);
  const tls = TLS_FAULTS[code];
  if (tls !== undefined) return { text: `${tls} (${code}). ${TLS_ADVICE}`, mayPass: false };
  // Node's own messages name hosts and ports, never a path.
  return {
    text: code === '' ? 'the connection failed' : `the connection failed (${displayText(code)})`,
    mayPass: true,
  };
}
