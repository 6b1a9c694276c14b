import { type ByteString, fromBytes } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { StreamingCommand } from '../files/streaming-command.ts';
import { endedWith, isSuccess } from '../hosts/exit-status.ts';
import type { Host } from '../hosts/host.ts';
import type { Advice } from './connection-advice.ts';
import type { ToolMessages } from './tool-output.ts';

/** A longer row isn't what was asked for. */
const MAX_ROW_BYTES = 64 * 1024 * 1024;
const NEWLINE = 10;

/** A client that prints a row a line, a tab between fields, and what would be taken for either escaped by a backslash. */
export interface SelectCall {
  /** For messages: `psql`. */
  readonly client: string;
  readonly script: string;
  /** What the client is fed, a password before it. */
  readonly input: Buffer;
  /** Takes what the client says of errors. */
  readonly messages: ToolMessages;
  /** When it can't get in. */
  readonly advice: Advice;
  readonly signal: AbortSignal;
}

/**
 * The rows that a client prints, one after the other: however many they are, one is held.
 * @throws HoldfastError command-failed with the client's own words, also once rows have come: then what came is no answer.
 */
export async function* selectedRows(host: Host, call: SelectCall): AsyncGenerator<ByteString[]> {
  const command = await StreamingCommand.start(host, call.script, {
    input: call.input,
    onErrorLine: (line) => call.messages.add(line),
    signal: call.signal,
  });
  try {
    for await (const line of linesOf(command.output(), call.client, host)) yield fieldsOf(line);
    const exit = await command.finish();
    if (isSuccess(exit)) return;
    throw new HoldfastError(
      'command-failed',
      `Cannot ask the database on "${host.name}": ${call.client} ${endedWith(exit)}${call.messages.shown}, expected exit status 0.` +
        call.advice(call.messages.shown),
    );
  } finally {
    await command.end();
  }
}

async function* linesOf(
  output: AsyncIterable<Buffer>,
  client: string,
  host: Host,
): AsyncGenerator<ByteString> {
  let parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of output) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      yield fromBytes(Buffer.concat([...parts, chunk.subarray(from, end)]));
      from = end + 1;
      parts = [];
      bytes = 0;
    }
    if (from === chunk.length) continue;
    parts.push(Buffer.from(chunk.subarray(from)));
    bytes += chunk.length - from;
    if (bytes > MAX_ROW_BYTES)
      throw new HoldfastError(
        'command-failed',
        `Cannot ask the database on "${host.name}": ${client} prints a row of more than ${MAX_ROW_BYTES} bytes, expected less.`,
      );
  }
  if (bytes > 0) yield fromBytes(Buffer.concat(parts)); // cut off: the exit status says so
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

/** PostgreSQL's COPY and MySQL's batch mode escape alike, as far as text goes. */
function fieldsOf(line: ByteString): ByteString[] {
  return line
    .split('\t')
    .map((field) =>
      field.includes('\\')
        ? field.replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter)
        : field,
    ) as ByteString[];
}
