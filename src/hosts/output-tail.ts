import { display, fromBytes } from '../bytestring.ts';

const TAIL_LINES = 5;
const TAIL_BYTES = 1000;

/** The last lines of what a command printed, ready to show in one line: `: "sudo: a password is required"`, or ''. */
export function displayTail(output: Uint8Array): string {
  const lines = fromBytes(output)
    .slice(-TAIL_BYTES)
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .slice(-TAIL_LINES);
  if (lines.length === 0) return '';
  return `: "${lines.map((line) => display(fromBytes(Buffer.from(line.trim(), 'latin1')))).join(' | ')}"`;
}
