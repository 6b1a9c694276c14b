import { HoldfastError } from '../errors.ts';

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
