/**
 * The unit tests that share no process with others, by how their paths begin: they measure the memory of theirs, which
 * another would have used up before, or have modules replaced that others have loaded. `own-process.test.ts` sees to it
 * that none is missing.
 */
export const OWN_PROCESS = [
  'test/backends/durable-write.',
  'test/cli/storage-retry.',
  'test/crypto/zstd.',
  'test/files/tar/round-trip.',
  'test/hostile/endless-messages.',
  'test/hostile/forged-indexes.',
  'test/repository/blob-index.',
  'test/repository/format/hostile.',
];
