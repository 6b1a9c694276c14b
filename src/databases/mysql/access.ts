import { type ByteString, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import type { Product } from './product.ts';

export type Tls = 'preferred' | 'off' | 'required' | 'verified';

/** How a server is reached from the host that the tools run on. */
export interface MysqlAccess {
  /** A name or an address; null: what the client takes by default, a socket. */
  readonly host: string | null;
  readonly port: string | null;
  readonly socket: string | null;
  readonly user: string | null;
  /** Null: none is given; the host's own option files (~/.my.cnf), or a way without one, serve. */
  readonly password: string | null;
  readonly tls: Tls;
  /** File of the host with the certificates to trust. */
  readonly tlsCa: string | null;
  /** Folder of the tools; null: what PATH has. */
  readonly toolFolder: string | null;
}

/** A tool that is to run, with the input that it must be given first. */
export interface ToolCall {
  readonly script: string;
  readonly input: Buffer;
}

/**
 * A shell script that runs `tool` with `args`. The password is on no command line and in no file: the script reads it from
 * its stdin into the tools' own variable, which only the same user and root can see. An option file of the host would count
 * more than that variable: with a password of ours none is read.
 */
export function toolCall(
  access: MysqlAccess,
  tool: { readonly path: string; readonly product: Product },
  args: readonly ByteString[],
): ToolCall {
  const { password } = access;
  const setup = password === null ? '' : 'IFS= read -r MYSQL_PWD || exit 1\nexport MYSQL_PWD\n';
  const words = [
    tool.path,
    ...(password === null ? [] : ['--no-defaults']),
    ...connectionArgs(access, tool.product),
  ].map(fromText);
  return {
    script: `${setup}exec ${quoteAll([...words, ...args])}`,
    input: password === null ? Buffer.alloc(0) : Buffer.from(`${password}\n`, 'utf8'),
  };
}

function connectionArgs(access: MysqlAccess, product: Product): string[] {
  const { host, port, socket, user } = access;
  return [
    ...(host === null ? [] : [`--host=${host}`]),
    // `localhost` with a port would be the socket all the same.
    ...(port === null ? [] : [`--port=${port}`, '--protocol=tcp']),
    ...(socket === null ? [] : [`--socket=${socket}`, '--protocol=socket']),
    ...(user === null ? [] : [`--user=${user}`]),
    ...tlsArgs(access, product),
  ];
}

function tlsArgs({ tls, tlsCa }: MysqlAccess, product: Product): string[] {
  const ca = tlsCa === null ? [] : [`--ssl-ca=${tlsCa}`];
  if (product === 'mysql') {
    const modes = { preferred: null, off: 'DISABLED', required: 'REQUIRED', verified: 'VERIFY_IDENTITY' };
    const mode = modes[tls];
    return [...ca, ...(mode === null ? [] : [`--ssl-mode=${mode}`])];
  }
  if (tls === 'required') {
    throw new HoldfastError(
      'bad-input',
      'Cannot use tls=required with the client of MariaDB: it sends the password also to a server without TLS, expected tls=verified. ' +
        'Say that, with tls-ca=/file for a certificate of your own.',
    );
  }
  const words = {
    preferred: [],
    off: ['--skip-ssl'],
    verified: ['--ssl', '--ssl-verify-server-cert'],
  };
  return [...ca, ...words[tls]];
}

/** A folder's tool, or PATH's: the first of `names` that is there, as a line `path NUL`, then what it says of its version. */
export function findScript(names: readonly string[], folder: string | null): string {
  const candidates = names.map((name) =>
    folder === null ? `"$(command -v ${name})"` : quote(fromText(`${folder}/${name}`)),
  );
  return (
    `for t in ${candidates.join(' ')}; do ` +
    '[ -x "$t" ] && printf \'%s\\0\' "$t" && exec "$t" --no-defaults --version; done; exit 127'
  );
}
