import { join } from 'node:path';
import type { Logger } from 'pino';
import { hourMs, minuteMs } from '../campaigns/durations.ts';
import type { Config } from './config.ts';
import type { Files } from './platform/files/open-files.ts';
import { runScript } from './platform/process/run-script.ts';
import { createWorkQueue } from './platform/queue/work-queue.ts';
import { openOnDemandGenerator } from './print/print-files/on-demand-generator.ts';
import { createSharedPrints } from './print/print-files/shared-prints-fs.ts';
import { openPrintQueue, type PrintQueue } from './print/print-orders/print-queue.ts';
import {
  createRunGenerator,
  lowPriority,
  runGenerator,
} from './print/print-orders/run-generator.ts';

const siteBuilder = join(import.meta.dirname, '..', 'site', 'build.ts');
const siteLimitMs = 600_000;
/** A district takes some seconds; others wait meanwhile. */
const onDemandLimitMs = minuteMs;
/** Somebody waits for it, and yet strangers order it: scans and the console go before. */
const onDemandPriority = 5;
/** The film of the whole campaign takes minutes. */
const kitLimitMs = hourMs;

/** How the service makes files and the site: each run is a separate process, and those on demand take turns. */
export function openPrinting(
  {
    printDir,
    dataDir,
    siteDir,
    campaign,
  }: Pick<Config, 'printDir' | 'dataDir' | 'siteDir' | 'campaign'>,
  files: Files,
  { redisUrl, log }: { redisUrl: string; log: Logger },
) {
  const generator = {
    printDir,
    env: { ...process.env, DATA_DIR: dataDir, CAMPAIGN: campaign },
  };
  const work = createWorkQueue();
  const prints = files.shared
    ? createSharedPrints(files.room('print-orders'), printDir)
    : undefined;
  return {
    work,
    prints,
    openPrintQueue: (): PrintQueue =>
      openPrintQueue({
        redisUrl,
        printDir,
        make: createRunGenerator(generator),
        work,
        shared: prints,
        onTrouble: (error) => log.warn(error, 'pictures on demand'),
      }),
    onDemand: openOnDemandGenerator({
      printDir,
      run: (args, signal) =>
        runGenerator(args, generator, {
          signal,
          limitMs: onDemandLimitMs,
          priority: onDemandPriority,
        }),
      work,
    }),
    makeKit: (args: readonly string[], signal: AbortSignal): Promise<void> =>
      runGenerator(args, generator, {
        signal,
        // Somebody waits for the stations that are named.
        priority: args.includes('--station') ? 0 : lowPriority,
        limitMs: kitLimitMs,
      }),
    buildSite: (signal: AbortSignal): Promise<void> =>
      runScript({
        script: siteBuilder,
        args: ['--if-changed'],
        env: { ...process.env, DATA_DIR: dataDir, SITE_DIR: siteDir, CAMPAIGN: campaign },
        // A station whose name was corrected meanwhile has its files first.
        priority: lowPriority,
        limitMs: siteLimitMs,
        signal,
      }),
  };
}
