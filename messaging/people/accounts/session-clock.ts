import { uptime } from 'node:os';

/** The time by which the database's clock was set forward, and until when uses were noted by the earlier one. */
export interface ClockJump {
  before: Date;
  ms: number;
}

/**
 * Compares the database's clock, by which uses of sessions are noted, with the time since the machine started, so that a
 * clock that is set does not make everybody idle. One jump is remembered; nothing is idle for longer because of it.
 */
export interface SessionClock {
  /** Takes what the database's clock shows now; returns by how much it was set since the last look, in ms. */
  look(now: Date): number;
  jump(): ClockJump;
}

/** Less than this changes little of an hour, and answers of a busy database come later than they were given. */
const leastJumpMs = 120_000;
const none: ClockJump = { before: new Date(0), ms: 0 };

/** @param steadyMs goes on while a machine sleeps: an officer who was away was idle */
export function createSessionClock(steadyMs = () => uptime() * 1000): SessionClock {
  let last: { clockMs: number; steadyMs: number } | undefined;
  let jump = none;
  return {
    look(now) {
      const seen = { clockMs: now.getTime(), steadyMs: steadyMs() };
      const expectedMs =
        last === undefined ? seen.clockMs : last.clockMs + seen.steadyMs - last.steadyMs;
      const setMs = seen.clockMs - expectedMs;
      last = seen;
      if (Math.abs(setMs) < leastJumpMs) return 0;
      // The two clocks tick apart by some ms; what is noted after the jump is later by far.
      jump = setMs > 0 ? { before: new Date(expectedMs + 1000), ms: setMs } : none;
      return setMs;
    },
    jump: () => jump,
  };
}
