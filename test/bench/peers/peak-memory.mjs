// Loaded before a measured process: says at its end how much memory it held at most, and its processor time.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.stderr.write(`\npeak memory ${maxRSS} kB\n`);
    process.stderr.write(`processor time ${userCPUTime + systemCPUTime} us\n`);
  });
}
