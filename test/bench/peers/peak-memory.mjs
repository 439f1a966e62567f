// Loaded before a measured process: says at its end how much memory it held at most.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => {
    process.stderr.write(`\npeak memory ${process.resourceUsage().maxRSS} kB\n`);
  });
}
