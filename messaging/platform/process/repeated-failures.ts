import type { LogFn, Logger } from 'pino';
import { minuteMs } from '../../../campaigns/durations.ts';

const warnLevel = 40;
/** Failures of one minute that are told apart. */
const most = 500;

/**
 * For `hooks.logMethod` of a log: the same failure is written once, with its stack; while it comes again a line each
 * minute says how often. A line that names a request is never left out, since the request's answer names it.
 */
export function countRepeats(everyMs = minuteMs) {
  const times = new Map<string, number>();

  function countOn(log: Logger, key: string, [level, error, text]: [number, Error, string]): void {
    setTimeout(() => {
      const again = times.get(key) ?? 0;
      times.delete(key);
      if (again === 0) return;
      const { message: failure } = error;
      const tell = level > warnLevel ? log.error : log.warn;
      tell.call(log, { failure, times: again }, `${text}: the same again`);
      times.set(key, 0);
      countOn(log, key, [level, error, text]);
    }, everyMs).unref();
  }

  return function logMethod(
    this: Logger,
    args: Parameters<LogFn>,
    method: LogFn,
    level: number,
  ): void {
    const [first, text = ''] = args as unknown as [unknown, string | undefined];
    const error = level < warnLevel ? undefined : findFailure(first);
    if (error !== undefined) {
      const key = `${text} ${describe(first, error)}`;
      const seen = times.get(key);
      if (seen !== undefined) {
        times.set(key, seen + 1);
        return;
      }
      if (times.size < most) {
        times.set(key, 0);
        countOn(this, key, [level, error, text]);
      }
    }
    method.apply(this, args);
  };
}

function findFailure(first: unknown): Error | undefined {
  if (first instanceof Error) return first;
  if (typeof first !== 'object' || first === null || 'req' in first) return undefined;
  const { err } = first as { err?: unknown };
  return err instanceof Error ? err : undefined;
}

/** The failure, and whatever else its line says. */
function describe(first: unknown, { name, message }: Error): string {
  const others = first instanceof Error ? [] : Object.entries(first as object);
  const words = others.filter(([key]) => key !== 'err').map((entry) => entry.map(String).join('='));
  return [name, message, ...words].join(' ');
}
