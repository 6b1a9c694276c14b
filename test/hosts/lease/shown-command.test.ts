import { expect, test } from 'vitest';
import { shownCommand } from '../../../src/hosts/lease/shown-command.ts';

test.each([
  ['systemctl stop wiki', '"systemctl stop wiki"'],
  [' stop \u001b[2J\n', '"stop \\\\x1b[2J"'],
  ['\na() {\n  true\n}\na\n', 'its script of 4 lines'],
])('%j is shown as %s', (command, shown) => expect(shownCommand(command)).toBe(shown));
