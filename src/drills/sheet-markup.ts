import { displayText, fromText } from '../bytestring.ts';
import { quote } from '../hosts/quote.ts';

/** Commands to be pasted as they stand. No name in them ends the block: other commands could seem to stand behind it. */
export function block(lines: readonly string[]): string {
  const text = lines.join('\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}sh\n${text}\n${fence}`;
}

export function shell(text: string): string {
  return quote(fromText(text)) as string;
}

/** In a line: nothing in it ends it, nor is more than a letter to a terminal. */
export function code(text: string): string {
  const shown = text
    .replaceAll('`', '’')
    .replaceAll('\n', ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, displayText);
  return `\`${shown}\``;
}
