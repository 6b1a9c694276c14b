import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { GENERATED_FILE, generateKernels } from '../../scripts/build-wasm.ts';
import { createChunkerKernel, getPoly1305Kernel } from '../../src/wasm/kernels.ts';

test('the committed WebAssembly is what the assembly sources build', async () => {
  expect(await readFile(GENERATED_FILE, 'utf8')).toBe(await generateKernels());
});

test('one thread shares one Poly1305 kernel, and each chunker gets memory of its own', () => {
  expect(getPoly1305Kernel()).toBe(getPoly1305Kernel());
  expect(createChunkerKernel().buffer.buffer).not.toBe(createChunkerKernel().buffer.buffer);
});
