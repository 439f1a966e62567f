import { expect, test } from 'vitest';
import { cutPowerOften } from '../fixtures/power-cuts.ts';

test('nothing acknowledged is lost when the power goes', { timeout: 180_000 }, async () => {
  const result = await cutPowerOften({
    images: 1,
    cutsUnderLoad: 1,
    cutsAfterStop: 0,
    loadMs: 1500,
    seed: Date.now() % 1_000_000,
  });
  // Without the right to mount an image, the recorded disk of open-durable.test.ts has to do.
  if (result === undefined) return;
  expect(result.missing).toEqual([]);
  expect(result.activities).toBeGreaterThan(0);
  expect(result.scans).toBeGreaterThan(0);
});
