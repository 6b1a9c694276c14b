import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Seller, Shop } from '../../scripts/demo/shop.ts';

test.each([
  [
    'by Ctrl-C, which reaches it as well',
    "process.kill(process.pid, 'SIGINT'); setInterval(() => {}, 1000);",
    'SIGINT',
  ],
  ['by itself', 'process.exit(3);', '3'],
])('who waits for an order hears that the shop ended: %s', async (_how, program, expected) => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-seller-'));
  try {
    await mkdir(join(folder, 'bin'));
    await writeFile(join(folder, 'bin/sell.mts'), program);
    const seller = new Seller(new Shop(folder));
    await expect(seller.sold(1)).rejects.toThrow(`The shop ended with ${expected}.`);
    await seller.kill();
  } finally {
    await rm(folder, { recursive: true });
  }
});
