/**
 * The unit tests that share no process with others, by how their paths begin: they measure the memory of theirs, which
 * another would have used up before, have modules replaced that others have loaded, or look at texts in which words that others have
 * made secrets would be masked. `own-process.test.ts` sees to it
 * that none is missing.
 */
export const OWN_PROCESS = [
  'test/actions/notices.',
  'test/backends/durable-write.',
  'test/cli/storage-retry.',
  'test/crypto/zstd.',
  'test/files/tar/round-trip.',
  'test/github/secrets.',
  'test/github/target-issue.',
  'test/hostile/endless-messages.',
  'test/hostile/forged-indexes.',
  'test/hosts/in-time.',
  'test/repository/blob-index.',
  'test/repository/format/hostile.',
];
