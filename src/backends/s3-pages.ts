import { HoldfastError } from '../errors.ts';
import { notOfS3 } from './s3-answers.ts';

/** What a page of a list says of the next. */
interface Page {
  readonly IsTruncated?: boolean | undefined;
  readonly NextContinuationToken?: string | undefined;
}

/**
 * By which the next page is asked for, or undefined after the last.
 * @param token By which `page` was.
 * @throws HoldfastError backend-failed: a list that ends early would be taken for a storage that lacks what isn't in it.
 */
export function nextPage(page: Page, token: string | undefined, what: string): string | undefined {
  if (!goesOn(page, what)) return undefined;
  const next = page.NextContinuationToken;
  if (next !== undefined && next !== token) return next;
  throw new HoldfastError('backend-failed', `${what}: the storage gives a part and not the way to the next.`);
}

/**
 * Whether there is another page. S3 says it in each, also in one without any file. What doesn't is somebody else's page, which
 * would be taken for an empty list: a prune then removes everything.
 * @throws HoldfastError backend-failed.
 */
export function goesOn({ IsTruncated }: Pick<Page, 'IsTruncated'>, what: string): boolean {
  if (IsTruncated === undefined) throw notOfS3(what, "a list that doesn't say whether it goes on");
  return IsTruncated;
}
