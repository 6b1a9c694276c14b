import type {
  CreateMultipartUploadCommand,
  GetObjectCommandOutput,
  HeadObjectCommandOutput,
  PutObjectCommand,
  PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { type ByteString, toText } from '../bytestring.ts';
import type { ObjectHeaders } from './object-store.ts';

/** What an upload is taken for of which nobody says what it is. */
const DEFAULT_TYPES = ['application/octet-stream', 'binary/octet-stream'];

/** What an object is kept with, as an answer tells. Values are bytes: one character each. */
export function headersOf(answer: GetObjectCommandOutput | HeadObjectCommandOutput): ObjectHeaders {
  const all = {
    'content-type': DEFAULT_TYPES.includes(answer.ContentType ?? '') ? undefined : answer.ContentType,
    'content-encoding': answer.ContentEncoding,
    'content-disposition': answer.ContentDisposition,
    'content-language': answer.ContentLanguage,
    'cache-control': answer.CacheControl,
  };
  const headers = Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { headers: Object.fromEntries(headers), metadata: answer.Metadata ?? {} };
}

export function inputOf({ headers, metadata }: ObjectHeaders): Partial<PutObjectCommandInput> {
  const input: Partial<PutObjectCommandInput> = {
    ContentType: headers['content-type'] ?? 'application/octet-stream',
    ContentEncoding: headers['content-encoding'],
    ContentDisposition: headers['content-disposition'],
    ContentLanguage: headers['content-language'],
    CacheControl: headers['cache-control'],
    Metadata: Object.keys(metadata).length === 0 ? undefined : { ...metadata },
  };
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

/**
 * A file's name in another alphabet, say. A signature covers text as UTF-8, and Node sends one byte a character: so such a value is
 * signed as the text that its bytes are, and sent as these. Storages keep nothing that is no UTF-8.
 */
export function signHeaderBytes(command: PutObjectCommand | CreateMultipartUploadCommand): void {
  const stack = (command as PutObjectCommand).middlewareStack;
  const sent = new Map<string, string>();
  stack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      for (const [name, value] of Object.entries(headers)) {
        const signed = toText(value as ByteString);
        if (signed === null || signed === value) continue;
        sent.set(name, value);
        headers[name] = signed;
      }
      return next(args);
    },
    { step: 'build', name: 'holdfastSignedHeaders' },
  );
  stack.add(
    (next) => (args) => {
      Object.assign((args.request as { headers: object }).headers, Object.fromEntries(sent));
      return next(args);
    },
    { step: 'deserialize', name: 'holdfastSentHeaders' },
  );
}
