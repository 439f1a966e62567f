import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

test.each([120, 145, 170, 195])(
  'threads that still load after %i ms are ended without a crash',
  (milliseconds) => {
    const out = mkdtempSync(join(tmpdir(), 'pool-'));
    onTestFinished(() => rmSync(out, { recursive: true, force: true }));
    const program = join(import.meta.dirname, 'pool-process.ts');
    const { signal, status } = spawnSync(process.execPath, [program, String(milliseconds), out]);
    expect({ signal, status }).toEqual({ signal: null, status: 0 });
  },
);
