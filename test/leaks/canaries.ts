import { randomBytes } from 'node:crypto';
import { display, fromText } from '../../src/bytestring.ts';

/** A secret that was found where it may not be. */
export interface Leak {
  /** What the secret is, never the secret. */
  readonly secret: string;
  /** `plain`, `base64` … */
  readonly form: string;
  /** `environment of ssh (12)`, `summary` … */
  readonly place: string;
}

interface Needle {
  readonly secret: string;
  readonly form: string;
  readonly bytes: Buffer;
}

/** Shorter pieces of a secret would be found by chance. */
const SHORTEST_PIECE = 12;

/** Secrets that stand nowhere else in the world, and every form in which one may leak. */
export class Canaries {
  readonly #secrets = new Map<string, string>();
  readonly #needles: Needle[] = [];

  /** A new secret of one line, with characters in it that each way of writing it turns into something else. */
  plant(name: string): string {
    return this.add(name, `${canaryWord()} "\\+/%&=ü'$ >>>>>??????? ${canaryWord()}`);
  }

  /** A secret that exists already: each line of it, and the first and last part of each, is one. */
  add(name: string, secret: string): string {
    this.#secrets.set(name, secret);
    const known = new Set<string>(); // many forms of a plain word are the word
    for (const piece of piecesOf(secret)) {
      for (const [form, bytes] of formsOf(piece)) {
        if (!known.has(bytes.toString('latin1'))) this.#needles.push({ secret: name, form, bytes });
        known.add(bytes.toString('latin1'));
      }
    }
    return secret;
  }

  /** Secrets in `text`, each form once. */
  find(text: string | Uint8Array, place: string): Leak[] {
    const bytes = Buffer.from(text as Uint8Array);
    const found = new Map<string, Leak>();
    for (const { secret, form, bytes: needle } of this.#needles) {
      if (bytes.includes(needle)) found.set(`${secret}\0${form}`, { secret, form, place });
    }
    return [...found.values()];
  }

  /** The lines of a secret that a log must never show: private keys have fences, which it may. */
  linesOf(name: string): string[] {
    return linesOf(this.#secrets.get(name) ?? '');
  }
}

function canaryWord(): string {
  return `cnry${randomBytes(10).toString('hex')}`;
}

function linesOf(secret: string): string[] {
  return secret
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= 4 && !line.startsWith('-----'));
}

/** The first line of every OpenSSH key begins alike. */
const COMMON_BEGINNING = /^b3BlbnNzaC1rZXktdjE/;

function piecesOf(secret: string): Set<string> {
  const lines = linesOf(secret).filter((line) => !COMMON_BEGINNING.test(line));
  const pieces = lines.flatMap((line) => [line, line.slice(0, 24), line.slice(-24)]);
  if (secret.includes('\n')) pieces.push(secret);
  return new Set(pieces.filter((piece) => piece.length >= SHORTEST_PIECE));
}

function formsOf(piece: string): [form: string, bytes: Buffer][] {
  const bytes = Buffer.from(piece);
  const texts: [string, string][] = [
    ['plain', piece],
    ['JSON', JSON.stringify(piece).slice(1, -1)],
    ['URL', encodeURIComponent(piece)],
    ['form', new URLSearchParams([['', piece]]).toString().slice(1)],
    ['hex', bytes.toString('hex')],
    ['HEX', bytes.toString('hex').toUpperCase()],
    ['escaped', display(fromText(piece))],
    ['shell word', piece.replaceAll("'", `'\\''`)],
    ['reversed', Array.from(piece).reverse().join('')],
    ...base64Forms(bytes),
  ];
  return [
    ...texts.map(([form, text]): [string, Buffer] => [form, Buffer.from(text)]),
    ['UTF-16', Buffer.from(piece, 'utf16le')],
  ];
}

/** What stands in the base64 of anything that holds `bytes`, at each of the three places where it may begin. */
function base64Forms(bytes: Buffer): [string, string][] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const sure = whole.slice(Math.ceil((before * 8) / 6), (before + bytes.length) % 3 === 0 ? undefined : -1);
    return [
      ['base64', sure] as [string, string],
      ['base64url', sure.replaceAll('+', '-').replaceAll('/', '_')] as [string, string],
    ];
  });
}
