/** The example application: a small ticket shop, with files as a real one has them, and a database that never rests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createCipheriv, createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  copyFileSync,
  linkSync,
  lutimesSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fromText } from '../../src/bytestring.ts';
import { quote, quoteAll } from '../../src/hosts/quote.ts';

/** How much of the shop there is. */
export interface ShopSize {
  readonly posters: number;
  readonly videoBytes: number;
}

export const FULL_SHOP: ShopSize = { posters: 1200, videoBytes: 16 * 1024 * 1024 };
export const SMALL_SHOP: ShopSize = { posters: 150, videoBytes: 6 * 1024 * 1024 };

/** Names that real trees hold and that backups have stumbled over; bytes, because one isn't UTF-8. */
const ODD_NAMES: readonly (string | Buffer)[] = [
  'Preisliste – Größe Ü.txt',
  '入場券 🎫.txt',
  ' leading and trailing space ',
  'two\nlines',
  'quote\'s "and" $(reboot) `id`.txt',
  '-rf',
  '*',
  '::error::not a command',
  'tab\tand\u001b[31mred',
  '\\x41 is not A',
  Buffer.from('caf\xe9, in Latin-1', 'latin1'),
  `${'long '.repeat(50)}name`,
];

/** The shop's folder, and where its parts are. */
export class Shop {
  readonly folder: string;
  readonly liveDatabase: string;
  readonly databaseCopy: string;
  /** The shell command that makes the copy: what a backup runs before it reads. */
  readonly copyCommand: string;

  constructor(folder: string) {
    this.folder = folder;
    this.liveDatabase = join(folder, 'data/live/shop.sqlite');
    this.databaseCopy = join(folder, 'data/copy/shop.sqlite');
    this.copyCommand = quote(fromText(join(folder, 'bin/copy-database')));
  }

  create(size: ShopSize): void {
    for (const name of [
      'bin',
      'config',
      'uploads',
      'notes',
      'data/live',
      'data/copy',
      'releases/1',
      'releases/2',
    ]) {
      mkdirSync(join(this.folder, name), { recursive: true });
    }
    this.#createPrograms();
    this.#createConfig();
    this.#createUploads(size);
    this.#createNotes();
    this.#createLinks();
    chmodSync(join(this.folder, 'uploads'), 0o2775);
    mkdirSync(join(this.folder, 'empty'), { mode: 0o700 });
  }

  /** A day in the shop's life: something is added, changed, moved, removed. */
  change(): void {
    const at = (name: string) => join(this.folder, name);
    appendFileSync(at('config/shop.toml'), 'sale = true\n');
    writeFileSync(at('notes/new today.txt'), 'Restock the foyer.\n');
    renameSync(at('uploads/poster-003.jpg'), at('uploads/poster-003 (old).jpg'));
    rmSync(at('uploads/poster-004.jpg'));
    writeFileSync(at('uploads/poster-new.jpg'), noise('poster-new', 200_000));
    patch(at('uploads/trailer.mp4'), 1_000_000, 'a corrected title in the middle of a large file');
  }

  #createPrograms(): void {
    const sources = new URL('shop/', import.meta.url);
    for (const name of ['sell.mts', 'copy-database.mts']) {
      copyFileSync(new URL(name, sources), join(this.folder, 'bin', name));
    }
    const words = [
      process.execPath,
      join(this.folder, 'bin/copy-database.mts'),
      this.liveDatabase,
      this.databaseCopy,
    ];
    const script = `#!/bin/sh\nNODE_NO_WARNINGS=1 exec ${quoteAll(words.map(fromText))}\n`;
    writeFileSync(join(this.folder, 'bin/copy-database'), script, { mode: 0o755 });
  }

  #createConfig(): void {
    writeFileSync(join(this.folder, 'config/shop.toml'), 'name = "Kleines Theater"\nseats = 120\n');
    writeFileSync(join(this.folder, 'config/payment.key'), noise('key', 48), { mode: 0o400 });
    utimesSync(join(this.folder, 'config/payment.key'), 0, -86_400.25); // before 1970, as unpacked archives have it
  }

  #createUploads({ posters, videoBytes }: ShopSize): void {
    for (let i = 0; i < posters; i++) {
      const name = `poster-${String(i).padStart(3, '0')}.jpg`;
      writeFileSync(join(this.folder, 'uploads', name), noise(name, 10_000 + ((i * 7919) % 150_000)));
    }
    writeFileSync(join(this.folder, 'uploads/trailer.mp4'), noise('trailer', videoBytes));
    writeFileSync(join(this.folder, 'uploads/empty.txt'), '');
  }

  #createNotes(): void {
    for (const [i, name] of ODD_NAMES.entries()) {
      writeFileSync(
        Buffer.concat([Buffer.from(`${join(this.folder, 'notes')}/`), Buffer.from(name)]),
        `note ${i}\n`,
      );
    }
  }

  #createLinks(): void {
    const at = (name: string) => join(this.folder, name);
    writeFileSync(at('releases/2/VERSION'), '2.0\n');
    symlinkSync('releases/2', at('current'));
    symlinkSync('/nowhere/at all', at('dangling'));
    lutimesSync(at('dangling'), 1_000_000_000.125, 1_000_000_000.125);
    linkSync(at('releases/2/VERSION'), at('releases/1/VERSION')); // one file under two names
  }
}

/** A shop that sells: the writer process, and the last order that it has committed for certain. */
export class Seller {
  readonly #process: ChildProcess;
  lastOrder = 0;

  constructor(shop: Shop) {
    this.#process = spawn(process.execPath, [join(shop.folder, 'bin/sell.mts'), shop.liveDatabase], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    });
    const { stdout } = this.#process;
    if (stdout !== null) createInterface(stdout).on('line', (line) => (this.lastOrder = Number(line)));
  }

  /** By itself, or by a signal: Ctrl-C reaches it, too. */
  get #hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** Resolves when order `number` is committed. @throws If the shop ends before. */
  async sold(number: number): Promise<void> {
    while (this.lastOrder < number) {
      if (this.#hasEnded) {
        const { exitCode, signalCode } = this.#process;
        throw new Error(`The shop ended with ${exitCode ?? signalCode}.`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Pulls the plug: no goodbye, as in a real disaster. Idempotent. */
  async kill(): Promise<void> {
    if (this.#hasEnded) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
  }
}

/** Bytes that don't compress, the same on every run. */
function noise(seed: string, length: number): Buffer {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

function patch(file: string, position: number, text: string): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, text, position);
  closeSync(descriptor);
}
