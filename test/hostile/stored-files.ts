import type { Backend, FileHandle, FileKind } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';

/** A stored file and its bytes. */
export interface StoredFile extends FileHandle {
  readonly bytes: Buffer;
}

const NAMED_KINDS = ['key', 'lock', 'index', 'snapshot', 'pack'] as const;

/** All files of a repository, in an order that only their kinds and names decide. */
export async function filesOf(backend: Backend): Promise<StoredFile[]> {
  const handles: FileHandle[] = [{ kind: 'config', name: '' }];
  for (const kind of NAMED_KINDS) {
    const names: string[] = [];
    for await (const { name } of backend.list(kind)) names.push(name);
    handles.push(...names.sort().map((name) => ({ kind: kind as FileKind, name })));
  }
  return Promise.all(handles.map(async (handle) => ({ ...handle, bytes: await backend.load(handle) })));
}

export async function backendOf(files: readonly StoredFile[]): Promise<Backend> {
  const backend = createMemoryBackend();
  for (const { kind, name, bytes } of files) {
    await backend.remove({ kind, name }); // the last one of a name counts
    await backend.save({ kind, name }, [bytes]);
  }
  return backend;
}
