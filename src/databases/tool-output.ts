import { type ByteString, display, fromBytes, toBytes } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { StreamingCommand } from '../files/streaming-command.ts';
import { endedWith, isSuccess } from '../hosts/exit-status.ts';
import type { Host } from '../hosts/host.ts';
import type { Advice } from './connection-advice.ts';

/** Lines of a tool's stderr that are kept: the first, which say what went wrong first, and the last. */
const MAX_FIRST_LINES = 20;
const MAX_LAST_LINES = 20;
/** Of those between the two that mean loss. */
const MAX_LOSS_LINES = 5;
const MAX_LINE_CHARACTERS = 1000;
/** A line that is longer than this is cut before its secrets are looked for. */
const MAX_READ_LINE_BYTES = 64 * 1024;

/** A tool's stderr in bounded memory, ready to show, without the secrets that it was given. Of what says that data is lost, some always stays. */
export class ToolMessages {
  readonly #secrets: readonly string[];
  readonly #first: string[] = [];
  readonly #losses: string[] = [];
  readonly #last: string[] = [];
  readonly #isLoss: (line: string) => boolean;
  #count = 0;

  /** @param isLoss Whether a line of the tool's means that it left something out. */
  constructor(secrets: readonly string[] = [], isLoss: (line: string) => boolean = () => false) {
    this.#secrets = secrets.filter((secret) => secret !== '');
    this.#isLoss = isLoss;
  }

  add(line: ByteString): void {
    if (line.trim() === '') return;
    this.#count++;
    const shown = this.#masked(line);
    if (this.#first.length < MAX_FIRST_LINES) this.#first.push(shown);
    else {
      this.#last.push(shown);
      if (this.#last.length > MAX_LAST_LINES) this.#drop(this.#last.shift() ?? '');
    }
  }

  #drop(line: string): void {
    if (this.#losses.length < MAX_LOSS_LINES && this.#isLoss(line)) this.#losses.push(line);
  }

  /** Every line of what a tool said. */
  addAll(stderr: Buffer): this {
    for (const line of stderr.toString('latin1').split('\n')) this.add(line as ByteString);
    return this;
  }

  /** Every line of what a tool says, as it comes. */
  async read(stderr: AsyncIterable<Buffer>): Promise<void> {
    let line = '';
    for await (const chunk of stderr) {
      const pieces = fromBytes(chunk).split('\n');
      line = (line + (pieces.shift() ?? '')).slice(0, MAX_READ_LINE_BYTES);
      for (const piece of pieces) {
        this.add(line as ByteString);
        line = piece;
      }
    }
    this.add(line as ByteString);
  }

  get lines(): readonly string[] {
    const first = [...this.#first, ...this.#losses];
    const left = this.#count - first.length - this.#last.length;
    return left === 0 ? [...first, ...this.#last] : [...first, `(${left} more lines)`, ...this.#last];
  }

  /** `: "first | second"`, or nothing. */
  get shown(): string {
    const { lines } = this;
    return lines.length === 0 ? '' : `: "${lines.join(' | ')}"`;
  }

  #masked(line: ByteString): string {
    let text = toBytes(line).toString('utf8');
    const isText = !text.includes('\ufffd');
    for (const secret of this.#secrets) text = text.replaceAll(secret, '***');
    const safe = isText || text.includes('***') ? text : null;
    return (
      safe === null ? display(line) : display(Buffer.from(safe, 'utf8').toString('latin1') as ByteString)
    ).slice(0, MAX_LINE_CHARACTERS);
  }
}

export interface DumpCommand {
  readonly host: Host;
  readonly script: string;
  /** Written to its stdin first. */
  readonly input?: Uint8Array | undefined;
  readonly messages: ToolMessages;
  readonly signal: AbortSignal;
  /** For messages: `dump the database "app"`. */
  readonly what: string;
  /** When it fails. */
  readonly advice?: Advice;
}

/**
 * What a dump command prints. Ends in order only after the command succeeded and printed something; ends the command in
 * any case, also when its reader stops.
 *
 * @throws HoldfastError dump-failed with the command's own words; what the host throws.
 */
export async function* dumpOutput(options: DumpCommand): AsyncGenerator<Buffer, void, undefined> {
  const { host, script, input, messages, signal, what, advice = () => '' } = options;
  const onErrorLine = (line: ByteString) => messages.add(line);
  const command = await StreamingCommand.start(host, script, { input, onErrorLine, signal });
  try {
    let isEmpty = true;
    for await (const chunk of command.output()) {
      isEmpty &&= chunk.length === 0;
      yield chunk;
    }
    const exit = await command.finish();
    if (!isSuccess(exit)) {
      const how = `the command ${endedWith(exit)}${messages.shown}`;
      throw dumpFailed(what, host, `${how}, expected exit status 0`, advice(messages.shown));
    }
    if (isEmpty) throw dumpFailed(what, host, `the command printed nothing${messages.shown}`);
  } finally {
    await command.end();
  }
}

/** `problem`: ready to show, without a full stop. `advice`: a space and sentences, or nothing. */
export function dumpFailed(
  what: string,
  host: Pick<Host, 'name'>,
  problem: string,
  advice = '',
): HoldfastError {
  return new HoldfastError(
    'dump-failed',
    `Cannot ${what} on "${host.name}": ${problem}. Nothing of it was kept as a dump.${advice}`,
  );
}
