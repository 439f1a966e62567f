import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listImports } from '../servers/sort-tests.ts';

/** Files that a script loads, itself and through others; types aside. */
function collectLoaded(entry: string): Set<string> {
  const loaded = new Set([entry]);
  // Grows while it is walked.
  for (const each of loaded) for (const name of listImports(each)) loaded.add(name);
  return loaded;
}

test.each([...globSync('site/islands/*.ts'), 'site/islands/console/shell/console-app.tsx'])(
  '%s loads no schema: a phone has no use for 95 kB of it',
  (entry) => {
    const loaded = collectLoaded(entry);
    expect(loaded.size).toBeGreaterThan(0);
    expect([...loaded]).not.toContain('zod');
  },
);
