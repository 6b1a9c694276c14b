import { copyBytes } from '../copy-bytes.ts';
import { getPoly1305Kernel } from '../wasm/kernels.ts';

export const POLY1305_KEY_BYTES = 32;
export const POLY1305_TAG_BYTES = 16;

/**
 * Poly1305 (RFC 8439, section 2.5) of `message`, computed in WebAssembly. Node has no Poly1305 of its own.
 *
 * @param key r ‖ s, 32 bytes; r is clamped in use. For one message only.
 * @returns 16 bytes.
 */
export function poly1305(key: Uint8Array, message: Uint8Array): Buffer {
  if (key.length !== POLY1305_KEY_BYTES)
    throw new RangeError(`Poly1305 key of ${key.length} bytes, expected 32.`);
  const kernel = getPoly1305Kernel();
  const { window } = kernel;
  kernel.key.set(key);
  kernel.start();
  let position = 0;
  for (; message.length - position > window.length; position += window.length) {
    copyBytes(message.subarray(position, position + window.length), window);
    kernel.update(window.length);
  }
  copyBytes(message.subarray(position), window);
  kernel.finish(message.length - position);
  const tag = Buffer.from(kernel.tag);
  kernel.key.fill(0);
  return tag;
}
