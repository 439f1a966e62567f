import { setTimeout as wait } from 'node:timers/promises';
import { minuteMs } from '../../../campaigns/durations.ts';
import type { Finding } from './doctor-schemas.ts';

export interface Looks {
  /** Looks now; two who ask at once look once. */
  look(): Promise<Finding[]>;
  /** Rows to act on at the last check; checks again in the background if that was long ago. */
  countFailed(): Promise<number>;
}

const freshMs = 15 * minuteMs;
/** An officer does not wait for a host that does not answer. */
const patienceMs = 3000;

export function openLooks(examine: () => Promise<Finding[]>): Looks {
  let looking: Promise<Finding[]> | undefined;
  let last: { findings: Finding[]; at: number } | undefined;
  const look = () => {
    looking ??= examine()
      .then((findings) => {
        last = { findings, at: performance.now() };
        return findings;
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };
  return {
    look,
    async countFailed() {
      if (last === undefined || performance.now() - last.at > freshMs) {
        const done = look().catch(() => []);
        if (last === undefined)
          await Promise.race([done, wait(patienceMs, undefined, { ref: false })]);
      }
      return last?.findings.filter(({ state }) => state === 'act').length ?? 0;
    },
  };
}
