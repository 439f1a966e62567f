import { readdirSync, readFileSync } from 'node:fs';

const begunAt = performance.now();
/** The log of the walk so far. */
export const told: string[] = [];

/** Says what was done, and after how long since the beginning. */
export function tell(what: string): void {
  const seconds = ((performance.now() - begunAt) / 1000).toFixed(0);
  const line = `${seconds.padStart(5)} s  ${what}`;
  told.push(line);
  console.log(line);
}

/** Seconds that something takes, beside what it gives. */
export async function timed<T>(work: () => Promise<T>): Promise<[T, string]> {
  const from = performance.now();
  const result = await work();
  return [result, `${((performance.now() - from) / 1000).toFixed(1)} s`];
}

/** Resident megabytes of a user's processes that run Node, by program. */
export function residentByProgram(userId: number): Record<string, number> {
  const found: Record<string, number> = {};
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      if (!RegExp(`^Uid:\t${userId}\t`, 'm').test(status)) continue;
      const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
      const program = words
        .find((word) => word.endsWith('.ts'))
        ?.replace(/^.*up-cop-outreach\//, '');
      const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
      if (program !== undefined)
        found[program] = (found[program] ?? 0) + Math.round(kilobytes / 1024);
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}
