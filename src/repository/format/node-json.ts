import { type ByteString, display, fromText, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { FormatFault, shown } from './fault.ts';
import {
  asArray,
  asBytes,
  asId,
  asIdOrNull,
  asText,
  asTime,
  asUint,
  isAbsent,
  MAX_UINT32,
  MAX_UINT64,
} from './fields.ts';
import { quoteName, unquoteName } from './go-quote.ts';
import type { BlobId } from './ids.ts';
import { quoteJson, quoteJsonBytes } from './json-text.ts';
import type { ExtendedAttribute, Node } from './node.ts';
import { asObject } from './parse-json.ts';
import { formatTime } from './time.ts';
import { isUtf8 } from './utf8.ts';

/** A node as JSON.parse gives it: nothing is known of the values. */
export interface RawNode {
  readonly name?: unknown;
  readonly type?: unknown;
  readonly mode?: unknown;
  readonly mtime?: unknown;
  readonly atime?: unknown;
  readonly ctime?: unknown;
  readonly uid?: unknown;
  readonly gid?: unknown;
  readonly user?: unknown;
  readonly group?: unknown;
  readonly inode?: unknown;
  readonly device_id?: unknown;
  readonly size?: unknown;
  readonly links?: unknown;
  readonly linktarget?: unknown;
  readonly linktarget_raw?: unknown;
  readonly extended_attributes?: unknown;
  readonly device?: unknown;
  readonly content?: unknown;
  readonly subtree?: unknown;
  readonly error?: unknown;
}

const KNOWN_FIELDS: ReadonlySet<string> = new Set<keyof RawNode>([
  'name',
  'type',
  'mode',
  'mtime',
  'atime',
  'ctime',
  'uid',
  'gid',
  'user',
  'group',
  'inode',
  'device_id',
  'size',
  'links',
  'linktarget',
  'linktarget_raw',
  'extended_attributes',
  'device',
  'content',
  'subtree',
  'error',
]);

/** Written in its own place; kept, like unknown fields, in `otherFields`. */
const GENERIC_ATTRIBUTES = 'generic_attributes';

/** What every node's JSON begins with; its name follows. */
export const NODE_START = '{"name":';

/**
 * The JSON of `node` as UTF-8 bytes, exactly as restic 0.19 writes it. Of `otherFields`, generic_attributes stands
 * where restic has it and the rest at the end.
 * @throws HoldfastError internal for a file with bytes but without content: restic restores such a file as zeros.
 */
export function encodeNode(node: Node): string {
  return encodeNodeHead(node) + encodeNodeTail(node);
}

/** What `encodeNode` writes from the content on. @throws As it. */
export function encodeNodeTail(node: Node): string {
  let json = `,"content":${contentJson(node)}`;
  if (node.subtree !== null) json += `,"subtree":"${node.subtree}"`;
  if (node.error !== '') json += `,"error":${quoteJson(node.error)}`;
  if (node.otherFields !== null) json += unknownFieldsJson(node.otherFields);
  return `${json}}`;
}

/** What `encodeNode` writes before the content. */
export function encodeNodeHead(node: Node): string {
  const { mode, inode, deviceId, sizeBytes, links, deviceNumber, otherFields } = node;
  let json = `${NODE_START}${nameJson(node.name)},"type":${quoteJson(node.type)}`;
  if (mode !== 0) json += `,"mode":${mode}`;
  const mtime = formatTime(node.mtimeNs);
  const atime = node.atimeNs === node.mtimeNs ? mtime : formatTime(node.atimeNs);
  const ctime = node.ctimeNs === node.mtimeNs ? mtime : formatTime(node.ctimeNs);
  json += `,"mtime":"${mtime}","atime":"${atime}","ctime":"${ctime}","uid":${node.uid},"gid":${node.gid}`;
  if (node.user !== '') json += `,"user":${quoteJson(node.user)}`;
  if (node.group !== '') json += `,"group":${quoteJson(node.group)}`;
  if (inode !== 0n) json += `,"inode":${inode}`;
  if (deviceId !== 0n) json += `,"device_id":${deviceId}`;
  if (sizeBytes !== 0n) json += `,"size":${sizeBytes}`;
  if (links !== 0n) json += `,"links":${links}`;
  if (node.linkTarget !== '') json += linkTargetJson(node.linkTarget);
  if (node.extendedAttributes.length > 0) json += attributesJson(node.extendedAttributes);
  if (otherFields !== null) json += genericAttributesJson(otherFields);
  if (deviceNumber !== 0n) json += `,"device":${deviceNumber}`;
  return json;
}

/** Whether `raw` has fields that we don't know, to be kept as text. */
export function hasOtherFields(raw: RawNode): boolean {
  for (const field in raw) if (!KNOWN_FIELDS.has(field)) return true;
  return false;
}

/** Whether `raw` has a number that JSON.parse may have rounded: the inodes of overlayfs are such. */
export function hasRoundedNumbers(raw: RawNode): boolean {
  const { inode, device_id: deviceId, size, links, device } = raw;
  return isRounded(inode) || isRounded(deviceId) || isRounded(size) || isRounded(links) || isRounded(device);
}

const LONG_NUMBERS = /"(inode|device_id|size|links|device)"(\s*:\s*)([0-9]{16,20})(?=[\s,}])/g;

/**
 * The JSON of a tree with its long numbers as strings of their digits. In a string of JSON the quote after a field's
 * name would be escaped: only fields match. (JSON.parse with a reviver that sees the source takes four times as long.)
 */
export function quoteLongNumbers(json: string): string {
  return json.replace(LONG_NUMBERS, '"$1"$2"$3"');
}

/** What a node's texts say where JSON.parse loses something. */
export interface NodeTexts {
  /** The node parsed from what `quoteLongNumbers` gives; `raw` itself where nothing is rounded. */
  readonly numbers: RawNode;
  /** The texts of all members, where there are other fields. */
  readonly members: ReadonlyMap<string, string> | null;
}

/**
 * The node in `raw`. As in Go, a field that is null or missing is the zero value; only name and type must be there.
 * Nothing is said about whether the node makes sense: see node-fault.ts.
 * @throws FormatFault
 */
export function decodeNode(raw: RawNode, { numbers, members }: NodeTexts): Node {
  try {
    const mtimeNs = asTime(raw.mtime, 'mtime');
    return {
      name: asName(raw.name),
      type: asType(raw.type),
      mode: asUint(raw.mode, 'mode', MAX_UINT32),
      mtimeNs,
      atimeNs: raw.atime === raw.mtime ? mtimeNs : asTime(raw.atime, 'atime'),
      ctimeNs: raw.ctime === raw.mtime ? mtimeNs : asTime(raw.ctime, 'ctime'),
      uid: asUint(raw.uid, 'uid', MAX_UINT32),
      gid: asUint(raw.gid, 'gid', MAX_UINT32),
      user: asText(raw.user, 'user'),
      group: asText(raw.group, 'group'),
      inode: asUint64(raw.inode, numbers.inode, 'inode'),
      deviceId: asDevice(raw.device_id, numbers.device_id),
      sizeBytes: asUint64(raw.size, numbers.size, 'size'),
      links: asUint64(raw.links, numbers.links, 'links'),
      linkTarget: asLinkTarget(raw.linktarget, raw.linktarget_raw),
      extendedAttributes: asAttributes(raw.extended_attributes),
      deviceNumber: asUint64(raw.device, numbers.device, 'device'),
      content: asContent(raw.content),
      subtree: asIdOrNull(raw.subtree, 'subtree'),
      error: asText(raw.error, 'error'),
      otherFields: members === null ? null : otherFieldsOf(members),
    };
  } catch (error) {
    if (error instanceof FormatFault) error.message = `node ${shown(raw.name)}: ${error.message}`;
    throw error;
  }
}

/** A node's name as JSON. */
export function nameJson(name: ByteString): string {
  return quoteJsonBytes(quoteName(name));
}

function asName(value: unknown): ByteString {
  const name = typeof value === 'string' ? unquoteName(value) : null;
  if (name === null) throw new FormatFault(`name is ${shown(value)}`, 'a name as Go quotes it');
  return name;
}

function asType(value: unknown): string {
  if (typeof value === 'string') return value.toWellFormed();
  throw new FormatFault(`type is ${shown(value)}`, 'a string');
}

/** A target that isn't UTF-8 is given a second time, whole, in base64: that one counts. */
export function linkTargetJson(target: ByteString): string {
  const raw = isUtf8(target) ? '' : `,"linktarget_raw":"${toBytes(target).toString('base64')}"`;
  return `,"linktarget":${quoteJsonBytes(target)}${raw}`;
}

const NO_TARGET = '' as ByteString;

function asLinkTarget(text: unknown, raw: unknown): ByteString {
  if (isAbsent(text) && isAbsent(raw)) return NO_TARGET;
  if (isAbsent(raw)) return fromText(asText(text, 'linktarget'));
  return asBytes(raw, 'linktarget_raw').toString('latin1') as ByteString;
}

function attributesJson(attributes: readonly ExtendedAttribute[]): string {
  const all = attributes.map(({ name, value }) => {
    const base64 = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
    return `{"name":${quoteJsonBytes(name)},"value":"${base64}"}`;
  });
  return `,"extended_attributes":[${all.join(',')}]`;
}

function asAttributes(value: unknown): ExtendedAttribute[] {
  if (isAbsent(value)) return [];
  return asArray(value, 'extended_attributes').map((element) => {
    const { name, value: bytes } = asObject(element, 'an extended attribute');
    return {
      name: fromText(asText(name, "an extended attribute's name")),
      value: asBytes(bytes, "an extended attribute's value"),
    };
  });
}

function contentJson(node: Node): string {
  if (node.content !== null) return node.content.length === 0 ? '[]' : `["${node.content.join('","')}"]`;
  if (node.type !== 'file' || node.sizeBytes === 0n) return 'null';
  throw new HoldfastError(
    'internal',
    `Cannot write the node "${display(node.name)}": a file of ${node.sizeBytes} bytes without content.`,
  );
}

function asContent(value: unknown): BlobId[] | null {
  if (isAbsent(value)) return null;
  const ids = asArray(value, 'content');
  for (const id of ids) asId(id, 'content');
  return ids as BlobId[]; // nobody else has them
}

function isRounded(value: unknown): boolean {
  return typeof value === 'number' && !Number.isSafeInteger(value);
}

/** `digits` is the same value by its text: it counts only for a number that a double can't hold. */
function asUint64(value: unknown, digits: unknown, field: string): bigint {
  if (isAbsent(value)) return 0n;
  if (typeof value === 'number' && value >= 0) {
    if (value === 1) return 1n; // the links of nearly every file
    if (Number.isSafeInteger(value)) return BigInt(value);
    const exact = typeof digits === 'string' ? BigInt(digits) : -1n;
    if (exact >= 0n && exact <= MAX_UINT64) return exact;
  }
  throw new FormatFault(`${field} is ${shown(value)}`, 'a whole number of 64 bits');
}

/** The last one that was read: nearly always it is also the next. */
let known = { value: 0, device: 0n };

function asDevice(value: unknown, digits: unknown): bigint {
  if (value === known.value) return known.device;
  const device = asUint64(value, digits, 'device_id');
  if (Number.isSafeInteger(value)) known = { value: value as number, device };
  return device;
}

function genericAttributesJson(otherFields: ReadonlyMap<string, string>): string {
  const json = otherFields.get(GENERIC_ATTRIBUTES);
  return json === undefined ? '' : `,"${GENERIC_ATTRIBUTES}":${fromText(json)}`;
}

function unknownFieldsJson(otherFields: ReadonlyMap<string, string>): string {
  let fields = '';
  for (const [name, json] of otherFields) {
    if (name !== GENERIC_ATTRIBUTES) fields += `,${quoteJson(name)}:${fromText(json)}`;
  }
  return fields;
}

/** Go takes `Inode` for `inode`: restic and we would read two different nodes, so such a field is refused. */
function otherFieldsOf(members: ReadonlyMap<string, string>): Map<string, string> | null {
  const others = new Map<string, string>();
  for (const [name, json] of members) {
    if (KNOWN_FIELDS.has(name)) continue;
    if (KNOWN_FIELDS.has(name.toLowerCase())) {
      throw new FormatFault(`it has a field ${shown(name)}`, 'its name in lower case');
    }
    others.set(name, json);
  }
  return others.size === 0 ? null : others;
}
