import type { Mutant } from './mutant.ts';

export const WRITING: readonly Mutant[] = [
  {
    name: 'unnamed-errors-unknown',
    fault: 'A stale handle of NFS ends a backup at once, and a used up quota is an unknown system error.',
    file: 'src/system-error.ts',
    find: 'return unnamed(error)?.[0] ?? error.code;',
    replace: 'return error.code;',
    tests: ['test/backends/directory.test.ts'],
  },
  {
    name: 'index-before-packs',
    fault: 'An index names packs that are not stored yet.',
    file: 'src/repository/pack-uploader.ts',
    find: `      await this.#options.backend.save({ kind: 'pack', name: id, holdsTrees }, parts);
      this.#options.onStored({ id, blobs, [DURABLE]: true });`,
    replace: `      const saving = this.#options.backend.save({ kind: 'pack', name: id, holdsTrees }, parts);
      this.#options.onStored({ id, blobs, [DURABLE]: true });
      await saving;`,
    tests: ['test/repository/write-order.test.ts'],
  },
  {
    name: 'index-without-waiting',
    fault: 'The last index is written while packs are still under way.',
    file: 'src/repository/blob-writer.ts',
    find: '    await this.#uploader.stored();\n',
    replace: '',
    tests: ['test/repository/write-order.test.ts', 'test/repository/writers.test.ts'],
  },
  {
    name: 'snapshot-before-index',
    fault: 'A snapshot is written before the index that names its blobs.',
    file: 'src/repository/blob-writer.ts',
    find: '    await this.#indexes.flush();\n',
    replace: '    void this.#indexes.flush();\n',
    tests: ['test/repository/write-order.test.ts'],
  },
  {
    name: 'snapshot-without-flush',
    fault: 'A snapshot is written although its blobs are in memory alone.',
    file: 'src/repository/open-repository.ts',
    find: '    await untilCancelled(this.flush(), signal);\n    if (this.index',
    replace: '    if (this.index',
    tests: ['test/repository/write-order.test.ts', 'test/repository/repository.test.ts'],
  },
  {
    name: 'index-before-packs-by-kills',
    fault: 'The kills of backups would not find an index that names packs which are not stored yet.',
    file: 'src/repository/pack-uploader.ts',
    find: `      await this.#options.backend.save({ kind: 'pack', name: id, holdsTrees }, parts);
      this.#options.onStored({ id, blobs, [DURABLE]: true });`,
    replace: `      void this.#options.backend.save({ kind: 'pack', name: id, holdsTrees }, parts);
      this.#options.onStored({ id, blobs, [DURABLE]: true });`,
    tests: ['test/operations/cut/kill.integration.test.ts'],
  },
  {
    name: 'snapshot-before-index-by-kills',
    fault: 'The kills of backups would not find a snapshot that is written before its index.',
    file: 'src/repository/blob-writer.ts',
    find: '    await this.#indexes.flush();\n',
    replace: '    void this.#indexes.flush();\n',
    tests: ['test/operations/cut/kill.integration.test.ts'],
  },
  {
    name: 'failed-pack-forgotten',
    fault: 'A pack that could not be stored is no failure.',
    file: 'src/repository/pack-uploader.ts',
    find: `      this.#failure ??= { error };
      this.#options.onFailure(error);`,
    replace: `      void error;`,
    tests: ['test/repository/writers.test.ts', 'test/repository/write-order.test.ts'],
  },
  {
    name: 'written-without-sync',
    fault: 'A file that was reported as stored is gone after a power cut.',
    file: 'src/backends/durable-write.ts',
    find: '      await ignoringUnoffered(file.sync());\n',
    replace: '',
    tests: ['test/backends/durable-write.test.ts'],
  },
  {
    name: 'named-before-sync',
    fault: 'A name stands for bytes that a power cut takes away.',
    file: 'src/backends/durable-write.ts',
    find: `      await ignoringUnoffered(file.sync());
    } finally {
      await file.close();
    }
    await giveName(temporary, path);`,
    replace: `      await giveName(temporary, path);
      await ignoringUnoffered(file.sync());
    } finally {
      await file.close();
    }`,
    tests: ['test/backends/durable-write.test.ts'],
  },
  {
    name: 'folder-not-synced',
    fault: 'The name of a stored file is gone after a power cut.',
    file: 'src/backends/durable-write.ts',
    find: '  await syncFolder(dirname(path));\n',
    replace: '',
    tests: ['test/backends/durable-write.test.ts'],
  },
  {
    name: 'overwritten',
    fault: 'A file of a name that is taken is written over.',
    file: 'src/backends/durable-write.ts',
    find: '    await link(temporary, path);\n',
    replace: '    return await rename(temporary, path);\n',
    tests: ['test/backends/directory.test.ts'],
  },
  {
    name: 'retried-for-ever',
    fault: 'Storage that never answers well is asked without end.',
    file: 'src/backends/retry.ts',
    find: 'if (lastedMs + delayMs > giveUpAfterMs(error, options)) {',
    replace: 'if (lastedMs + delayMs > 100 * GIVE_UP_AFTER_MS) {',
    tests: ['test/backends/retry.test.ts'],
  },
  {
    name: 'pack-memory-given-up-early',
    fault: 'A pack is stored with the bytes of the next one.',
    file: 'src/repository/pack-uploader.ts',
    find: "      await this.#options.backend.save({ kind: 'pack', name: id, holdsTrees }, parts);\n",
    replace:
      "      pack.release();\n      await this.#options.backend.save({ kind: 'pack', name: id, holdsTrees }, parts);\n",
    tests: ['test/repository/writers.test.ts'],
  },
  {
    name: 'unclosed-pack-forgotten',
    fault: 'A snapshot names blobs of a pack that could not be closed.',
    file: 'src/repository/blob-writer.ts',
    find: '      // Its blobs are lost, and others count on them.\n      this.#fail(error);\n',
    replace: '',
    tests: ['test/repository/writers.test.ts'],
  },
  {
    name: 'stored-blobs-not-counted',
    fault: 'What was saved is called done while a blob of it is in no stored pack.',
    file: 'src/repository/blob-writer.ts',
    find: 'if (!isAllStored()) {',
    replace: 'if (!isAllStored() && this.#failure !== null) {',
    tests: ['test/repository/writers.test.ts'],
  },
];
