/**
 * Gives the memory of bytes back that nobody needs any more, now and not when V8 next looks: of a stream's reads, 64 KiB each, it
 * would leave 100 MiB and more. Bytes that share their memory with others are left alone; whoever still looks at these finds
 * none. Once more of the same bytes does nothing.
 */
export function freeNow({ buffer, byteLength }: Uint8Array): void {
  if (!(buffer instanceof ArrayBuffer) || buffer.detached) return;
  if (buffer.byteLength === byteLength) buffer.transfer(0);
}
