import { minuteMs } from '../../../campaigns/durations.ts';

/** Keeps a gateway that says nothing but "later" from being asked all the time. */
export interface CoolDown {
  /** Whether nothing may be asked now. */
  isCooling(gateway: string): boolean;
  /** How many of `wanted` requests may leave now; while the gateway says nothing but "later", a few at a time. */
  allowance(gateway: string, count: number): number;
  /** Told of each answer. */
  note(gateway: string, answer: { later: boolean; retryAfterMs?: number | undefined }): void;
  /** Whether the last answers were all "later". */
  isHot(gateway: string): boolean;
}

/** A provider that is merely busy does not answer this many in a row like this. */
const hotAfter = 20;
const probes = 5;
const firstMs = 1000;
const longestMs = minuteMs;

interface Heat {
  inARow: number;
  stepMs: number;
  untilMs: number;
}

/** @param nowMs a clock that only goes forward */
export function createCoolDown(nowMs = () => performance.now(), random = Math.random): CoolDown {
  const heats = new Map<string, Heat>();
  /** Not all workers at the same moment. */
  const spread = (ms: number) => ms * (1 + random() / 2);
  const isHot = (heat: Heat | undefined): heat is Heat =>
    heat !== undefined && heat.inARow >= hotAfter;

  return {
    isHot: (gateway) => isHot(heats.get(gateway)),
    isCooling(gateway) {
      const heat = heats.get(gateway);
      return isHot(heat) && nowMs() < heat.untilMs;
    },
    allowance(gateway, count) {
      const heat = heats.get(gateway);
      if (!isHot(heat)) return count;
      if (nowMs() < heat.untilMs) return 0;
      heat.stepMs = Math.min(longestMs, heat.stepMs * 2);
      heat.untilMs = nowMs() + spread(heat.stepMs);
      return Math.min(count, probes);
    },
    note(gateway, { later, retryAfterMs = 0 }) {
      if (!later) {
        heats.delete(gateway);
        return;
      }
      const heat = heats.get(gateway) ?? { inARow: 0, stepMs: firstMs, untilMs: 0 };
      heat.inARow += 1;
      if (heat.inARow >= hotAfter) {
        const wishedMs = Math.min(longestMs, Math.max(retryAfterMs, firstMs));
        heat.untilMs = Math.max(heat.untilMs, nowMs() + spread(wishedMs));
      }
      heats.set(gateway, heat);
    },
  };
}
