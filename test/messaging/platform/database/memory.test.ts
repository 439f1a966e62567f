import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFolder } from '../../../folders.ts';
import { listInHeap } from '../../fixtures/memory-load-run.ts';

const folder = openFolder('memory-');

// The heap holds a fifth of what is returned: an embedded database that kept its rows would end for lack of memory.
test('the embedded database does not keep what it returned', async () => {
  expect(await listInHeap(join(folder, 'data'), 150, 48)).toBe(0);
});
