import { connectSsh } from '../../src/hosts/ssh.ts';
import { hostCore } from '../contract/host.ts';
import { startSshd } from '../services/sshd.ts';
import { createTestUser } from '../services/user.ts';

/** What people have in their rc files: words on both outputs, options for tools, aliases, functions, a umask. */
const NOISE = `
echo "Welcome! 100% of rc files print something"
echo "and complain" >&2
umask 022
export TAR_OPTIONS=--exclude=secret CDPATH=/ GREP_OPTIONS=-v LC_ALL=de_DE.UTF-8 IFS=x
alias cat='echo alias' exec='echo alias'
`;
const FUNCTIONS = `
unalias cat
cat() { echo function; }; printf() { echo function; }; export -f cat printf
`;

const SHELLS: readonly { shell: string; files: Record<string, string>; tellsSignals: boolean }[] = [
  { shell: '/bin/bash', files: { '.bashrc': NOISE + FUNCTIONS, '.bash_profile': NOISE }, tellsSignals: true },
  { shell: '/usr/bin/zsh', files: { '.zshenv': NOISE, '.zshrc': NOISE }, tellsSignals: true },
  { shell: '/bin/dash', files: { '.profile': NOISE }, tellsSignals: false },
  { shell: '/bin/mksh', files: { '.mkshrc': NOISE, '.profile': NOISE }, tellsSignals: false },
  { shell: '/bin/rbash', files: { '.bashrc': NOISE }, tellsSignals: true },
  {
    shell: '/usr/bin/fish',
    files: {
      '.config/fish/config.fish': `
echo "Welcome!"; echo complain >&2
set -gx TAR_OPTIONS --exclude=secret
function cat; echo function; end
umask 022
`,
    },
    tellsSignals: false,
  },
  {
    shell: '/bin/tcsh',
    files: {
      '.tcshrc': 'echo Welcome!\nsetenv TAR_OPTIONS --exclude=secret\numask 022\nalias cat echo alias\n',
    },
    tellsSignals: false,
  },
];

for (const { shell, files, tellsSignals } of SHELLS) {
  hostCore(
    `login shell ${shell} with noisy rc files`,
    async () => {
      const user = await createTestUser({ shell, files });
      const sshd = await startSshd({ user: user.name });
      return {
        connect: () =>
          connectSsh(sshd.address, { identity: sshd.identityFile, knownHosts: sshd.hostKeyLine }),
        tearDown: async () => {
          await sshd.stop();
          await user.remove();
        },
      };
    },
    { tellsSignals },
  );
}
