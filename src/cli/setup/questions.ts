import { HoldfastError } from '../../errors.ts';
import { askLine, canAsk } from '../prompt.ts';
import type { Task } from '../task.ts';

export interface Question {
  /** Without its colon. */
  readonly text: string;
  /** The flag that answers it, for who can't be asked. */
  readonly flag: string;
  /** What the flag said. */
  readonly given: string | undefined;
  /** What most would answer; null: nobody can tell. */
  readonly fallback: string | null;
  /** @throws HoldfastError for an answer that is none: a person is told, and asked again. */
  readonly check: (answer: string) => unknown;
}

/** Asks a person, unless a flag said it already or there is nobody to ask: then the usual answer is taken. It never waits in vain. */
export class Questions {
  readonly #task: Task<{ readonly yes?: boolean }>;
  readonly canAsk: boolean;

  constructor(task: Task<{ readonly yes?: boolean }>) {
    this.#task = task;
    this.canAsk = !task.flags.yes && task.output.mode === 'text' && canAsk(task.terminal);
  }

  /** @throws HoldfastError bad-input for a flag that is no answer, and where there is neither a flag nor a person. */
  async text({ text, flag, given, fallback, check }: Question): Promise<string> {
    if (given !== undefined) {
      await check(given);
      return given;
    }
    if (!this.canAsk) {
      if (fallback !== null) return fallback;
      throw new HoldfastError(
        'bad-input',
        `Cannot set up: nobody says “${text}”, and nobody can be asked here. Give ${flag}.`,
      );
    }
    const { terminal, signal } = this.#task;
    for (;;) {
      const shown = fallback === null || fallback === '' ? '' : ` [${fallback}]`;
      const typed = (await askLine(terminal, `${text}${shown}: `, signal)).trim();
      const answer = typed === '' ? fallback : typed;
      try {
        if (answer !== null) {
          await check(answer);
          return answer;
        }
      } catch (error) {
        this.tellOrThrow(error);
      }
    }
  }

  /** Tells what is wrong with an answer, so that another can be given. @throws What a person can't mend by one. */
  tellOrThrow(error: unknown): void {
    if (!this.canAsk || !(error instanceof HoldfastError) || error.code === 'cancelled') throw error;
    this.#task.output.note(error.message);
  }

  /** @param usual What most would answer, and what is done where nobody can be asked. */
  async yes(text: string, given: boolean | undefined, usual: boolean): Promise<boolean> {
    if (given !== undefined) return given;
    if (!this.canAsk) return usual;
    const { terminal, signal } = this.#task;
    const answer = (await askLine(terminal, `${text} ${usual ? '[Y/n]' : '[y/N]'} `, signal)).trim();
    return answer === '' ? usual : /^y/i.test(answer);
  }
}
