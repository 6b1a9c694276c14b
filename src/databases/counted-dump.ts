import { HoldfastError } from '../errors.ts';
import { freeNow } from '../free-buffer.ts';
import type { Host } from '../hosts/host.ts';
import { BrokenDump } from './broken-dump.ts';
import type { DatabaseContext } from './database.ts';
import type { Fingerprint } from './fingerprint.ts';
import { quoted } from './quoted.ts';
import { dumpFailed, ToolMessages } from './tool-output.ts';

/** A dump of one database by the engine's own tool, beside which the server counts: what its failures say. */
export class CountedDump {
  readonly messages: ToolMessages;
  /** For messages: `dump the database "app"`. */
  readonly what: string;
  readonly #host: Host;
  readonly #database: string;

  readonly #lossIn: (lines: readonly string[]) => string | null;

  /**
   * @param password Masked in what the tool says.
   * @param lossIn The first line of the tool's that means that it left something out, or null.
   */
  constructor(
    host: Host,
    database: string,
    { password, lossIn }: { password: string | null; lossIn: (lines: readonly string[]) => string | null },
  ) {
    this.messages = new ToolMessages([password ?? ''], (line) => lossIn([line]) !== null);
    this.#lossIn = lossIn;
    this.what = `dump the database ${quoted(database)}`;
    this.#host = host;
    this.#database = database;
  }

  /** `problem`: ready to show, without a full stop. */
  failed(problem: string): HoldfastError {
    return dumpFailed(this.what, this.#host, problem);
  }

  /** Does `work` that reads along. @throws HoldfastError dump-failed for what isn't a whole dump, with the tool's words. */
  judged(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof BrokenDump)) throw error;
      throw this.failed(`the dump is broken: ${error.message}${this.messages.shown}`);
    }
  }

  /** All else that the tool said is passed on. @throws HoldfastError dump-failed where it left something out. */
  requireNoLoss({ name, context }: { name: string; context: DatabaseContext }): void {
    const loss = this.#lossIn(this.messages.lines);
    if (loss !== null) throw this.failed(`the dump tool left something out: "${loss}"`);
    for (const line of this.messages.lines) context.onWarning(`${name}: ${line}`);
  }

  /** What kept the server from being asked, as a failure of the dump. */
  explained(error: unknown): unknown {
    if (!(error instanceof HoldfastError) || error.code !== 'command-failed') return error;
    return new HoldfastError(
      'dump-failed',
      `Cannot take the fingerprint of the database ${quoted(this.#database)}: ${error.message} ` +
        'Nothing of it was kept as a dump.',
      { cause: error },
    );
  }

  /**
   * Passes `chunks` on while the fingerprint is taken beside them, and gives it. A fingerprint that fails ends the dump at once. A
   * chunk is there until the next one is asked for: copy what you keep.
   * @param onEnd After the last chunk, before the fingerprint is waited for: judges the dump as a whole.
   * @throws HoldfastError dump-failed, of whichever fails; what `chunks` and `onEnd` throw.
   */
  async *beside(
    chunks: AsyncIterable<Buffer>,
    fingerprint: Promise<Fingerprint | null>,
    onEnd: () => void,
  ): AsyncGenerator<Buffer, Fingerprint | null, undefined> {
    let failure: { readonly error: unknown } | null = null;
    fingerprint.catch((error: unknown) => {
      failure = { error };
    });
    const failed = () => failure as { readonly error: unknown } | null;
    try {
      for await (const chunk of chunks) {
        if (failed() !== null) break;
        yield chunk;
        freeNow(chunk);
      }
    } catch (error) {
      // Without our transaction the tool may not be able to read either: that it began there.
      const first = failed();
      throw first === null ? error : this.explained(first.error);
    }
    const first = failed();
    if (first !== null) throw this.explained(first.error);
    onEnd();
    try {
      return await fingerprint;
    } catch (error) {
      throw this.explained(error);
    }
  }
}
