import { readFileSync } from 'node:fs';

const everyMs = 1000;

/** Ends this process, as SIGTERM does, when the npm that runs it is gone: one that is killed hands nothing on. */
export function endWithNpm(): void {
  const npm = findNpm();
  if (npm === null) return;
  const looking = setInterval(() => {
    if (findNpm() === npm) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, everyMs).unref();
}

/** The npm that runs this, directly or through a shell; null without one, or if the system does not say. */
function findNpm(): number | null {
  if (process.env['npm_lifecycle_event'] === undefined) return null;
  try {
    const [, name, parent] = /^\d+ \((.*)\) \w (\d+)/.exec(
      readFileSync(`/proc/${process.ppid}/stat`, 'utf8'),
    ) as RegExpExecArray;
    return name === 'sh' ? Number(parent) : process.ppid;
  } catch {
    return null;
  }
}
