import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

const here = import.meta.dirname;
/** Where pictures lie that were looked at, and those that a run with UPDATE_GOLDEN=1 would put in their place. */
export const goldenFolders = {
  approved: join(here, 'golden'),
  proposed: join(here, 'out', 'golden'),
};

/**
 * Takes over the pictures of a run with UPDATE_GOLDEN=1 when all of its tests passed, those of preflight among them. A
 * person looks at them before they are committed.
 */
export default class GoldenReporter implements Reporter {
  #isPart = false;

  onInit({ config }: Vitest): void {
    this.#isPart = config.testNamePattern !== undefined;
    rmSync(goldenFolders.proposed, { recursive: true, force: true });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    if (!existsSync(goldenFolders.proposed)) return;
    const names = readdirSync(goldenFolders.proposed).sort();
    const isRefused = unhandled.length > 0 || modules.some((module) => !module.ok());
    if (this.#isPart || isRefused) {
      const why = isRefused ? 'a test failed' : 'only some tests of their files ran (-t)';
      console.log(`golden: ${names.length} pictures stay in test/out/golden, since ${why}`);
      return;
    }
    for (const name of names)
      renameSync(join(goldenFolders.proposed, name), join(goldenFolders.approved, name));
    console.log(`golden: look at these before you commit them: ${names.join(', ')}`);
  }
}
