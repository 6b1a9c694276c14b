import type { Backend, FileHandle, FileKind } from '../../src/backends/backend.ts';
import { HoldfastError } from '../../src/errors.ts';

export interface Operation {
  readonly verb: 'save' | 'load' | 'stat' | 'remove' | 'list';
  readonly file: { readonly kind: FileKind; readonly name: string };
  /** For a save: when it had ended. */
  readonly ended: boolean;
}

/** `backend`, with `before` called before and `after` called after each operation; both may throw. */
export function watched(
  backend: Backend,
  before: (operation: Operation) => void | Promise<void>,
  after: (operation: Operation) => void = () => {},
): Backend {
  const around = async <T>(verb: Operation['verb'], file: FileHandle, work: () => Promise<T>): Promise<T> => {
    await before({ verb, file, ended: false });
    const result = await work();
    after({ verb, file, ended: true });
    return result;
  };
  return {
    location: backend.location,
    connections: backend.connections,
    create: () => backend.create(),
    save: (file, data, signal) => around('save', file, () => backend.save(file, data, signal)),
    load: (file, range, signal) => around('load', file, () => backend.load(file, range, signal)),
    stat: (file, signal) => around('stat', file, () => backend.stat(file, signal)),
    async *list(kind, signal) {
      await before({ verb: 'list', file: { kind, name: '' }, ended: false });
      yield* backend.list(kind, signal);
    },
    remove: (file, signal) => around('remove', file, () => backend.remove(file, signal)),
    close: async () => {}, // The test looks into it afterwards.
  };
}

/** `backend` that works `operations` times, then fails at everything: what a cut-off run leaves is in `backend`. */
export function failingAfter(backend: Backend, operations: number): Backend {
  let left = operations;
  return watched(backend, () => {
    if (left-- <= 0) throw new HoldfastError('backend-failed', 'The storage is gone.');
  });
}

/** `backend` whose operation number `failing` (from 0) fails, and no other. */
export function failingOnce(backend: Backend, failing: number): Backend {
  let next = 0;
  return watched(backend, () => {
    if (next++ === failing) throw new HoldfastError('backend-failed', 'The storage hiccuped.');
  });
}
