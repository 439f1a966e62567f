import { readFileSync } from 'node:fs';

/** Whether a process runs. One that has ended and that nobody has asked about is left as a zombie, and does not. */
export function isRunning(pid: number | string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
