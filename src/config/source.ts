import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { displayText } from '../bytestring.ts';
import type { Path, Position } from './finding.ts';
import { extremeIn } from './source-limits.ts';
import { firstError, syntaxText } from './syntax-words.ts';

/** Deeper than anything that a configuration or a workflow has. */
const MAX_DEPTH = 40;

/** What a decoder puts where bytes are no UTF-8, and other programs where they lost a character. A name with it is another name. */
const LOST = '\uFFFD';
const NOT_UTF8 =
  'what stands here is no text in UTF-8, or was lost before (U+FFFD): a path or a name would be another one';

/** A YAML file as plain data, with where each part of it stands. Nothing in it was expanded or run. */
export interface Source {
  readonly file: string;
  /** Maps are objects without a prototype; empty where nothing could be read. */
  readonly value: unknown;
  readonly faults: readonly SourceFault[];
  /** Where the value at `path` stands, or the nearest part above it that is there. */
  at(path: Path): Position;
  /** The same of its key. */
  keyAt(path: Path): Position;
}

/** Why a file, or a part of it, is not read. */
export interface SourceFault {
  readonly kind: 'syntax' | 'yaml-trick';
  readonly at: Position;
  /** Escaped. */
  readonly what: string;
}

export interface Reading {
  /** A workflow may have anchors, as GitHub lets it; then they are left unresolved, and only what isn't read for that is said. */
  readonly tricks: 'refused' | 'ignored';
}

/**
 * Reads YAML 1.2 as data alone: anchors, aliases, merge keys and tags are never resolved, so that no text grows by
 * being read. Never throws for what the text holds.
 */
export function readSource(text: string, file: string, { tricks }: Reading = { tricks: 'refused' }): Source {
  const reader = new Reader(tricks === 'refused');
  const value = reader.read(text);
  return {
    file,
    value,
    faults: reader.faults,
    at: (path) => reader.positionOf(path, 'value'),
    keyAt: (path) => reader.positionOf(path, 'key'),
  };
}

interface Place {
  readonly key: number | null;
  readonly value: number | null;
  readonly children: Map<string | number, Place>;
}

class Reader {
  readonly faults: SourceFault[] = [];
  readonly #refuseTricks: boolean;
  /** Where something is told, by line and column: a stranger's file may have one at every third character. */
  readonly #told = new Set<string>();
  readonly #lines = new LineCounter();
  #root: Place = place(null, 0);

  constructor(refuseTricks: boolean) {
    this.#refuseTricks = refuseTricks;
  }

  read(text: string): unknown {
    const extreme = extremeIn(text);
    if (extreme !== null) {
      this.faults.push({ kind: 'syntax', at: { line: extreme.line, column: 1 }, what: extreme.what });
      return {};
    }
    const lost = this.#refuseTricks ? text.indexOf(LOST) : -1;
    if (lost !== -1) {
      const line = text.slice(0, lost).split('\n').length;
      this.faults.push({ kind: 'syntax', at: { line, column: 1 }, what: NOT_UTF8 });
      return {};
    }
    const document = this.#parse(text);
    if (document === null) return {};
    const error = firstError(document.errors);
    if (error !== undefined) this.#fault('syntax', error.pos[0], syntaxText(error, text));
    this.#root = place(null, document.contents?.range?.[0] ?? 0);
    return this.#valueOf(document.contents, this.#root, 0);
  }

  positionOf(path: Path, part: 'key' | 'value'): Position {
    let at = this.#root;
    for (const [i, step] of path.entries()) {
      const next = at.children.get(step);
      if (next === undefined) return this.#position(at.key ?? at.value);
      if (i === path.length - 1) {
        const [first, second] = part === 'key' ? [next.key, next.value] : [next.value, next.key];
        return this.#position(first ?? second);
      }
      at = next;
    }
    return this.#position(at.value);
  }

  /** The library works in recursion: text that is nothing but brackets ends its stack. */
  #parse(text: string): Document.Parsed | null {
    try {
      return parseDocument(text, {
        lineCounter: this.#lines,
        prettyErrors: false,
        version: '1.2',
        merge: false,
        uniqueKeys: false, // it compares each with each: a file of thousands would take minutes
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#fault('syntax', 0, 'it is nested too deeply');
      return null;
    }
  }

  #valueOf(node: Node | null, at: Place, depth: number): unknown {
    if (node === null || node === undefined) return null;
    const start = node.range?.[0] ?? 0;
    if (depth > MAX_DEPTH) {
      this.#fault('syntax', start, 'it is nested too deeply');
      return null;
    }
    if (isAlias(node)) {
      const what = `\`*${displayText(node.source)}\` is an alias`;
      // What it stands for is unread in a workflow, too.
      if (this.#refuseTricks) this.#trick(start, `${what} (text that begins with a star belongs in quotes)`);
      else this.#fault('yaml-trick', start, what);
      return null;
    }
    if ('anchor' in node && node.anchor) this.#trick(start, `\`&${displayText(node.anchor)}\` is an anchor`);
    if (node.tag !== undefined) this.#trick(start, 'a tag stands before the value');
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item, i) => this.#itemOf(item as Node, i, at, depth));
    return isMap(node) ? this.#mapOf(node, at, depth) : null;
  }

  #itemOf(item: Node, index: number, at: Place, depth: number): unknown {
    const below = place(null, item?.range?.[0] ?? null);
    at.children.set(index, below);
    return this.#valueOf(item, below, depth + 1);
  }

  #mapOf(map: YAMLMap, at: Place, depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = Object.create(null);
    for (const { key, value } of map.items as Pair<Node, Node | null>[]) {
      const start = key?.range?.[0] ?? 0;
      const name = isScalar(key) ? String(key.value ?? '') : null;
      if (name === '<<') this.#trick(start, '`<<` is a merge key');
      else if (name === null) this.#trick(start, 'a key is no plain text');
      else {
        if (Object.hasOwn(object, name))
          this.#fault('syntax', start, `the key \`${displayText(name)}\` is there already, expected it once`);
        const below = place(start, value?.range?.[0] ?? null);
        at.children.set(name, below);
        object[name] = this.#valueOf(value, below, depth + 1);
      }
    }
    return object;
  }

  #trick(offset: number, what: string): void {
    const { line, column } = this.#position(offset);
    if (this.#refuseTricks && !this.#told.has(`${line}:${column}`)) this.#fault('yaml-trick', offset, what);
  }

  #fault(kind: SourceFault['kind'], offset: number, what: string): void {
    const at = this.#position(offset);
    this.#told.add(`${at.line}:${at.column}`);
    this.faults.push({ kind, at, what });
  }

  #position(offset: number | null): Position {
    const { line, col } = this.#lines.linePos(offset ?? 0);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

function place(key: number | null, value: number | null): Place {
  return { key, value, children: new Map() };
}
