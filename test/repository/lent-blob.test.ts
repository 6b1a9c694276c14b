import { expect, it } from 'vitest';
import { LentBlob } from '../../src/repository/lent-blob.ts';

it('is given back once, by its last reader', () => {
  let given = 0;
  const blob = LentBlob.of(Buffer.from('abc'), () => void given++);
  blob.share(2);
  blob.giveBack();
  blob.giveBack();
  expect(given).toBe(0);
  blob.giveBack();
  expect(given).toBe(1);
});

it('is copied where it is kept and its memory serves for others, and only there', () => {
  const memory = Buffer.from('abc');
  let given = 0;
  const kept = LentBlob.of(memory, () => void given++).keep();
  memory.fill(0);
  expect(kept.toString()).toBe('abc');
  expect(given).toBe(1);
  const own = Buffer.from('own');
  expect(LentBlob.ofOwn(own).keep()).toBe(own);
});
