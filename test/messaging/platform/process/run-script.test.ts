import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runScript } from '../../../../messaging/platform/process/run-script.ts';
import { openFolder } from '../../../folders.ts';

test('a program that is told to end is waited for until it is gone', async () => {
  const folder = openFolder('run-script-');
  const script = join(folder, 'slow.mjs');
  const [begun, gone] = [join(folder, 'begun'), join(folder, 'gone')];
  writeFileSync(
    script,
    `import { writeFileSync } from 'node:fs';
process.on('SIGTERM', () => setTimeout(() => { writeFileSync(${JSON.stringify(gone)}, ''); process.exit(1); }, 200));
setInterval(() => {}, 1000);
writeFileSync(${JSON.stringify(begun)}, '');`,
  );
  const stop = new AbortController();
  const call = { script, args: [], env: process.env, limitMs: 20_000, signal: stop.signal };
  const run = runScript(call);
  run.catch(() => {});
  while (!existsSync(begun)) await wait(10);
  stop.abort();
  await expect(run).rejects.toThrow('aborted');
  expect(existsSync(gone)).toBe(true);
});
