import { describe, expect, test } from 'vitest';
import type { Progress } from '../../src/operations/progress.ts';
import { Estimate } from '../../src/progress/estimate.ts';

function at(bytesDone: number, more: Partial<Progress> = {}): Progress {
  return {
    phase: 'listing',
    filesDone: 0,
    bytesDone,
    filesTotal: 0,
    bytesTotal: 100e6,
    current: '',
    ...more,
  };
}

/** Watches work that goes on at `bytesPerSecond` for `seconds`; gives the estimate at its end. */
function watch(estimate: Estimate, from: number, bytesPerSecond: number, seconds: number): number | null {
  let done = from;
  for (let second = 0; second <= seconds; second++, done += bytesPerSecond)
    estimate.observe(at(done), second * 1000);
  return estimate.remainingMs(at(done - bytesPerSecond));
}

describe('time left', () => {
  test('is exact at a steady pace', () => {
    expect(watch(new Estimate(), 0, 1e6, 20)).toBeCloseTo(80_000, 0);
  });

  test('is unknown before anything was seen, without a total, and while nothing moves', () => {
    const estimate = new Estimate();
    expect(estimate.remainingMs(at(5))).toBeNull();
    expect(watch(new Estimate(), 0, 0, 10)).toBeNull();
    estimate.observe(at(0), 0);
    estimate.observe(at(1e6), 1000);
    expect(estimate.remainingMs(at(1e6, { bytesTotal: null }))).toBeNull();
  });

  test('is unknown while nothing has moved for long, and soon right again when it goes on', () => {
    const estimate = new Estimate();
    watch(estimate, 0, 1e6, 20);
    for (let s = 30; s <= 60; s += 10) {
      estimate.observe(at(20e6), s * 1000);
      expect(estimate.remainingMs(at(20e6))).toBeNull();
    }
    for (let s = 61; s <= 80; s++) estimate.observe(at((s - 40) * 1e6), s * 1000);
    const left = estimate.remainingMs(at(40e6)) ?? 0;
    expect(left).toBeGreaterThan(55_000);
    expect(left).toBeLessThan(65_000);
  });

  test('forgets a slow start', () => {
    const estimate = new Estimate();
    for (let s = 0; s <= 10; s++) estimate.observe(at(s * 1000), s * 1000);
    for (let s = 11; s <= 40; s++) estimate.observe(at((s - 10) * 1e6), s * 1000);
    const left = estimate.remainingMs(at(30e6)) ?? 0;
    expect(left).toBeGreaterThan(60_000);
    expect(left).toBeLessThan(80_000);
  });

  test('begins anew with a phase', () => {
    const estimate = new Estimate();
    watch(estimate, 0, 1e6, 5);
    estimate.observe(at(0, { phase: 'verifying' }), 6000);
    expect(estimate.remainingMs(at(0, { phase: 'verifying' }))).toBeNull();
  });

  test('counts small files, which cost more than their bytes', () => {
    const estimate = new Estimate();
    const files = (filesDone: number) => at(0, { filesDone, filesTotal: 1000, bytesTotal: 0 });
    for (let s = 0; s <= 5; s++) estimate.observe(files(s * 100), s * 1000);
    expect(estimate.remainingMs(files(500))).toBeCloseTo(5000, 0);
  });
});
