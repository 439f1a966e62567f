import type { Logger } from 'pino';
import { minuteMs } from '../../../campaigns/durations.ts';

/** A piece of news for somebody outside, kept until it was told. */
export interface KeptNews {
  /** Named in the log: “an alert”. */
  name: string;
  about: Record<string, unknown>;
  /** Counts this one. */
  tries: number;
  tell(): Promise<void>;
  end(): Promise<void>;
  putOff(pauseMs: number): Promise<void>;
}

const longestPauseMs = 15 * minuteMs;
/** About a day; after that the console still shows what is open. */
const mostTries = 100;

/**
 * Tells a piece of news. When that fails it is put off, each time for twice as long, and in the end given up.
 * @returns whether it is done with
 */
export async function tellOrPutOff(
  { name, about, tries, tell, end, putOff }: KeptNews,
  { log, firstPauseMs }: { log: Logger; firstPauseMs: number },
): Promise<boolean> {
  try {
    await tell();
    await end();
    return true;
  } catch (err) {
    const failed = { err, ...about, tries };
    if (tries >= mostTries) {
      log.error(failed, `${name} could not be told and is given up`);
      await end();
      return true;
    }
    log.warn(failed, `${name} could not be told; tried again later`);
    await putOff(Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tries - 1, 20)));
    return false;
  }
}
