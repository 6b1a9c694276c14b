/**
 * What stock restic has and the commands of the same name here lack, and why: told to who tries it.
 * docs/how-to/coming-from-restic.md lists the same.
 */

const NO_LIMIT = 'what bounds a transfer is the host and the storage';
const NO_TLS_CHOICE = 'a storage is always asked for a certificate that `--cacert` or the system believes';
const TROUBLESHOOTING = 'stock restic does it on the same repository, for troubleshooting';
const NOT_EMPTY = 'an empty password is no password: a repository needs one';
const STREAM = 'contents come from the host’s own tar, in one stream';
const WHOLE = 'a check is of the whole repository';
const STDIN = "`holdfast dump-db 'command:NAME=COMMAND'` saves what a command prints";

/** Long flags without their dashes. One that only some command has is absent. */
export const ABSENT_FLAGS: Readonly<Record<string, string>> = {
  'http-user-agent': 'the storage is told what the client is',
  'insecure-tls': NO_TLS_CHOICE,
  'limit-download': NO_LIMIT,
  'limit-upload': NO_LIMIT,
  'stuck-request-timeout': 'it is always a minute',
  'tls-client-cert': 'S3 knows who asks by the access key',
  'from-insecure-no-password': NOT_EMPTY,
  'insecure-no-password': NOT_EMPTY,
  'new-insecure-no-password': NOT_EMPTY,
  'no-extra-verify': 'what is written is always verified',
  'no-scan': 'there is no scan of its own: files are read while the host is still listing',
  'read-concurrency': STREAM,
  'with-atime': 'access times are not saved',
  stdin: STDIN,
  'stdin-filename': STDIN,
  'stdin-from-command': STDIN,
  'exclude-xattr': 'all extended attributes are restored',
  'include-xattr': 'all extended attributes are restored',
  ncdu: '`ls --json` has all that it would show',
  blob: TROUBLESHOOTING,
  pack: TROUBLESHOOTING,
  'show-pack-id': TROUBLESHOOTING,
  tree: TROUBLESHOOTING,
  'unsafe-recover-no-free-space':
    'indexes are never removed before their successors are there; `--max-repack-size 0` needs next to no room',
};

/** The same for flags that other commands do have. */
export const ABSENT_FROM: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  check: { host: WHOLE, path: WHOLE, tag: WHOLE },
};

/** Commands of restic's that we don't have. */
export const ABSENT_COMMANDS: readonly string[] = [
  'cat',
  'list',
  'migrate',
  'mount',
  'rebuild-index',
  'recover',
  'repair',
  'rewrite',
  'stats',
  'tag',
];

/**
 * What to tell about an unknown flag or command that is restic's, or null if it is none.
 * @param message commander's.
 * @param command The one that was called.
 */
export function adviceOnUnknown(message: string, command: string): string | null {
  const [, flag] = /^unknown option '(-[^'=]*)/.exec(message) ?? [];
  if (flag !== undefined) {
    const name = flag.replace(/^--/, '');
    const reason = ABSENT_FROM[command]?.[name] ?? ABSENT_FLAGS[name];
    return reason === undefined ? null : `This flag of restic’s is absent here: ${reason}.`;
  }
  const [, verb] = /^unknown command '([^']*)/.exec(message) ?? [];
  if (verb === undefined || !ABSENT_COMMANDS.includes(verb)) return null;
  return `Stock restic does it: \`restic ${verb}\` on the same repository, with the same password.`;
}
