import { displayText } from '../bytestring.ts';
import { type ErrorCode, HoldfastError } from '../errors.ts';
import { MissingFileError, PassingFaultError } from './backend.ts';
import type { S3Fault } from './s3-fault.ts';
import type { S3Location } from './s3-url.ts';

/** What a message may name. */
export interface S3Context {
  readonly place: S3Location;
  readonly region: string;
  /** The last letters of the access key, or null if there are no credentials. */
  readonly accessKey: string | null;
  /** Whether the storage has ever answered. */
  readonly answered: boolean;
  /** Whether a fault of the connection counts as one that may pass. */
  readonly mayPass: boolean;
  /** By this machine's clock. */
  readonly nowMs: number;
}

/** Faults of S3 that are gone a moment later, also those that come with a status below 500. */
const PASSING_CODES = new Set([
  'BadDigest',
  'ConditionalRequestConflict',
  'IncompleteBody',
  'OperationAborted',
  'RequestThrottled',
  'RequestTimeout',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'XAmzContentChecksumMismatch',
  'XAmzContentSHA256Mismatch',
]);

const PASSING_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Beyond these, no answer came because the other side speaks another protocol, or isn't whom we believe. */
const PERMANENT_CONNECTION_CODES =
  /^(ERR_TLS_|ERR_SSL_|EPROTO|HPE_|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|ERR_INVALID)/;

/** Of an address that has answered before these pass: a service is started anew, a network comes back. */
const NOBODY_THERE = new Set(['ENOTFOUND', 'ECONNREFUSED']);

interface Explanation {
  readonly code: ErrorCode;
  readonly actual: string;
  readonly advice: string;
}

/**
 * `fault` as an error for a person: `what` is `Cannot save pack 1f0c… in "s3:…"`. `isPassing` of those that trying again may
 * help with, `isMissing` where the object isn't there but its bucket is.
 */
export function s3Error(what: string, fault: S3Fault, context: S3Context): HoldfastError {
  const { code, actual, advice } = explain(fault, context);
  return new HoldfastError(code, `${what}: ${actual}.${advice === '' ? '' : ` ${advice}`}`, {
    cause: causeOf(fault, context),
  });
}

function causeOf(fault: S3Fault, context: S3Context): Error {
  if (fault.code === 'NoSuchKey') return new MissingFileError(fault.code, { cause: fault });
  return isPassingFault(fault, context) ? new PassingFaultError(fault.code, { cause: fault }) : fault;
}

function isPassingFault({ code, status, message }: S3Fault, { answered, mayPass }: S3Context): boolean {
  if (PASSING_CODES.has(code)) return true;
  if (status !== null && status >= 300) return PASSING_STATUSES.has(status);
  if (isNoRegion(message)) return false;
  if (code === 'CredentialsProviderError' || PERMANENT_CONNECTION_CODES.test(code)) return false;
  if (!answered && NOBODY_THERE.has(code)) return false;
  // What was cut off in the middle of an answer, too.
  return mayPass;
}

function explain(fault: S3Fault, context: S3Context): Explanation {
  return (
    explainPlace(fault, context) ??
    explainSetting(fault, context) ??
    // Before credentials: some storages say 403 when a quota is used up.
    explainLimit(fault) ??
    explainOther(fault, context) ??
    explainCredentials(fault, context) ??
    (fault.status === null ? explainConnection(fault, context) : explainAnswer(fault))
  );
}

function explainPlace(fault: S3Fault, { place, region, nowMs }: S3Context): Explanation | null {
  switch (fault.code) {
    case 'NoSuchKey':
      return { code: 'backend-failed', actual: "it isn't there (NoSuchKey)", advice: '' };
    case 'NoSuchBucket':
      return {
        code: 'backend-failed',
        actual: `there is no bucket "${place.bucket}" (NoSuchBucket), expected one`,
        advice:
          'Check its name in the location; or make it first, with the settings that it shall have: this is never done for you.',
      };
    case 'InvalidBucketName':
      return {
        code: 'bad-input',
        actual: `"${place.bucket}" can't be a bucket's name (InvalidBucketName), expected 3 to 63 lower-case letters, digits, dots or dashes`,
        advice: 'Correct the location: s3:https://HOST/BUCKET/PREFIX.',
      };
    case 'RequestTimeTooSkewed':
    case 'RequestExpired':
      return {
        code: 'backend-failed',
        actual: `${clockText(fault, nowMs)} (${fault.code}), expected at most 15 minutes`,
        advice: "Set this machine's clock, best by NTP: snapshots and locks go by it, too.",
      };
  }
  const wanted = fault.region !== null && fault.region !== region ? fault.region : null;
  if (wanted === null && !isRegionFault(fault)) return null;
  return {
    code: 'bad-input',
    actual: `the region is ${JSON.stringify(region)}, the storage expected ${wanted === null ? 'another' : displayText(JSON.stringify(wanted))} (${shownCode(fault)})`,
    advice: `Set AWS_DEFAULT_REGION${wanted === null ? " to the bucket's" : `=${displayText(wanted)}`}.`,
  };
}

/** What the SDK itself refuses, before anything is asked. */
function explainSetting({ code, message }: S3Fault, { region }: S3Context): Explanation | null {
  if (code === 'ERR_INVALID_CHAR') {
    return {
      code: 'bad-input',
      actual: `the access key or the session token holds what can stand in no request, such as a line break (${code})`,
      advice:
        'Check AWS_ACCESS_KEY_ID and AWS_SESSION_TOKEN: set them anew, without a line break behind them.',
    };
  }
  if (!isNoRegion(message)) return null;
  return {
    code: 'bad-input',
    actual: `${displayText(JSON.stringify(region))} can be no region, expected one such as "eu-west-1"`,
    advice: 'Check AWS_DEFAULT_REGION and AWS_REGION.',
  };
}

function isNoRegion(message: string): boolean {
  return message.startsWith('Region not accepted');
}

/** An answer in which there is no code of S3's: the SDK has names of its own for such. */
function explainOther({ status, message }: S3Fault, { place }: S3Context): Explanation | null {
  if (message !== 'UnknownError' || status === null || status < 300 || status >= 500) return null;
  return {
    code: status === 403 ? 'no-permission' : 'backend-failed',
    actual: `${place.endpoint ?? "AWS's endpoint"} answered HTTP ${status} without a code of S3's`,
    advice:
      "Something else may answer there, such as a console, a website or a proxy: check the location's host and port, and HTTPS_PROXY.",
  };
}

function isRegionFault({ code, status, message }: S3Fault): boolean {
  if (code === 'PermanentRedirect' || status === 301) return true;
  return code === 'AuthorizationHeaderMalformed' && /region/i.test(message);
}

function clockText({ dateMs }: S3Fault, nowMs: number): string {
  if (dateMs === null) return "this machine's clock and the storage's differ";
  const minutes = Math.round(Math.abs(nowMs - dateMs) / 60_000);
  if (minutes === 0) return 'the request was long under way, or a clock was wrong until now';
  const way = nowMs > dateMs ? 'ahead of' : 'behind';
  return `this machine's clock is ${minutes} minutes ${way} the storage's`;
}

function explainCredentials(
  { code, message, status }: S3Fault,
  { accessKey }: S3Context,
): Explanation | null {
  const key =
    accessKey === null ? 'the access key' : `the access key that ends in "${displayText(accessKey)}"`;
  switch (code) {
    case 'CredentialsProviderError':
      return {
        code: 'no-permission',
        actual: 'there are no credentials for S3, expected some',
        advice: `Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or run it where a role is given. (${displayText(message)})`,
      };
    case 'InvalidAccessKeyId':
    case 'XAdminUserNotFound': // versitygw's
      return {
        code: 'no-permission',
        actual: `the storage doesn't know ${key} (${code})`,
        advice: 'Check AWS_ACCESS_KEY_ID, and that it is for this storage.',
      };
    case 'SignatureDoesNotMatch':
      return {
        code: 'no-permission',
        actual: `the secret doesn't belong to ${key} (${code})`,
        advice: 'Check AWS_SECRET_ACCESS_KEY: one letter too few, or a line break behind it, is enough.',
      };
    case 'ExpiredToken':
    case 'InvalidToken':
    case 'InvalidTokenId': // MinIO's
    case 'TokenRefreshRequired':
      return {
        code: 'no-permission',
        actual: `the session token of ${key} has expired or isn't its own (${code})`,
        advice: 'Get new temporary credentials: AWS_SESSION_TOKEN belongs to them.',
      };
    case 'InvalidObjectState':
      return {
        code: 'backend-failed',
        actual: 'it lies in an archive (InvalidObjectState)',
        advice: 'Have it brought back first, and keep repositories out of archive storage classes.',
      };
  }
  if (code !== 'AccessDenied' && status !== 401 && status !== 403) return null;
  return {
    code: 'no-permission',
    actual: `${key} has no right to it (${shownCode({ code, status })})`,
    advice:
      'It takes s3:ListBucket on the bucket; s3:GetObject and s3:PutObject on the objects; s3:DeleteObject on those of locks/.',
  };
}

function explainLimit(fault: S3Fault): Explanation | null {
  if (fault.status !== 507 && !/Quota|StorageFull|InsufficientStorage/i.test(fault.code)) return null;
  return {
    code: 'no-space',
    actual: `no space is left (${shownCode(fault)})`,
    advice: 'Free some, or have the quota raised.',
  };
}

function explainConnection(fault: S3Fault, { place }: S3Context): Explanation {
  const endpoint = place.endpoint ?? "AWS's endpoint";
  if (/^(ERR_TLS_|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/.test(fault.code)) {
    return {
      code: 'backend-failed',
      actual: `the certificate of ${endpoint} is not to be believed (${fault.code}): ${displayText(fault.message)}`,
      advice:
        "If it is of an authority of your own, name the authority's certificate with --cacert, RESTIC_CACERT or NODE_EXTRA_CA_CERTS.",
    };
  }
  if (/^(ERR_SSL_|EPROTO|HPE_)/.test(fault.code)) {
    return {
      code: 'backend-failed',
      actual: `${endpoint} doesn't speak ${place.endpoint?.startsWith('http:') ? 'HTTP' : 'HTTPS'} (${fault.code})`,
      advice: 'Check the port, and write s3:http://… for a storage without TLS.',
    };
  }
  return {
    code: 'backend-failed',
    actual: `${endpoint} can't be reached, or broke off: ${displayText(fault.message)} (${fault.code})`,
    advice: "Check the location's host and port, and whether a firewall is in the way.",
  };
}

function explainAnswer(fault: S3Fault): Explanation {
  return {
    code: 'backend-failed',
    actual: `the storage answered ${shownCode(fault)}: ${displayText(fault.message.replace(/\.$/, ''))}`,
    advice: '',
  };
}

/** `SlowDown, HTTP 503`. */
function shownCode({ code, status }: Pick<S3Fault, 'code' | 'status'>): string {
  return `${displayText(code)}${status === null ? '' : `, HTTP ${status}`}`;
}
