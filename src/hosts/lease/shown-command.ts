import { displayText } from '../../bytestring.ts';

/** A shell command for a message. Of a script, which a profile's is, nobody wants to read the text in a log. */
export function shownCommand(command: string): string {
  const lines = command.trim().split('\n');
  return lines.length === 1
    ? JSON.stringify(displayText(command.trim()))
    : `its script of ${lines.length} lines`;
}
