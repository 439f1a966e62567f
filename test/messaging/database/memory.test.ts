import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { memoryUnderLoad } from '../fixtures/memory-load.ts';

const folder = mkdtempSync(join(tmpdir(), 'memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A fiftieth of `npm run test:faults`; keeping every row that was returned took 60 MB a second.
test('the embedded database does not grow with what it returns', { timeout: 90_000 }, async () => {
  const [early = 0, late = Number.NaN] = await memoryUnderLoad(
    join(folder, 'data'),
    [5000, 15_000],
  );
  expect(late / early).toBeLessThan(1.3);
});
