import { displayText } from '../bytestring.ts';

/** A name that came from a server, a repository or a user, in quotes and ready to show. */
export function quoted(name: string): string {
  return `"${displayText(name)}"`;
}
