import { HoldfastError } from '../errors.ts';

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
  if (!page.IsTruncated) return undefined;
  const next = page.NextContinuationToken;
  if (next !== undefined && next !== token) return next;
  throw new HoldfastError('backend-failed', `${what}: the storage gives a part and not the way to the next.`);
}
