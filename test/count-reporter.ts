import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a run with `N passed, N failed`, counting a file that could not be loaded as one failure, behind the names of what
 * passed at its second try only: such a test, or what it tests, is to be mended.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandled.length;
    let skipped = 0;
    const late: string[] = [];
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        if (test.diagnostic()?.flaky) {
          const [error] = test.result().errors ?? [];
          late.push(`${module.relativeModuleId}: ${test.fullName}: ${error?.message}`);
        }
        if (state === 'passed') passed += 1;
        else if (state === 'skipped') skipped += 1;
        else failed += 1;
      }
      const failedInside = tests.some((test) => test.result().state === 'failed');
      if (module.state() === 'failed' && !failedInside) failed += 1;
    }
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    process.on('exit', () => {
      for (const name of late) process.stdout.write(`passed at the second try: ${name}\n`);
      process.stdout.write(`${passed} passed, ${failed} failed${tail}\n`);
    });
  }
}
