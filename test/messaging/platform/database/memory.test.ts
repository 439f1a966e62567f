import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listInHeap } from '../../fixtures/memory-load-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The heap holds a fifth of what is returned: an embedded database that kept its rows would end for lack of memory.
test('the embedded database does not keep what it returned', async () => {
  expect(await listInHeap(join(folder, 'data'), 150, 48)).toBe(0);
});
