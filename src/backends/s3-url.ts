import { posix } from 'node:path';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';

/** Where a repository lies in S3, as restic's URL says it. */
export interface S3Location {
  /** The URL, for messages. It holds no credentials: such a one is refused. */
  readonly location: string;
  /** `https://host:port`, or null for AWS itself, whose endpoints follow from the region. */
  readonly endpoint: string | null;
  /** The region that stands in an address of AWS, or null. */
  readonly region: string | null;
  /** Of an address of AWS: the one that IPv6 reaches too. */
  readonly dualStack: boolean;
  readonly bucket: string;
  /** Folders of the repository's root in the bucket, without slashes around them; may be empty. */
  readonly prefix: string;
  /** Whether the bucket stands in the path of requests, not in the host's name. */
  readonly pathStyle: boolean;
}

export const S3_SCHEME = 's3:';

const EXPECTED = 'expected s3:https://HOST/BUCKET/PREFIX or s3:HOST/BUCKET/PREFIX';

/**
 * restic's own notation: `s3:https://host/bucket/prefix`, `s3:http://…`, `s3:host/bucket/prefix`, `s3://host/…`. Without a
 * scheme it is HTTPS. In the forms with one, the path is percent-decoded, in the others it isn't.
 * @param shown `url` for messages.
 * @throws HoldfastError bad-input.
 */
export function parseS3Url(url: string, shown: string): S3Location {
  const { plain, host, path } = partsOf(url);
  const [, bucket = '', rest = ''] = /^\/?([^/]*)\/?(.*)$/s.exec(path ?? '') ?? [];
  const fault =
    faultOf(url) ?? (path === null ? 'its path is no percent-encoded text' : faultOfPlace(host, bucket));
  if (fault !== null) {
    throw new HoldfastError('bad-input', `Cannot open repository "${shown}": ${fault}, ${EXPECTED}.`);
  }
  const amazon = plain ? null : amazonEndpoint(host);
  return {
    location: displayText(url),
    endpoint: amazon === null ? `${plain ? 'http' : 'https'}://${host}` : null,
    region: amazon?.region ?? null,
    dualStack: amazon?.dualStack ?? false,
    bucket,
    prefix: rest === '' ? '' : posix.join(rest, '.').replace(/\/+$/, ''),
    pathStyle: !takesBucketInHost(host) || (!plain && bucket.includes('.')),
  };
}

function partsOf(url: string): { plain: boolean; host: string; path: string | null } {
  const rest = url.slice(S3_SCHEME.length);
  const [, scheme, host = '', path = ''] = /^(?:(https?):\/\/|\/\/)?([^/]*)(.*)$/is.exec(rest) ?? [];
  const plain = scheme?.toLowerCase() === 'http';
  return { plain, host: host.toLowerCase(), path: scheme === undefined ? path : decoded(path) };
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** What may be secret is told nowhere: `redactUrl` takes all up to an `@`, and all from a `?` on, for such. */
function faultOf(url: string): string | null {
  if (url.includes('@')) {
    return 'an @ stands in it; credentials are taken from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY alone';
  }
  return url.includes('?') ? 'a query stands in it' : null;
}

function faultOfPlace(host: string, bucket: string): string | null {
  if (host === '') return 'it names no host';
  if (!/^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(host)) return 'its host is none';
  if (bucket === '') return 'it names no bucket';
  if (!/^[a-zA-Z0-9][a-zA-Z0-9._-]{1,62}$/.test(bucket)) {
    return `"${displayText(bucket)}" can be no bucket's name`;
  }
  return null;
}

interface AmazonEndpoint {
  readonly region: string | null;
  readonly dualStack: boolean;
}

/** `s3.amazonaws.com`, with a region in it or not. Other names of AWS (of a VPC's endpoint, say) are taken as they are. */
function amazonEndpoint(host: string): AmazonEndpoint | null {
  const match = /^s3(?:[.-](dualstack))?(?:[.-]([a-z]{2}(?:-[a-z]+)+-\d+))?\.amazonaws\.com(?:\.cn)?$/.exec(
    host,
  );
  if (match === null) return null;
  const [, dualStack, region] = match;
  return { region: region ?? null, dualStack: dualStack !== undefined };
}

/** As restic decides it: those of Amazon, Google and Aliyun. A wildcard certificate covers no bucket with a dot in it. */
function takesBucketInHost(host: string): boolean {
  return (
    /(^|\.)amazonaws\.com(\.cn)?$/.test(host) ||
    host === 'storage.googleapis.com' ||
    /\baliyuncs\.com(:\d+)?$/.test(host)
  );
}
