import { connect as connectTcp, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import ssh2, {
  type AnyAuthMethod,
  type CipherAlgorithm,
  type Client,
  type ServerHostKeyAlgorithm,
} from 'ssh2';
import { displayText } from '../bytestring.ts';
import type { HoldfastError } from '../errors.ts';
import type { ConnectTimings } from './connect-options.ts';
import { BEATS_BEFORE_SILENT } from './shell-host.ts';
import {
  connectFailure,
  connectingCancelled,
  connectionLost,
  handshakeFailure,
  noAnswer,
  silent,
  unreachable,
} from './ssh-errors.ts';

/** Where a connection goes and what the other side must prove. */
export interface Hop {
  /** `ssh://user@host:port` */
  readonly name: string;
  readonly user: string;
  readonly host: string;
  readonly port: number;
}

export interface OpenOptions {
  readonly hop: Hop;
  /** Null: over TCP. */
  readonly through: SshConnection | null;
  readonly hostKeyAlgorithms: readonly ServerHostKeyAlgorithm[];
  /** Throws the reason why the host key isn't trusted. */
  readonly verifyHostKey: (blob: Buffer) => void;
  readonly login: readonly AnyAuthMethod[];
  readonly timings: ConnectTimings;
  /** When the attempt, all hops of it, has failed. By performance.now(). */
  readonly deadlineMs: number;
  readonly signal: AbortSignal | undefined;
}

/** An authenticated connection to one host. */
export class SshConnection {
  readonly client: Client;
  /** Aborts, with a HoldfastError as its reason, when the connection is lost or closed. */
  readonly lost: AbortSignal;
  readonly #stream: Duplex;

  private constructor(client: Client, stream: Duplex, lost: AbortSignal) {
    this.client = client;
    this.lost = lost;
    this.#stream = stream;
  }

  /**
   * @throws HoldfastError host-unreachable, host-silent, cancelled, what `verifyHostKey` throws.
   * @throws NoSuchHostKeyError, LoginRefusedError
   */
  static async open(options: OpenOptions): Promise<SshConnection> {
    const stream = await openStream(options);
    const client = new ssh2.Client();
    client.on('error', () => undefined); // each step has a listener of its own; what comes between must not crash
    try {
      await shakeHands(client, stream, options);
    } catch (error) {
      stream.destroy();
      throw error;
    }
    return new SshConnection(client, stream, watch(client, stream, options));
  }

  /** Idempotent. */
  close(): void {
    this.client.end();
    setTimeout(() => this.#stream.destroy(), FAREWELL_MS).unref();
  }
}

/** For the other side to take our goodbye. */
const FAREWELL_MS = 500;

/** Aborts when `client`'s connection is lost: closed, failed, or without a byte for too long. */
function watch(client: Client, stream: Duplex, { hop, timings }: OpenOptions): AbortSignal {
  const lost = new AbortController();
  const lose = (error: HoldfastError) => {
    clearInterval(timer);
    lost.abort(error);
    stream.destroy();
  };
  let silentBeats = 0;
  const timer = setInterval(() => {
    silentBeats++;
    if (silentBeats > BEATS_BEFORE_SILENT) lose(silent(hop.name, timings.silentAfterMs));
  }, timings.silentAfterMs / BEATS_BEFORE_SILENT).unref();
  stream.on('data', () => {
    silentBeats = 0;
  });
  client.on('error', (error) => lose(connectionLost(hop.name, error)));
  client.on('close', () => lose(connectionLost(hop.name, null)));
  return lost.signal;
}

/** The byte stream that SSH runs on: TCP, or a channel through another connection. */
function openStream(options: OpenOptions): Promise<Duplex> {
  const { through } = options;
  return through === null ? openTcp(options) : openForwarded(options, through);
}

/** A timer of 0 would stand for none. */
function leftMs({ deadlineMs }: OpenOptions): number {
  return Math.max(1, deadlineMs - performance.now());
}

/** Some packets: of those that aren't whole yet, ssh2 makes copies. */
const SOCKET_READ_BYTES = 256 * 1024;

/**
 * Connections of which ssh2 keeps nothing of what it was given: with AES-GCM everything is decrypted, which copies it, before
 * the next comes. ChaCha20-Poly1305 waits for a packet's MAC, and the handshake's packets are kept. All that isn't kept is
 * read into the same memory.
 */
const decryptsAtOnce = new WeakSet<Duplex>();

function openTcp(options: OpenOptions): Promise<Socket> {
  const { hop, timings, signal } = options;
  return new Promise((resolve, reject) => {
    const onread = {
      buffer: Buffer.allocUnsafeSlow(SOCKET_READ_BYTES),
      callback: (bytes: number, buffer: Uint8Array): boolean => {
        const read = buffer.subarray(0, bytes);
        socket.emit('data', decryptsAtOnce.has(socket) ? read : Buffer.from(read));
        return true;
      },
    };
    const socket = connectTcp({ host: hop.host, port: hop.port, noDelay: true, onread });
    const fail = (error: Error) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      socket.on('error', () => undefined).destroy();
      reject(error);
    };
    const onAbort = () => fail(connectingCancelled(hop.name));
    const timer = setTimeout(() => fail(noAnswer(hop.name, timings)), leftMs(options));
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    socket.once('error', (error) => fail(connectFailure(hop.name, error)));
    socket.once('connect', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}

function openForwarded(options: OpenOptions, through: SshConnection): Promise<Duplex> {
  const { hop, timings } = options;
  return new Promise((resolve, reject) => {
    const fail = (error: HoldfastError) => {
      clearTimeout(timer);
      through.lost.removeEventListener('abort', onLost);
      reject(error);
    };
    const onLost = () => fail(through.lost.reason);
    const timer = setTimeout(() => fail(noAnswer(hop.name, timings)), leftMs(options));
    through.lost.addEventListener('abort', onLost, { once: true });
    through.client.forwardOut('127.0.0.1', 0, hop.host, hop.port, (error, channel) => {
      if (error !== undefined) return fail(unreachable(hop.name, `the jump host says "${saidBy(error)}"`));
      clearTimeout(timer);
      through.lost.removeEventListener('abort', onLost);
      resolve(channel);
    });
  });
}

function saidBy(error: Error): string {
  return displayText(error.message.replace(/^\(SSH\) Channel open failure: /, ''));
}

/** Key exchange, the host's key, our login. */
function shakeHands(client: Client, stream: Duplex, options: OpenOptions): Promise<void> {
  const { hop, timings, signal } = options;
  return new Promise((resolve, reject) => {
    let untrusted: unknown;
    let takes: readonly string[] = [];
    const login = options.login.values();
    const settle = (action: () => void) => {
      signal?.removeEventListener('abort', onAbort);
      client.removeListener('error', onError).removeListener('close', onClose);
      action();
    };
    const onAbort = () => settle(() => reject(connectingCancelled(hop.name)));
    const onError = (error: Error & { level?: string }) => {
      if (error.level === 'agent') return; // no answer from it: the next way to log in is tried
      settle(() => reject(untrusted ?? handshakeFailure(hop.name, error, takes)));
    };
    const onClose = () => onError(new Error('connection closed'));
    signal?.addEventListener('abort', onAbort, { once: true });
    client.on('error', onError).on('close', onClose);
    let isGcm = false;
    client.on('handshake', ({ sc }) => {
      isGcm = sc.cipher.endsWith('-gcm@openssh.com');
      if (!isGcm) decryptsAtOnce.delete(stream);
    });
    client.once('ready', () => {
      if (isGcm) decryptsAtOnce.add(stream);
      settle(resolve);
    });
    client.connect({
      sock: stream,
      username: hop.user,
      authHandler: (left: readonly string[] | null) => {
        takes = left ?? takes; // nothing was refused yet
        return login.next().value ?? false;
      },
      readyTimeout: leftMs(options),
      keepaliveInterval: Math.ceil(timings.silentAfterMs / BEATS_BEFORE_SILENT),
      keepaliveCountMax: Number.MAX_SAFE_INTEGER, // any byte is a sign of life, not only the answer: see `watch`
      algorithms: { cipher: CIPHERS, serverHostKey: [...options.hostKeyAlgorithms] },
      hostVerifier: (key: Buffer) => {
        try {
          options.verifyHostKey(key);
          return true;
        } catch (error) {
          untrusted = error;
          return false;
        }
      },
    });
  });
}

/** AES-GCM first: with the processor's help it is several times as fast as the rest. */
const CIPHERS: CipherAlgorithm[] = [
  'aes256-gcm@openssh.com',
  'aes128-gcm@openssh.com',
  'chacha20-poly1305@openssh.com',
  'aes256-ctr',
  'aes192-ctr',
  'aes128-ctr',
];
