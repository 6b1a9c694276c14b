import { type ByteString, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { type Output, runToEnd } from '../../hosts/output.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import { ToolMessages } from '../tool-output.ts';
import type { DoltAccess, DoltChoices, FolderAccess } from './choices.ts';

/** Names and hashes; a database with more branches and tables than that fill isn't one we ask about. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;

/** A row that was selected: what is NULL is missing. */
export type Row = Readonly<Record<string, string>>;

/**
 * Asks Dolt, by `dolt sql` on a host. The password is on no command line and in no file: the shell reads it from its stdin
 * into the tool's own variable. What is asked follows it there.
 */
export class DoltClient {
  readonly host: Host;
  readonly signal: AbortSignal;
  readonly #toolFolder: string | null;
  readonly #access: DoltAccess;

  constructor(
    host: Host,
    { toolFolder, access }: Pick<DoltChoices, 'toolFolder' | 'access'>,
    signal: AbortSignal,
  ) {
    this.host = host;
    this.signal = signal;
    this.#toolFolder = toolFolder;
    this.#access = access;
  }

  /** Whether it opens a folder, whose server (if one runs there) is of the same tool. */
  get isOnFolder(): boolean {
    return 'dataFolder' in this.#access;
  }

  /** The same tool on a folder of databases of our own, which no server knows. */
  ofFolder(dataFolder: string): DoltClient {
    return new DoltClient(this.host, { toolFolder: this.#toolFolder, access: { dataFolder } }, this.signal);
  }

  /** The same, under another signal: what is to be put right after a cancelled run. */
  under(signal: AbortSignal): DoltClient {
    return new DoltClient(this.host, { toolFolder: this.#toolFolder, access: this.#access }, signal);
  }

  /**
   * Runs `statements` in one session and gives the rows that they select, in order. The first error ends it.
   * @throws HoldfastError command-failed with Dolt's own words: `what` it was to do, ready to show.
   */
  async query(what: string, statements: readonly string[]): Promise<Row[]> {
    const args = [...this.#accessArgs(), 'sql', '-r', 'json'];
    const output = await this.#run(args, `${statements.join(';\n')};\n`);
    if (!isSuccess(output.exit)) throw this.#failed(what, output);
    const rows = rowsIn(output.stdout.toString('utf8'));
    if (rows !== null) return rows;
    throw new HoldfastError(
      'command-failed',
      `Cannot ${what} on "${this.host.name}": dolt answers something else than JSON. Look at what \`dolt sql -r json\` prints there.`,
    );
  }

  /** The same, as CSV with a line of names: the fields in the order in which they were selected. */
  async csv(what: string, statements: readonly string[]): Promise<string> {
    const output = await this.#run(
      [...this.#accessArgs(), 'sql', '-r', 'csv'],
      `${statements.join(';\n')};\n`,
    );
    if (!isSuccess(output.exit)) throw this.#failed(what, output);
    return output.stdout.toString('utf8');
  }

  /** Runs a command of `dolt` in the folder `folder`. @throws HoldfastError command-failed. */
  async run(what: string, folder: string, args: readonly string[]): Promise<string> {
    const output = await this.#run(args, '', folder);
    if (!isSuccess(output.exit)) throw this.#failed(what, output);
    return output.stdout.toString('utf8');
  }

  #accessArgs(): string[] {
    const access = this.#access;
    if ('dataFolder' in access) return folderArgs(access);
    const { host, port, user, tls } = access;
    return ['--host', host, '--port', port, '--user', user, ...(tls ? [] : ['--no-tls'])];
  }

  #run(args: readonly string[], input: string, folder = '/'): Promise<Output> {
    const access = this.#access;
    const isServer = 'host' in access && args.includes('--host');
    const script = [
      ...(isServer ? ['IFS= read -r password || exit 1'] : []),
      findDolt(this.#toolFolder),
      settings('dataFolder' in access ? (access.root ?? null) : null),
      `cd ${quote(fromText(folder))} || exit 1`,
      // In no other program's environment: those that make and remove a folder for it have no need of it.
      `${isServer ? 'DOLT_CLI_PASSWORD=$password ' : ''}"$dolt" ${quoteAll(args.map(fromText))}`,
    ].join('\n');
    return runToEnd(this.host, script, {
      stdin: Buffer.from(isServer ? `${access.password}\n${input}` : input, 'utf8'),
      limitBytes: MAX_ANSWER_BYTES,
      signal: this.signal,
    });
  }

  #failed(what: string, { exit, stderr, stdout }: Output): HoldfastError {
    const messages = new ToolMessages(['password' in this.#access ? this.#access.password : '']);
    for (const line of `${stderr.toString('latin1')}\n${errorsIn(stdout)}`.split('\n')) {
      const plain = line.replace(NOISE, '').replace(PASSWORD_HASH, "AS '***'");
      messages.add(plain.replace(PASSWORD_IN_URL, '$1:***@') as ByteString);
    }
    return new HoldfastError(
      'command-failed',
      `Cannot ${what} on "${this.host.name}": dolt ${endedWith(exit)}${messages.shown}.${adviceFor(messages.shown)}`,
    );
  }
}

/** Some of Dolt's errors stand on stdout. */
function errorsIn(stdout: Buffer): string {
  return stdout
    .toString('latin1')
    .split('\n')
    .filter((line) => /error|fail|denied/i.test(line) && !line.startsWith('{'))
    .join('\n');
}

function folderArgs({ dataFolder, privilegeFile = null, branchControlFile = null }: FolderAccess): string[] {
  return [
    '--data-dir',
    dataFolder,
    ...(privilegeFile === null ? [] : ['--privilege-file', privilegeFile]),
    ...(branchControlFile === null ? [] : ['--branch-control-file', branchControlFile]),
  ];
}

/** What stands before the error itself, without a space between. */
const NOISE = /^failed to initialize commit identity session variables from environment: /;

/** Dolt tells the statement that failed. */
const PASSWORD_HASH = /\bAS '(?:[^']|'')*'/g;

/** Of a remote. */
const PASSWORD_IN_URL = /(\b[a-z+]+:\/\/[^\s/@:]*):[^\s/@]*@/gi;

function adviceFor(text: string): string {
  if (text.includes('TLS requested but')) return ' If it is meant to speak without TLS: ?tls=false.';
  if (text.includes('command denied')) return ' Backups are for administrators: a user with SUPER.';
  if (text.includes('correct permissions on branch'))
    return ' Branch control forbids it: give the user a rule in dolt_branch_control.';
  if (text.includes('Access denied')) return ' Name the user in the URL, and set HOLDFAST_DATABASE_PASSWORD.';
  if (text.includes('dolt is not there')) return '';
  if (/no space left on device/i.test(text))
    return ' Make room there, or name a staging folder on another disk (?staging=/folder).';
  if (text.includes('database is locked'))
    return ' Another dolt has it open: name the server instead of the folder.';
  return '';
}

/**
 * Dolt keeps a folder in the home of the account, which a service's may not even have: here it has one that goes again, unless its credentials are needed. Nothing of
 * what it counts is to leave the host on our behalf.
 */
function settings(root: string | null): string {
  const own = `DOLT_ROOT_PATH=$(mktemp -d) || exit 1; export DOLT_ROOT_PATH
trap 'rm -rf "$DOLT_ROOT_PATH"' EXIT; trap 'exit 143' HUP INT TERM`;
  return `export DOLT_DISABLE_EVENT_FLUSH=1
${root === null ? own : `export DOLT_ROOT_PATH=${quote(fromText(root))}`}`;
}

/** Sets `$dolt`. */
function findDolt(folder: string | null): string {
  if (folder !== null) {
    const dolt = quote(fromText(`${folder}/dolt`));
    return `dolt=${dolt}; [ -x "$dolt" ] || { echo "dolt is not there: ${folder === '' ? '' : 'look at the option bin'}" >&2; exit 127; }`;
  }
  return `dolt=$(command -v dolt) || for dolt in /usr/local/bin/dolt /opt/dolt/bin/dolt /opt/homebrew/bin/dolt; do [ -x "$dolt" ] && break; done
[ -x "$dolt" ] || { echo 'dolt is not there: install it, or name its folder: ?bin=/folder' >&2; exit 127; }`;
}

/** `{"rows": […]}` of each statement that selected something; null for anything else. */
function rowsIn(text: string): Row[] | null {
  const rows: Row[] = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('{"rows"')) continue;
    try {
      const answer = JSON.parse(line) as { rows?: Record<string, unknown>[] };
      for (const row of answer.rows ?? []) {
        rows.push(Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)])));
      }
    } catch {
      return null;
    }
  }
  return rows;
}
