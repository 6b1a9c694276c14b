import { HoldfastError } from '../errors.ts';
import { S3Fault } from './s3-fault.ts';

/**
 * For an answer that says that all went well, in a way in which S3 doesn't say it: a page of a proxy's, of a network that wants a
 * login, of a web server. AWS's client takes what it can't find in one for something that isn't there.
 * @param got Behind `the storage gave `.
 */
export function notOfS3(what: string, got: string): HoldfastError {
  return new HoldfastError(
    'backend-failed',
    `${what}: the storage gave ${got}, expected what S3 says. Something else may answer in its place, such as a proxy or a page to ` +
      "log in: check the location's host and port, and HTTPS_PROXY.",
  );
}

/** Of what is saved, S3 always gives the tag. @throws HoldfastError backend-failed: nobody knows whether it is kept. */
export function assertStored({ ETag }: { readonly ETag?: string | undefined }, what: string): void {
  if (ETag === undefined) throw notOfS3(what, 'no tag (ETag) for it');
}

/**
 * That an answer is of the object that was asked for by its tag. Not every storage heeds the condition (If-Match), and what another writes
 * between two parts would be half an object of each.
 * @param tag Null: whichever is there was asked for.
 * @throws HoldfastError backend-failed: as when S3 itself says so (HTTP 412); or as `notOfS3`.
 */
export function assertAsked(
  tag: string | null,
  { ETag }: { readonly ETag?: string | undefined },
  what: string,
): void {
  if (tag === null || ETag === tag) return;
  if (ETag === undefined) throw notOfS3(what, 'no tag (ETag) with it');
  if (bare(ETag) === bare(tag)) return;
  const how = 'another object came than the one that was asked for by its tag';
  const of = { code: 'PreconditionFailed', status: 412, region: null, dateMs: null };
  throw new HoldfastError('backend-failed', `${what}: ${how}.`, { cause: new S3Fault(how, of) });
}

/** Some storages quote tags here and not there. */
function bare(tag: string): string {
  return tag.replace(/^W\//, '').replace(/^"(.*)"$/, '$1');
}
