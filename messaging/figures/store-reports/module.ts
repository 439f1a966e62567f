import { minuteMs } from '../../../campaigns/durations.ts';
import { addDays, toDay, toInstant } from '../../../campaigns/tracker/clock.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { fetchReports } from './fetch-reports.ts';

/** Both stores have closed the day before by then. */
const fetchTime = '05:10';

/** Asks the stores soon after a start and each night at 05:10, where an account is set. */
export function openStoreReports({ config, campaign, files, log }: House): Module {
  const settings = config.storeReports;
  const name = 'store-reports';
  if (settings.play === undefined && settings.appStore === undefined) return { name };
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const patience = {
    pauseMs: 5000,
    longestPauseMs: 10 * minuteMs,
    answerMs: minuteMs,
    signal: stop.signal,
  };
  const plan = (pauseMs: number) => {
    if (stop.signal.aborted) return;
    timer = setTimeout(() => {
      // Reports are of real days, also while the campaign is replayed.
      const today = toDay(new Date());
      const room = files.room('reports');
      running = fetchReports({
        settings,
        app: campaign.app,
        files: room,
        today,
        now: () => new Date(),
        patience,
      })
        .then(({ stores }) => log.info({ stores }, 'the stores were asked for their reports'))
        .catch((error: Error) => log.warn(error, 'the stores’ reports were not fetched'))
        .then(() => plan(untilNext(Date.now())));
    }, pauseMs).unref();
  };
  plan(minuteMs);
  return {
    name,
    async close() {
      stop.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

/** Milliseconds from a moment to the next 05:10 in India. */
export function untilNext(now: number): number {
  const today = toDay(new Date(now));
  const next = [today, addDays(today, 1)].map((day) => toInstant(day, fetchTime).getTime());
  return Math.min(...next.filter((at) => at > now)) - now;
}
