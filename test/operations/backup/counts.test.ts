import { expect, test } from 'vitest';
import { Counts } from '../../../src/operations/backup/counts.ts';

test('without a parent nothing is promised until the listing ends', () => {
  const counts = new Counts(null);
  counts.addListed(100n);
  expect(counts.progress('listing')).toMatchObject({ filesTotal: null, bytesTotal: null });
  counts.addListed(null); // another name of a file: it counts, but its bytes come once
  counts.endListing();
  expect(counts.progress('listing')).toMatchObject({ filesDone: 0, filesTotal: 2, bytesTotal: 100 });
});

test('what a parent held is believed only until the listing ends', () => {
  const counts = new Counts({ totalFilesProcessed: 10, totalBytesProcessed: 5000 });
  counts.addListed(100n);
  counts.addKept('unmodified', 100n);
  expect(counts.progress('listing')).toMatchObject({ bytesDone: 100, filesTotal: 10, bytesTotal: 5000 });
  counts.endListing();
  expect(counts.progress('listing')).toMatchObject({ filesTotal: 1, bytesTotal: 100 });
});

test('a total is never less than what is done: files grow while they are read', () => {
  const counts = new Counts(null);
  counts.addListed(100n);
  counts.endListing();
  counts.bytesRead = 150;
  expect(counts.progress('listing')).toMatchObject({ bytesDone: 150, bytesTotal: 150 });
});
