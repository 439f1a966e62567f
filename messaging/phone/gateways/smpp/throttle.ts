import { isThrottling } from './codes.ts';

/** Pauses a link that the SMSC throttles; each pause is twice as long as the one before, until a submission passes. */
export interface Throttle {
  isPausing(): boolean;
  /** Takes the status with which a submission was answered. */
  noteStatus(status: number): void;
}

const longestPauseMs = 30_000;

export function createThrottle(firstPauseMs: number, onOver: () => void): Throttle {
  let pauseMs = 0;
  let untilMs = 0;
  return {
    isPausing: () => performance.now() < untilMs,
    noteStatus(status) {
      const now = performance.now();
      // Answers to what was under way already neither lengthen a pause nor end it.
      if (now < untilMs) return;
      if (!isThrottling(status)) {
        pauseMs = 0;
        return;
      }
      pauseMs = Math.min(longestPauseMs, pauseMs * 2 || firstPauseMs);
      untilMs = now + pauseMs;
      setTimeout(onOver, pauseMs + 1).unref();
    },
  };
}
