import { expect, test } from 'vitest';
import { undoCommand } from '../../src/settings/undo-command.ts';

test('on this machine it names no way to a host: without --on that is refused', () => {
  const way = {
    on: 'local',
    identity: '/key',
    knownHosts: '/hosts',
    jump: ['ssh://b'],
    sshClient: 'openssh',
  };
  expect(undoCommand('/srv/undo', { ...way, become: 'sudo' })).toBe(
    'holdfast restore --undo --become sudo --target /srv/undo',
  );
  expect(undoCommand('/srv/undo', { ...way, on: 'ssh://a' })).toContain('--on ssh://a --identity /key');
});
