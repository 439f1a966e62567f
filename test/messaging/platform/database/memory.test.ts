import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFolder } from '../../../folders.ts';

const folder = openFolder('memory-');

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
