import { once } from 'node:events';
import { withoutWorkflowCommands } from '../workflow-commands.ts';
import type { Terminal } from './terminal.ts';

/** Characters that a terminal may act on, or that a person can't see, and JSON leaves as they are. */
const UNSAFE_IN_JSON = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Digits as they are: numbers past 2^53 (inodes) survive. TypeScript doesn't know of it yet. */
const rawJson = (JSON as JSON & { rawJSON(text: string): unknown }).rawJSON;

export type OutputMode = 'text' | 'json';

/**
 * What a command says. Results go to stdout: lines of text, or with --json one JSON value a line, the last of which
 * is the result. What a person should know beside them goes to stderr. Lines must already be escaped (`display`).
 */
export class Output {
  readonly mode: OutputMode;
  /** 0 quiet, 1 normal, from 2 on verbose. */
  readonly verbosity: number;
  readonly #terminal: Terminal;
  #beforeOutput: (() => void) | null = null;

  constructor(terminal: Terminal, mode: OutputMode, verbosity: number) {
    this.#terminal = terminal;
    this.mode = mode;
    this.verbosity = verbosity;
  }

  /** A line of the result; nothing with --json. Await it: a slow reader holds us up instead of filling the memory. */
  async line(text: string): Promise<void> {
    if (this.mode === 'text') await this.#write(`${withoutWorkflowCommands(text)}\n`);
  }

  /** A JSON value on a line of its own; nothing without --json. */
  async json(value: unknown): Promise<void> {
    if (this.mode === 'json') await this.#write(`${toJsonLine(value)}\n`);
  }

  /** Bytes as they are: what `dump` gives. Resolves when they are read no more. */
  bytes(bytes: Uint8Array): Promise<void> {
    const { stdout } = this.#terminal;
    this.#makeWay();
    return new Promise((resolve, reject) => {
      stdout.write(bytes, (error) => (error == null ? resolve() : reject(error)));
    });
  }

  /** A line for a person beside the result; nothing with --quiet or --json. */
  note(text: string): void {
    if (this.verbosity >= 1 && this.mode === 'text') this.#writeStderr(`${text}\n`);
  }

  warning(text: string): void {
    this.#writeStderr(
      this.mode === 'json'
        ? `${toJsonLine({ message_type: 'warning', message: text })}\n`
        : `warning: ${text}\n`,
    );
  }

  /** restic's form of a failure, with --json too. */
  failure(text: string, status: number): void {
    this.#writeStderr(
      this.mode === 'json'
        ? `${toJsonLine({ message_type: 'exit_error', code: status, message: text })}\n`
        : `Fatal: ${text}\n`,
    );
  }

  /** `clear` is called before anything is written to stderr, or to stdout on the same terminal: it takes a progress bar off the line. */
  onBeforeOutput(clear: (() => void) | null): void {
    this.#beforeOutput = clear;
  }

  #makeWay(): void {
    if (this.#terminal.stdout.isTTY) this.#beforeOutput?.();
  }

  #writeStderr(text: string): void {
    this.#beforeOutput?.();
    this.#terminal.stderr.write(withoutWorkflowCommands(text));
  }

  async #write(data: string | Uint8Array): Promise<void> {
    const { stdout } = this.#terminal;
    this.#makeWay();
    if (!stdout.write(data)) await once(stdout, 'drain');
  }
}

/** One line of JSON (several with an `indent`); bigints as numbers, all digits kept; nothing in it that a terminal or GitHub's runner acts on. */
export function toJsonLine(value: unknown, indent = 0): string {
  const json = JSON.stringify(
    value,
    (_key, member: unknown) => (typeof member === 'bigint' ? rawJson(member.toString()) : member),
    indent,
  );
  return json
    .replaceAll('##[', '#\\u0023[')
    .replace(UNSAFE_IN_JSON, (character) =>
      Array.from(
        { length: character.length },
        (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
      ).join(''),
    );
}
