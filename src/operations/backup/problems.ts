import { type ByteString, display, displayText } from '../../bytestring.ts';
import { type BackupOptions, isHeld, type ProblemPolicy } from './options.ts';
import { type BackupProblem, MAX_PROBLEMS, type ProblemKind } from './result.ts';

/** Of a path or a host's words: Linux takes no longer path, and MAX_PROBLEMS of these must be a manifest of sane size. */
const MAX_SHOWN = 4500;

/** Gathers what could not be saved as it is, in bounded memory. */
export class Problems {
  readonly list: BackupProblem[] = [];
  readonly counts: Record<ProblemKind, number> = {
    missing: 0,
    unreadable: 0,
    changed: 0,
    vanished: 0,
    unsupported: 0,
  };
  readonly #onWarning: (message: string) => void;

  constructor(onWarning: (message: string) => void) {
    this.#onWarning = onWarning;
  }

  /** Tells of something that doesn't spoil the snapshot. `message` may hold text from the host. */
  warn(path: ByteString, message: string): void {
    this.#onWarning(`${display(cut(path))}: ${displayText(cut(message))}`);
  }

  /** `message` may hold text from the host: it is escaped here. */
  add(kind: ProblemKind, path: ByteString, message: string): void {
    this.counts[kind]++;
    if (this.list.length >= MAX_PROBLEMS) return;
    const problem = { kind, path: display(cut(path)), message: displayText(cut(message)) };
    this.list.push(problem);
    this.#onWarning(`${problem.path}: ${kind}: ${problem.message}`);
    if (this.list.length === MAX_PROBLEMS) this.#onWarning('More problems are counted, but not shown.');
  }

  /** Whether, by the options' policies, the snapshot may count as complete. Without one of its paths it never does. */
  allow(
    options: Pick<BackupOptions, 'onChanged' | 'onUnreadable' | 'before' | 'quiesce' | 'volume'>,
  ): boolean {
    const onChanged: ProblemPolicy =
      options.onChanged !== 'auto' ? options.onChanged : isHeld(options) ? 'fail' : 'warn';
    const failing =
      this.counts.missing +
      (options.onUnreadable === 'fail' ? this.counts.unreadable : 0) +
      (onChanged === 'fail' ? this.counts.changed + this.counts.vanished : 0);
    return failing === 0;
  }
}

function cut<Text extends string>(text: Text): Text {
  return text.length <= MAX_SHOWN ? text : (`${text.slice(0, MAX_SHOWN)}...` as Text);
}
