import { readFileSync } from 'node:fs';

/** The vectors of `NAME.json` in this folder; each file says where they come from. */
export function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as T;
}

export function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

export function base64(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
