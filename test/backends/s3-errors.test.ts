import { describe, expect, it } from 'vitest';
import { isMissing, isPassing } from '../../src/backends/backend.ts';
import { type S3Context, s3Error } from '../../src/backends/s3-errors.ts';
import { S3Fault } from '../../src/backends/s3-fault.ts';
import { extentOf } from '../../src/backends/s3-range.ts';
import { parseS3Url } from '../../src/backends/s3-url.ts';

const url = 's3:https://host.example/bucket/prefix';
const context: S3Context = {
  place: parseS3Url(url, url),
  region: 'us-east-1',
  accessKey: 'WXYZ',
  answered: true,
  mayPass: true,
  nowMs: 0,
};

function errorOf(code: string, status: number | null, over: Partial<S3Context> = {}, message = 'So it is.') {
  const fault = new S3Fault(message, { code, status, region: null, dateMs: null });
  return s3Error('Cannot read config', fault, { ...context, ...over });
}

describe('s3Error', () => {
  it.each([
    ['InternalError', 500],
    ['SlowDown', 503],
    ['unknown', 502],
    ['RequestTimeout', 400],
    ['BadDigest', 400],
    ['ConditionalRequestConflict', 409],
    ['ECONNRESET', null],
    ['ECONNREFUSED', null],
    ['SilenceError', null],
    ['ECONNRESET', 200],
  ])('%s (HTTP %s) may pass', (code, status) => {
    expect(isPassing(errorOf(code, status))).toBe(true);
  });

  it.each([
    ['AccessDenied', 403],
    ['InvalidAccessKeyId', 403],
    ['SignatureDoesNotMatch', 403],
    ['ExpiredToken', 400],
    ['NoSuchBucket', 404],
    ['RequestTimeTooSkewed', 403],
    ['PermanentRedirect', 301],
    ['InvalidObjectState', 403],
    ['QuotaExceeded', 403],
    ['CredentialsProviderError', null],
    ['SELF_SIGNED_CERT_IN_CHAIN', null],
    ['ERR_SSL_WRONG_VERSION_NUMBER', null],
    ['MethodNotAllowed', 405],
  ])('%s (HTTP %s) never passes', (code, status) => {
    const error = errorOf(code, status);
    expect(isPassing(error)).toBe(false);
    expect(isMissing(error)).toBe(false);
  });

  it('tells a missing object from whatever else has the status 404', () => {
    expect(isMissing(errorOf('NoSuchKey', 404))).toBe(true);
    expect(isMissing(errorOf('unknown', 404))).toBe(false);
  });

  it('lets a connection that never stood pass for a while only, and an address without anybody not at all', () => {
    expect(isPassing(errorOf('ECONNRESET', null, { answered: false }))).toBe(true);
    expect(isPassing(errorOf('ECONNRESET', null, { answered: false, mayPass: false }))).toBe(false);
    for (const code of ['ENOTFOUND', 'ECONNREFUSED']) {
      expect(isPassing(errorOf(code, null, { answered: false }))).toBe(false);
    }
  });

  it.each<[string, string, number | null, string, string]>([
    ['a quota that some say with 403', 'QuotaExceeded', 403, 'So it is.', 'no space is left'],
    ['a key with a line break', 'ERR_INVALID_CHAR', null, 'So it is.', 'such as a line break'],
    ['no region', 'Error', null, 'Region not accepted: region="eu west" is not a …', 'can be no region'],
    ['a token that MinIO does not know', 'InvalidTokenId', 403, 'So it is.', 'the session token of'],
    ['a page of a website', 'NotFound', 404, 'UnknownError', 'a console, a website or a proxy'],
    ['a page to log in', 'Unknown', 302, 'UnknownError', 'a console, a website or a proxy'],
  ])('tells %s, at once', (_, code, status, message, text) => {
    const error = errorOf(code, status, {}, message);
    expect(error.message).toContain(text);
    expect([isPassing(error), isMissing(error)]).toEqual([false, false]);
  });

  it('takes what has no length for no answer of S3’s', () => {
    expect(() => extentOf({ $metadata: {} }, 'Cannot read config')).toThrow('Something else may answer');
  });

  it('shows what a storage says harmlessly', () => {
    expect(errorOf('Odd', 400, {}, 'a\u001b[31mb\n::error::c').message).not.toMatch(/[\u001b\n]/);
  });
});
