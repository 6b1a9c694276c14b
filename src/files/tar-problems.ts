import type { ByteString } from '../bytestring.ts';
import type { TarMessages, TarProblem } from './tar-messages.ts';
import { parseToolMessage, saysVanished } from './tool-message.ts';

const MAX_OTHER_LINES = 20;
/** Files of a batch, many times over: a host could name others without end. */
const MAX_FILES = 100_000;
const CHANGED = /file changed as we read it$|File shrank by \d+ bytes?; padding with zeros$/;
const REMOVED = /File removed before we read it$/;
/** What GNU tar says at the end when it said something else before. */
const SUMMARY = 'tar: Exiting with failure status due to previous errors';
/** A filesystem without extended attributes: there is nothing to miss. */
const NO_ATTRIBUTES_THERE = /^Warning: Cannot f?l?listxattr(at)?: Operation not supported$/;

/** Makes sense of what GNU tar prints on stderr while it reads files named `./…` from the root. */
export class TarProblems implements TarMessages {
  readonly #byPath = new Map<ByteString, TarProblem>();
  readonly #others: ByteString[] = [];

  add(line: ByteString): void {
    if (line === SUMMARY) return;
    const message = parseToolMessage(line, 'tar');
    if (message === null || !message.path.startsWith('./')) {
      if (this.#others.length < MAX_OTHER_LINES) this.#others.push(line);
      return;
    }
    if (NO_ATTRIBUTES_THERE.test(message.reason)) return;
    const kind = kindOf(message);
    const path = message.path.slice(1) as ByteString;
    const known = this.#byPath.get(path);
    if (known === undefined && this.#byPath.size >= MAX_FILES) return;
    // The worst said of a file is what counts.
    if (known === undefined || SEVERITY.indexOf(kind) > SEVERITY.indexOf(known.kind)) {
      this.#byPath.set(path, { kind, message: message.reason });
    }
  }

  about(path: ByteString): TarProblem | undefined {
    return this.#byPath.get(path);
  }

  /** Whether what was printed explains tar's exit status: 1 is for files that changed, 2 for what can't be read. */
  explains(status: number): boolean {
    if (status === 0) return true;
    if (status > 2 || this.#others.length > 0) return false;
    const kinds = [...this.#byPath.values()].map(({ kind }) => kind);
    return kinds.some(
      (kind) => kind === 'unreadable' || kind === 'vanished' || (kind === 'changed' && status === 1),
    );
  }

  /** The lines that name no file, once. */
  takeOthers(): ByteString[] {
    return this.#others.splice(0);
  }
}

const SEVERITY: readonly TarProblem['kind'][] = ['warning', 'changed', 'vanished', 'unreadable'];

function kindOf(message: { path: ByteString; reason: ByteString }): TarProblem['kind'] {
  if (message.reason.startsWith('Warning: ')) return 'warning';
  if (CHANGED.test(message.reason)) return 'changed';
  if (REMOVED.test(message.reason) || saysVanished(message)) return 'vanished';
  return 'unreadable';
}
