import { keyAt, type Rule } from './rule.ts';

export const unpinnedHost: Rule = {
  name: 'unpinned-host',
  severity: 'warning',
  advice:
    'Add `known-hosts` with its key or fingerprint: the error of a first run prints it; compare it with the host’s own.',
  *check({ config, source }) {
    for (const [name, host] of Object.entries(config.hosts)) {
      if (host.address === 'local' || host['known-hosts'] !== undefined) continue;
      const what = `the key of the host \`${name}\` is not pinned: a run refuses it unless the runner’s own known_hosts has it`;
      yield { place: keyAt(source, ['hosts', name]), what };
    }
  },
};
