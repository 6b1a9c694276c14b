import { HoldfastError } from '../../errors.ts';
import type { TarEvent } from './event.ts';
import { TooMuch } from './fault.ts';
import type { Segment, TarHeader } from './member.ts';
import { TarParser } from './parser.ts';

/** A run of zeros in a sparse file that the archive doesn't hold. */
export interface Hole {
  readonly holeBytes: number;
}

/** A member of an archive. Its content is good until the next member is asked for. */
export interface TarMember {
  readonly header: TarHeader;
  /**
   * All bytes of a file smaller than WHOLE_CONTENT_BYTES that isn't sparse (empty for all other kinds), or the
   * content as it streams, to be read once. Bytes are views of the source's: copy what you keep.
   */
  readonly content: Buffer | AsyncIterable<Buffer | Hole>;
  /** Where a sparse file has data; null for all others. */
  readonly segments: readonly Segment[] | null;
}

/**
 * The members of one tar archive in its order. Content that isn't read is skipped. Back-pressure: no more of `source`
 * is asked for than what is read here needs. The source is read to its end, or ended when the iteration is.
 *
 * @throws HoldfastError command-failed if the bytes are no archive that we can read exactly, or stop before its two
 *   zero blocks. What was given before that was right, unless it was still streaming.
 */
export async function* readTar(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<TarMember, void, undefined> {
  const events = new TarEvents(source, new TarParser());
  try {
    for (
      let event = await events.next();
      event !== null;
      event = events.buffered() ?? (await events.next())
    ) {
      if (event.kind === 'member') {
        yield { header: event.header, content: event.content, segments: null };
      } else if (event.kind === 'start') {
        const content = new StreamedContent(events);
        yield { header: event.header, content, segments: event.segments };
        await content.skipRest();
      }
    }
  } finally {
    await events.close();
  }
}

/** One step through archives in a row. */
export type ArchiveStep =
  | { readonly kind: 'member'; readonly member: TarMember }
  /** An archive has come to its end. */
  | { readonly kind: 'end' }
  /** The last step: the bytes stopped before the archive's end (or we do: TooMuch), in the midst of a member or (null) between two. */
  | { readonly kind: 'cut'; readonly unfinished: TarHeader | null; readonly fault: HoldfastError };

/**
 * As `readTar`, for archives that may be cut off: that is the last step, and ends the content that is streaming, which
 * then is no content of anything. Steps that came at once come together, so that small members cost no promise; a content
 * that streams is the last of them. Contents are good until the next steps are asked for.
 *
 * @param options.inARow Any number of archives, one behind the other, without padding between them.
 * @throws HoldfastError command-failed if the bytes are no archive that we can read exactly.
 */
export async function* readArchives(
  source: AsyncIterable<Uint8Array>,
  options: { readonly inARow: boolean },
): AsyncGenerator<readonly ArchiveStep[], void, undefined> {
  const parser = new TarParser(options);
  const events = new TarEvents(source, parser);
  events.takesCut = true;
  try {
    for (let event = await events.next(); event !== null; event = await events.next()) {
      const { steps, streaming } = stepsAtHand(event, events);
      yield steps;
      await streaming?.skipRest();
    }
    parser.release(); // each command has its own, and V8 would let them pile up
    if (events.cut !== null) yield [{ kind: 'cut', unfinished: parser.unfinished, fault: events.cut }];
  } finally {
    await events.close();
  }
}

/** What comes of `first` and of the events that are there already, up to a content that streams. */
function stepsAtHand(first: TarEvent, events: TarEvents) {
  const steps: ArchiveStep[] = [];
  for (let event: TarEvent | undefined = first; event !== undefined; event = events.buffered()) {
    if (event.kind === 'member') steps.push({ kind: 'member', member: { ...event, segments: null } });
    else if (event.kind === 'end') steps.push({ kind: 'end' });
    else if (event.kind === 'start') {
      const content = new StreamedContent(events);
      steps.push({ kind: 'member', member: { header: event.header, content, segments: event.segments } });
      return { steps, streaming: content };
    }
  }
  return { steps, streaming: null };
}

/** The events of a parser that is fed from `source` as they are wanted. */
class TarEvents {
  /** Whether the source may stop before the archive does: then `cut` says it. Else that throws. */
  takesCut = false;
  cut: HoldfastError | null = null;
  readonly #parser: TarParser;
  readonly #source: AsyncIterator<Uint8Array>;
  #events: TarEvent[] = [];
  #index = 0;

  constructor(source: AsyncIterable<Uint8Array>, parser: TarParser) {
    this.#source = source[Symbol.asyncIterator]();
    this.#parser = parser;
  }

  /** An event that is there already, or undefined: spares a promise for each small member. */
  buffered(): TarEvent | undefined {
    return this.#events[this.#index++];
  }

  /** The next event, or null at the end. */
  async next(): Promise<TarEvent | null> {
    for (;;) {
      const event = this.buffered();
      if (event !== undefined) return event;
      if (this.cut !== null) return null;
      const { done, value } = await this.#source.next();
      if (done === true) {
        this.#finish();
        return null;
      }
      if (!this.#push(value)) return null;
    }
  }

  /** False: what comes isn't taken in. */
  #push(bytes: Uint8Array): boolean {
    this.#index = 0;
    try {
      this.#events = this.#parser.push(bytes);
      return true;
    } catch (error) {
      if (!this.takesCut || !(error instanceof TooMuch)) throw error;
      this.cut = error;
      this.#events = [];
      return false;
    }
  }

  #finish(): void {
    try {
      this.#parser.finish();
    } catch (error) {
      if (!this.takesCut || !(error instanceof HoldfastError)) throw error;
      this.cut = error;
    }
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

class StreamedContent implements AsyncIterable<Buffer | Hole> {
  readonly #events: TarEvents;
  #finished = false;

  constructor(events: TarEvents) {
    this.#events = events;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer | Hole, void, undefined> {
    for (let part = await this.#next(); part !== null; part = await this.#next()) yield part;
  }

  async skipRest(): Promise<void> {
    while ((await this.#next()) !== null);
  }

  async #next(): Promise<Buffer | Hole | null> {
    if (this.#finished) return null;
    const event = await this.#events.next();
    if (event?.kind === 'data') return event.bytes;
    if (event?.kind === 'hole') return { holeBytes: event.lengthBytes };
    this.#finished = true;
    return null;
  }
}
