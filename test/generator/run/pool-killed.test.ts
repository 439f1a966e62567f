import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderForTest } from '../../folders.ts';

test.each([120, 145, 170, 195])(
  'threads that still load after %i ms are ended without a crash',
  (milliseconds) => {
    const out = folderForTest('pool-');
    const program = join(import.meta.dirname, 'pool-process.ts');
    const { signal, status } = spawnSync(process.execPath, [program, String(milliseconds), out]);
    expect({ signal, status }).toEqual({ signal: null, status: 0 });
  },
);
