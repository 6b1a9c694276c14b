import { systemCode } from '../system-error.ts';

/**
 * What went wrong with a request, without the SDK's own error: that holds the request, whose headers hold session
 * tokens, and would carry them wherever an error is printed whole.
 */
export class S3Fault extends Error {
  override readonly name = 'S3Fault';
  /** S3's own code (`NoSuchKey`), the system's (`ECONNRESET`), or the SDK's name for it. */
  readonly code: string;
  /** Of HTTP, or null if no answer came. */
  readonly status: number | null;
  /** The region that the storage says it wants, or null. */
  readonly region: string | null;
  /** When it was there, by its own clock, in ms since 1970; or null. */
  readonly dateMs: number | null;

  constructor(message: string, of: Pick<S3Fault, 'code' | 'status' | 'region' | 'dateMs'>) {
    super(message);
    this.code = of.code;
    this.status = of.status;
    this.region = of.region;
    this.dateMs = of.dateMs;
  }
}

/** Longer texts of a storage's are pages for browsers. */
const LONGEST_TEXT = 300;

/** Of whatever the SDK, or the stream that it gave, threw. */
export function faultOf(error: unknown): S3Fault {
  if (error instanceof S3Fault) return error;
  const cause = innermost(error);
  const code = systemCode(cause) || text(field(error, 'Code')) || (cause instanceof Error ? cause.name : '');
  const headers = field(field(error, '$response'), 'headers');
  const date = Date.parse(text(field(headers, 'date')));
  const status =
    field(field(error, '$metadata'), 'httpStatusCode') ?? field(field(error, '$response'), 'statusCode');
  const message = error instanceof Error ? error.message : String(error);
  return new S3Fault(message.length > LONGEST_TEXT ? `${message.slice(0, LONGEST_TEXT)}…` : message, {
    code: code || 'unknown',
    status: typeof status === 'number' && status > 0 ? status : null,
    region: text(field(error, 'Region')) || text(field(headers, 'x-amz-bucket-region')) || null,
    dateMs: Number.isNaN(date) ? null : date,
  });
}

/** Node wraps what each address of a host said in one AggregateError. */
function innermost(error: unknown): unknown {
  if (error instanceof AggregateError && systemCode(error) === '') return error.errors[0] ?? error;
  return error;
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The fault that `error` came of, or null. */
export function s3FaultIn(error: unknown): S3Fault | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    if (e instanceof S3Fault) return e;
  }
  return null;
}
