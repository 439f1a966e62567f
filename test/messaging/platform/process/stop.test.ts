import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const own = (name: string) =>
  JSON.stringify(join(import.meta.dirname, '../../../../messaging/platform/process', name));
const program = `
  import { stopOnSignals } from ${own('start.ts')};
  import { createLog } from ${own('log.ts')};
  stopOnSignals(createLog('warn'), [
    ['first', async () => { void Promise.reject(new Error('connection is gone')); }],
    ['second', () => { throw new Error('broken'); }],
    ['third', async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      console.log('third has ended');
    }],
  ]);
  setInterval(() => {}, 1000);
  console.log('ready');
`;

test('parts end one after the other, also when one fails and a lost connection is refused meanwhile', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      written += chunk;
    });
  }
  await expect.poll(() => written).toContain('ready');
  child.kill('SIGTERM');
  // A second signal, as an impatient terminal sends it, changes nothing.
  child.kill('SIGTERM');
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
  expect(written).toContain('"part":"second"');
  expect(written).toContain('refused while stopping');
  expect(written.match(/third has ended/g)).toEqual(['third has ended']);
});
