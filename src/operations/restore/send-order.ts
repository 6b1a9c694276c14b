import type { ByteString } from '../../bytestring.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { Node } from '../../repository/format/node.ts';
import { HardLinks } from './hard-links.ts';
import type { Need } from './need.ts';
import type { SourceChild, SourceFolder } from './source-folder.ts';

/** One tar member to be sent, at its path in the workspace. */
export interface SendItem {
  /**
   * `open`: a folder, before its contents, so that we may write in it. `close`: the same folder with what was saved
   * of it, after its contents. `link`: another name of the file at `first`.
   */
  readonly is: 'open' | 'close' | 'file' | 'link' | 'other';
  readonly path: ByteString;
  readonly node: Node;
  readonly first: ByteString | null;
}

/** Files whose contents are sorted by where they lie in the repository; what they need in memory is small. */
export const WINDOW_FILES = 20_000;
/** And their blobs, for files may have many. */
export const WINDOW_BLOBS = 200_000;

interface Place {
  readonly packOrdinal: number;
  readonly offset: number;
}

/** Where the content of `file` begins in what is restored; null for an empty one. */
export function placeIn(source: BlobSource, file: Node): Place | null {
  const [first] = file.content ?? [];
  if (first === undefined) return null;
  return source.filePlace === undefined ? source.blobPlace('data', first) : source.filePlace(file);
}

export interface SendOrderOptions {
  /** Where a file's content begins, to read each pack once; null if unknown. */
  readonly placeOf: (file: Node) => Place | null;
  /** Leave out the closing of folders: `closings` gives it. */
  readonly closesApart?: boolean | undefined;
}

interface Frame {
  readonly path: ByteString;
  readonly node: Node | null;
  readonly need: Need;
  readonly children: SourceChild[];
  next: number;
}

/**
 * What is sent of `root`, in an order that tar can unpack as it comes: a folder is opened before anything in it and
 * closed after everything in it; a link follows the file that it names. Between these, the files of one window are
 * sorted by pack.
 */
export async function* sendOrder(
  root: SourceFolder,
  need: Need,
  options: SendOrderOptions,
): AsyncGenerator<SendItem[]> {
  const window = new Window(options);
  const links = new HardLinks();
  const stack: Frame[] = [{ path: root.path, node: null, need, children: await root.children(), next: 0 }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = frame.children[frame.next++];
    if (child === undefined) {
      stack.pop();
      if (frame.node !== null && options.closesApart !== true) window.add(closing(frame.path, frame.node));
      continue;
    }
    const { node, folder } = child;
    const path = `${frame.path}/${node.name}` as ByteString;
    const first = links.firstName(node, path);
    const needed = frame.need === 'all' ? 'all' : frame.need.children.get(node.name);
    if (needed === undefined) continue;
    window.add({ is: kindOf(node, first), path, node, first });
    if (folder !== null) {
      stack.push({ path, node, need: needed, children: await folder.children(), next: 0 });
    }
    if (window.isFull) yield window.take();
  }
  yield window.take();
}

/** The closing of all folders that `sendOrder` opens, inner ones first. */
export async function* closings(root: SourceFolder, need: Need): AsyncGenerator<SendItem[]> {
  let window: SendItem[] = [];
  const stack: Frame[] = [{ path: root.path, node: null, need, children: await root.children(), next: 0 }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = frame.children[frame.next++];
    if (child === undefined) {
      stack.pop();
      if (frame.node !== null) window.push(closing(frame.path, frame.node));
      if (window.length < WINDOW_FILES) continue;
      yield window;
      window = [];
      continue;
    }
    const { node, folder } = child;
    const needed = frame.need === 'all' ? 'all' : frame.need.children.get(node.name);
    if (folder === null || needed === undefined) continue;
    const path = `${frame.path}/${node.name}` as ByteString;
    stack.push({ path, node, need: needed, children: await folder.children(), next: 0 });
  }
  yield window;
}

function closing(path: ByteString, node: Node): SendItem {
  return { is: 'close', path, node, first: null };
}

function kindOf(node: Node, first: ByteString | null): SendItem['is'] {
  if (node.type === 'dir') return 'open';
  if (node.type === 'file') return first === null ? 'file' : 'link';
  return 'other';
}

/** Items that are sent together, sorted. */
class Window {
  readonly #placeOf: SendOrderOptions['placeOf'];
  #items: Record<SendItem['is'], SendItem[]> = emptyItems();
  #blobs = 0;
  #count = 0;

  constructor({ placeOf }: SendOrderOptions) {
    this.#placeOf = placeOf;
  }

  add(item: SendItem): void {
    this.#items[item.is].push(item);
    this.#count++;
    if (item.is === 'file') this.#blobs += item.node.content?.length ?? 0;
  }

  get isFull(): boolean {
    return this.#count >= WINDOW_FILES || this.#blobs >= WINDOW_BLOBS;
  }

  take(): SendItem[] {
    const { open, file, link, other, close } = this.#items;
    this.#items = emptyItems();
    this.#blobs = 0;
    this.#count = 0;
    return [...open, ...this.#byPack(file), ...other, ...link, ...close];
  }

  /** Empty files, and those whose blobs nobody knows, come first. */
  #byPack(files: readonly SendItem[]): SendItem[] {
    const placed = files.map((item) => ({ item, place: this.#placeOf(item.node) }));
    placed.sort(
      (a, b) =>
        (a.place?.packOrdinal ?? -1) - (b.place?.packOrdinal ?? -1) ||
        (a.place?.offset ?? -1) - (b.place?.offset ?? -1),
    );
    return placed.map(({ item }) => item);
  }
}

function emptyItems(): Record<SendItem['is'], SendItem[]> {
  return { open: [], file: [], link: [], other: [], close: [] };
}
