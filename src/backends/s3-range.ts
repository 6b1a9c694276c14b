import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { notOfS3 } from './s3-answers.ts';

/** The Range header for a part of an object, or undefined for all of it. `length` must not be 0: there is no such range. */
export function rangeHeader({ offset, length }: { offset: number; length?: number }): string | undefined {
  if (length === undefined) return offset === 0 ? undefined : `bytes=${offset}-`;
  return `bytes=${offset}-${offset + length - 1}`;
}

/** What an answer says of the object, and of the part of it that comes. */
export function extentOf(
  { ContentRange, ContentLength }: GetObjectCommandOutput,
  cannot: string,
): { firstByte: number; sizeBytes: number; partBytes: number } {
  const [, first, last, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(ContentRange ?? '') ?? [];
  if (size !== undefined) {
    return { firstByte: Number(first), sizeBytes: Number(size), partBytes: Number(last) - Number(first) + 1 };
  }
  if (ContentLength !== undefined) {
    return { firstByte: 0, sizeBytes: ContentLength, partBytes: ContentLength };
  }
  throw notOfS3(cannot, 'no length for it');
}
