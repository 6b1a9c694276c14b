import { each, lines, shownKey } from '../section.ts';
import { parseBucket } from './bucket.ts';

/** Whose objects are saved. */
export const bucketFields = {
  buckets: each(
    lines('Buckets whose objects are saved into the same snapshot.', '`s3:https://host/bucket/prefix`.'),
    (url) => parseBucket(url, shownKey('buckets'), {}),
  ).optional(),
};
