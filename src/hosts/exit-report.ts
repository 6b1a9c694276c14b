import { Transform, type TransformCallback } from 'node:stream';
import type { ExitStatus } from './host.ts';
import { findLine } from './preamble.ts';

/**
 * Takes the report of the exit status (src/hosts/shell.ts) out of a script's stderr. Afterwards `status` has it, or
 * null: then the script's whole group was killed, or the connection is lost.
 */
export class ExitReport extends Transform {
  status: ExitStatus | null = null;
  readonly #marker: string;
  #held: Buffer = Buffer.alloc(0);

  constructor(marker: string) {
    super();
    this.#marker = marker;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const line = findLine(bytes, this.#marker);
    if (line === null) {
      this.#pass(bytes, startOfMarker(bytes, this.#marker), done);
      return;
    }
    const [kind, value = ''] = line.words;
    this.status = kind === 'signal' ? { signal: value } : { code: Number(value) };
    this.push(bytes.subarray(0, line.start));
    this.#pass(bytes.subarray(line.end), Number.POSITIVE_INFINITY, done);
  }

  override _flush(done: TransformCallback): void {
    done(null, this.#held);
  }

  #pass(bytes: Buffer, end: number, done: TransformCallback): void {
    this.#held = bytes.subarray(end);
    done(null, bytes.subarray(0, end));
  }
}

/** Where the marker, or what may be its beginning, starts; else the end of `bytes`. */
function startOfMarker(bytes: Buffer, marker: string): number {
  const whole = bytes.indexOf(marker);
  if (whole >= 0) return whole;
  for (let start = Math.max(0, bytes.length - marker.length + 1); start < bytes.length; start++) {
    if (marker.startsWith(bytes.toString('latin1', start))) return start;
  }
  return bytes.length;
}
