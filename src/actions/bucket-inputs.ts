import { BUCKET_SECRETS, type Bucket, parseBucket } from '../buckets/bucket.ts';
import { listInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';

/** What the input `buckets` names, one a line; their credential is masked. @throws HoldfastError bad-input. */
export function readBuckets(): Bucket[] {
  maskBucketSecrets();
  return listInput('buckets').map((url) => parseBucket(url, 'the input `buckets`', process.env));
}

export function maskBucketSecrets(): void {
  for (const name of BUCKET_SECRETS) mask(process.env[name] ?? '');
}
