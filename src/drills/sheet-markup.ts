import { fromText } from '../bytestring.ts';
import { quote } from '../hosts/quote.ts';

/** Commands to be pasted as they stand. */
export function block(lines: readonly string[]): string {
  return `\`\`\`sh\n${lines.join('\n')}\n\`\`\``;
}

export function shell(text: string): string {
  return quote(fromText(text)) as string;
}

export function code(text: string): string {
  return `\`${text.replaceAll('`', '’').replaceAll('\n', ' ')}\``;
}
