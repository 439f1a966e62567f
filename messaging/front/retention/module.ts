import { Counter, Gauge } from 'prom-client';
import { hourMs } from '../../../campaigns/durations.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { retentionSteps, runRetention } from './retention-run.ts';

/** Deletes what is kept of people when its time is over, now and every hour. */
export function openRetention({ files, database, campaign, clock, log, metrics }: House): Module {
  const registers = [metrics.registry];
  const deleted = new Counter({
    name: 'retention_deleted_total',
    help: 'Rows and files deleted since their time was over, by kind',
    labelNames: ['what'],
    registers,
  });
  for (const what of retentionSteps) deleted.inc({ what }, 0);
  const lastRun = new Gauge({
    name: 'retention_last_run_seconds',
    help: 'When the last run that deletes what is over ended, in seconds since 1970',
    registers,
  });

  let lastDay = '';
  const run = async () => {
    const today = clock.today();
    await runRetention({
      pool: database.pool,
      files,
      campaignEndsOn: campaign.goal.endsOn,
      today,
      isFirstOfDay: today !== lastDay,
      onDeleted: (what, count) => deleted.inc({ what }, count),
      onTrouble(what, error) {
        metrics.troubles.inc({ part: 'retention' });
        log.warn({ err: error, what }, 'what is over could not be deleted; tried again in an hour');
      },
    });
    lastDay = today;
    lastRun.setToCurrentTime();
  };
  const runs = repeat(run, {
    pauseMs: hourMs,
    onTrouble: (error) =>
      log.warn(
        { err: error },
        'what was deleted is not in the audit log yet; tried again in an hour',
      ),
  });
  // The database may still be away when the service starts.
  void database.ready.then(runs.run, () => {});
  return {
    name: 'retention',
    close: runs.stop,
  };
}
