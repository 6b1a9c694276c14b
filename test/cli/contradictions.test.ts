import { describe, expect, test } from 'vitest';
import { holdfast } from './terminal.ts';

const env = { RESTIC_REPOSITORY: '/nowhere/at-all', RESTIC_PASSWORD: 'secret' };

describe('a command line that can’t be meant is refused before anything is opened', () => {
  test.each([
    [['backup', ''], 'Cannot back up "": it is empty'],
    [['backup', '/srv/\ufffd'], '--files-from-raw'],
    [['backup'], 'no path is named'],
    [['backup', '--before', '', '/x'], '--before is empty, expected <command>: a variable may be unset'],
    [['backup', '--exclude', '', '/x'], '--exclude is empty, expected <pattern>'],
    [['backup', '--exclude-larger-than', '0', '/x'], 'every file with something in it would be left out'],
    [['forget', '--of', '', '--keep-last', '1'], '--of is empty, expected <target>'],
    [['snapshots', '--password-file', ''], '--password-file is empty, expected <file>'],
    [['restore', 'latest', '--target', '~/x'], 'no shell has read its "~"'],
    [['backup', '--copy-to', '', '/x'], '--copy-to is empty, expected a location'],
    [['drill', '--evidence', ''], '--evidence is empty, expected a location'],
    [['evidence', 'list', '--evidence', ''], '--evidence is empty'],
    [['backup', '--jump', 'ssh://bastion', '/x'], '--jump is given without --on, expected both'],
    [['backup', '--identity', '/key', '/x'], 'this machine’s own files would be meant'],
    [['dump-db', '--ssh-client', 'openssh', 'sqlite:/x'], '--ssh-client is given without --on'],
    [['restore', 'latest', '--target', '/x', '--known-hosts', 'k'], '--known-hosts is given without --on'],
    [
      ['backup', '--on', 'ssh://a', '--on', 'ssh://b', '/x'],
      '--on is given twice, as "ssh://a" and as "ssh://b"',
    ],
    [['copy', '--from-repo', '/y', '--of', 'a', '--of', 'b'], '--of is given twice'],
    [['restore', 'latest', '--database', 'a', '--database', 'b'], '--database is given twice'],
    [['backup', '--copy-to', '/a', '--copy-to', '/b', '/x'], '--copy-to is given twice'],
    [['backup', '--copy-to-password-file', '/p', '/x'], '--copy-to-password-file without --copy-to'],
    [['report', '--copy-to-key-hint', 'a'], '--copy-to-key-hint without --copy-to'],
    [['backup', '--database-on', 'here', '/x'], '--database-on without --database'],
    [
      ['backup', '--tag', 'a, incomplete', '/x'],
      '--tag: it is "incomplete", and that is a tag of Holdfast’s own',
    ],
    [['backup', '--tag', 'holdfast:target=b', '/x'], 'a tag of Holdfast’s own'],
    [['dump-db', '--tag', 'holdfast:checkpoint', 'sqlite:/x'], 'a tag of Holdfast’s own'],
    [['backup', '--time', '2026-02-30', '/x'], '--time: it is "2026-02-30", expected a time'],
    [['snapshots', '--not-after', '2025-02-29T10:00:00Z'], '--not-after: it is "2025-02-29T10:00:00Z"'],
    [['backup', '--time', '0000-01-01', '/x'], '--time: it is "0000-01-01"'],
    [['forget', '--keep-last', '1', '--max-unused', '0'], '--max-unused without --prune'],
    [['forget', '--keep-last', '1', '--repack-uncompressed'], '--repack-uncompressed without --prune'],
    [['dump-db', 'oracle:///app'], 'its engine is "oracle"'],
    [['dump-db', '--database-on', 'nowhere', 'command:x=true'], 'Cannot look for the container "nowhere"'],
    [['backup', '--archive-to', '/x', '--unencrypted', '--bucket', 's3:http://h/b', '/x'], '--bucket'],
    [['restore', 'latest', '--into', 'postgresql:///x'], '--into without --database'],
    [['restore', 'latest', '--include', '', '--target', '/x'], '--include and its kin hold no pattern'],
    [['restore', 'latest', '--iinclude-file', '/dev/null', '--target', '/x'], 'hold no pattern'],
    [['restore', 'latest', '--target', '/x', '--database-on', 'here'], '--database-on without --database'],
    [['restore', 'latest', '--database', 'x', '--database-on', 'nowhere'], 'the container "nowhere"'],
    [['restore', 'latest', '--database', 'x', '--include', 'a'], 'both --database and --include'],
    [
      ['restore', 'latest', '--database', 'x', '--archive-from', '/a'],
      'come back as files (--own and --include',
    ],
    [['restore', 'latest', '--database', 'x', '--target', '/x', '--overwrite-database'], 'both --database'],
    [['restore', '--undo', '--target', '/x', '--database', 'x'], '--undo with --database'],
    [['ls', 'latest', 'relative'], 'it is a relative path'],
    [['check', '--read-data', '--read-data-subset', '1/2'], 'both --read-data and --read-data-subset'],
    [['restore', 'latest', '--target', '/x', '--tar', 'y'], 'both --tar and --target'],
    [['restore', 'latest', '--on', 'ssh://x', '--tar', 'y'], 'both --tar and --on'],
    [['restore', 'latest', '--dry-run', '--tar', 'y'], 'both --tar and --dry-run'],
    [['restore', 'latest', '--overwrite', 'never', '--tar', 'y'], 'both --tar and --overwrite'],
    [['restore', '--undo', '--target', '/x', '--before', 'a'], '--undo with --before'],
    [['restore', '--undo', '--target', '/x', '--tag', 'a'], '--undo with --tag:'],
    [['restore', 'latest', '--undo', '--target', '/x'], '--undo with a snapshot'],
    [['restore', '--undo', '--target', '/x', '--as-of', '2026-11-21'], '--undo with --as-of'],
    [['ls', 'latest', '--as-of', '2026-11-21'], 'a folder keeps no versions'],
    [['snapshots', '--object-lock', 'compliance', '--object-lock-days', '9'], 'a folder locks nothing'],
    [['snapshots', '--object-lock', 'compliance'], '--object-lock alone: expected --object-lock-days'],
    [
      ['forget', '--keep-daily', '9', '--object-lock', 'compliance', '--object-lock-days', '5'],
      'the policy keeps snapshots for up to 9 days',
    ],
    [['restore', '--undo', '--target', '/x', '--include', 'a'], '--undo with --include'],
    [['restore', '--undo', '--target', '/x', '--exclude-file', 'a'], '--undo with --exclude-file'],
    [['restore', '--undo', '--target', '/x', '--tar', 'a'], '--undo with --tar'],
    [['restore', '--undo', '--target', '/x', '--archive-from', 'a'], '--undo with --archive-from'],
    [['restore', 'latest', '--target', '/x', '--age-identity', 'a'], '--age-identity without --archive-from'],
    [
      ['restore', 'x', '--target', '/x', '--archive-from', '/a', '--tag', 'a'],
      'both --archive-from and --tag',
    ],
    [['restore', 'x', '--app', '--archive-from', '/a'], 'from an archive without --trust-archive'],
    [['restore', 'x', '--app', '--trust-archive', 'a'], '--trust-archive without --archive-from'],
    [
      ['restore', 'x', '--target', '/x', '--archive-from', '/a', '--trust-archive', 'a'],
      '--trust-archive without --app',
    ],
    [['restore', 'x', '--target', '/x', '--archive-from', 'ftp:x'], 'no such kind of storage'],
    [['backup', '/x', '--age-recipient', 'age1'], '--age-recipient without --archive-to'],
    [['backup', '/x', '--unencrypted'], '--unencrypted without --archive-to'],
    [['backup', '/x', '--archive-to', '/a'], 'nothing says how it is encrypted'],
    [['backup', '/x', '--archive-to', '/a', '--unencrypted', '--age-recipient', 'a'], 'Cannot use both'],
    [['backup', '/x', '--archive-to', '/a', '--unencrypted', '--force'], 'both --archive-to and --force'],
    [
      ['backup', '/x', '--archive-to', '/a', '--unencrypted', '-g', 'host'],
      'both --archive-to and --group-by',
    ],
    [['backup', '/x', '--archive-to', '/a', '--unencrypted', '-n'], 'both --archive-to and --dry-run'],
    ...(
      [
        ['-r', '/repository'],
        ['--password-file', '/x'],
        ['--no-lock'],
        ['--retry-lock', '5m'],
        ['--release', '1a2b3c4d'],
        ['--object-lock', 'governance'],
        ['--prune'],
        ['--max-unused', '5%'],
      ] as const
    ).map((flags): [string[], string] => [
      ['forget', '--archives', '/a', '--keep-last', '1', ...flags],
      'Cannot use both --archives and --',
    ]),
    ...(
      [
        ['--from-repo', '/y'],
        ['--from-repository-file', '/y'],
        ['--from-password-file', '/y'],
        ['--from-password-command', 'true'],
        ['--from-key-hint', '1a'],
      ] as const
    ).map(([flag, value]): [string[], string] => [
      ['init', '--no-recovery-key', flag, value],
      `Cannot use ${flag} alone: expected --copy-chunker-params with it`,
    ]),
    [['find', ''], 'Cannot find "": it is empty, expected a pattern'],
    [['find', 'a', ''], 'Cannot find ""'],
    [['backup', '/x', '--no-first-pass'], '--no-first-pass without --stop or --app'],
    [['backup', '/x', '--no-first-pass', '--before', 'true'], '--no-first-pass without --stop or --app'],
    [['backup', '/x', '--spool-size', '1g'], '--spool-size without --stop, --before or --app'],
    ...(
      [
        ['--engine', 'podman'],
        ['--memory', '1g'],
        ['--cpus', '1'],
        ['--processes', '99'],
        ['--init-limit', '2m'],
      ] as const
    ).map(([flag, value]): [string[], string] => [
      ['drill', flag, value],
      `Cannot use ${flag} without --image: expected both`,
    ]),
    [['drill', '--evidence', '/e', '--no-evidence'], 'both --evidence and --no-evidence are given'],
    [['drill', '--no-evidence', '--evidence', '/e'], 'both --evidence and --no-evidence are given'],
    [['drill', '--no-evidence', '--signing-key', 'k'], 'both --signing-key and --no-evidence'],
    [['init', '--recovery-key', '--no-recovery-key'], 'both --recovery-key and --no-recovery-key'],
    [['explain', 'x', '--sheet', '--no-sheet'], 'both --sheet and --no-sheet'],
    [['restore', 'latest', '--verify', '--no-verify', '--target', '/x'], 'both --verify and --no-verify'],
    [['key', 'add', '--recovery', '--new-password-file', 'p'], 'both --recovery and --new-password-file'],
    [['key', 'add', '--recovery', '--user', 'ann'], 'both --recovery and --user'],
    ...(
      [
        ['-g', 'host'],
        ['--max-age', '30h'],
        ['--shrunken-below', '9%'],
        ['--on-frozen', 'warn'],
        ['--unsafe-allow-remove-all'],
        ['--not-after', '2026-11-21'],
      ] as const
    ).map((flags): [string[], string] => [
      ['forget', '1a2b3c4d', ...flags],
      'is given, and "1a2b3c4d" is named, expected one of them',
    ]),
    [['forget', '--archives', '/a', 'x', '--max-age', '30h'], '--max-age is given, and "x" is named'],
    [['forget', '--archives', '/a'], 'no policy is given, and no archive is named'],
    [['forget', '--archives', '', '--keep-last', '1'], '--archives is empty, expected <location>'],
  ])('%j', async (args, message) => {
    const { status, stderr } = await holdfast(args, { env });
    expect(stderr).toContain(message);
    expect(status).not.toBe(0);
  });
});
