import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The heap holds a fifth of what is returned: an embedded database that kept its rows would end for lack of memory.
test('the embedded database does not keep what it returned', async () => {
  const lists = 150;
  const load = join(import.meta.dirname, '..', '..', 'fixtures', 'memory-load-process.ts');
  const child = fork(load, [join(folder, 'data'), String(lists)], {
    execArgv: ['--max-old-space-size=48'],
    stdio: 'ignore',
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});
